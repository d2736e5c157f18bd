using System.Text;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog;

/// <summary>An entry as plain text, to be put into another system.</summary>
internal static class LogEntryText
{
    public static string Of(DateOnly from, DateOnly to, string text, string? reflection, int? minutes, IEnumerable<LocalText> goals, IEnumerable<string> tasks)
    {
        var whole = new StringBuilder(Days(from, to)).Append("\n\n").Append(text);
        Add(ProgressLogTexts.Reflection, reflection);
        Add(ProgressLogTexts.Duration, minutes is { } spent ? TypedDuration.Spoken(spent) : null);
        Add(ProgressLogTexts.Goals, List(goals.Select(goal => goal.ToString())));
        Add(ProgressLogTexts.Tasks, List(tasks));
        return whole.ToString();

        void Add(string heading, string? part)
        {
            if (!string.IsNullOrEmpty(part))
            {
                whole.Append("\n\n").Append(heading).Append(":\n").Append(part);
            }
        }
    }

    /// <summary>The day, or the week with its days.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to
        ? SpokenDate.Full(from)
        : Texts.Format(ProgressLogTexts.WeekWithDays, SpokenDate.Week(from), SpokenDate.Short(from), SpokenDate.ShortWithYear(to));

    /// <summary>Names as they are listed in a sentence.</summary>
    public static string Names(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : Texts.Format(ProgressLogTexts.And, string.Join(", ", names.SkipLast(1)), names[^1]);

    private static string List(IEnumerable<string?> lines) => string.Join('\n', lines.Select(line => $"– {line}"));
}
