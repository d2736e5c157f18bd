using System.Globalization;
using System.Text.RegularExpressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>
/// HR's own words for what a mail says of a thing, by topic and language, and what stands in for the braces in them: alike in all
/// languages. What stands in is never looked at again: a name with braces stays a name.
/// </summary>
internal sealed partial class ReminderPhrases
{
    /// <summary>What it is called, with whom: "Halvårssamtale 2 med Kari".</summary>
    public const string What = "hva";

    /// <summary>The apprentice's given name.</summary>
    public const string Name = "navn";

    /// <summary>The whole date.</summary>
    public const string Day = "dag";

    /// <summary>"Fristen er" or "Fristen var" with the date, as it is on the day of the mail.</summary>
    public const string Deadline = "frist";

    /// <summary>How far away it is: "om 7 dager".</summary>
    public const string Distance = "avstand";

    /// <summary>So much of a text is shown to find the place by.</summary>
    private const int Shown = 20;

    private static readonly char[] Braces = ['{', '}'];

    private readonly Dictionary<(string Topic, Language Language), string> own;

    private ReminderPhrases(Dictionary<(string Topic, Language Language), string> own) => this.own = own;

    public static ReminderPhrases None { get; } = new([]);

    public static async Task<ReminderPhrases> ReadAsync(AppDbContext db, CancellationToken cancel) =>
        new(await db.ReminderTexts.AsNoTracking().ToDictionaryAsync(text => (text.TopicId, text.Language), text => text.Text, cancel));

    /// <summary>Words that are not kept yet.</summary>
    public static ReminderPhrases Of(ReminderTopic topic, Language language, string? text) =>
        string.IsNullOrWhiteSpace(text) ? None : new(new() { [(topic.Key, language)] = text });

    /// <summary>What may stand in braces: no name where it is the employer's own.</summary>
    public static IReadOnlyList<string> For(ReminderTopic topic) =>
        IsOfTheEmployer(topic) ? [What, Day, Deadline, Distance] : [What, Name, Day, Deadline, Distance];

    /// <summary>Whether no apprentice is in it.</summary>
    public static bool IsOfTheEmployer(ReminderTopic topic) => topic.Kind is DutyKind.AnnualReport or DutyKind.ApprovalLapses or DutyKind.ApprenticeSurvey;

    /// <summary>What is wrong with the braces of a text, as a sentence that names it; nothing where all is well.</summary>
    public static string? WrongIn(ReminderTopic topic, string text)
    {
        for (var from = 0; text.IndexOfAny(Braces, from) is var at and >= 0;)
        {
            var end = text[at] == '{' ? text.IndexOfAny(Braces, at + 1) : -1;
            if (end < 0 || text[end] == '{')
            {
                return Texts.Format(text[at] == '{' ? ReminderTexts.BraceNotClosed : ReminderTexts.BraceNotOpened, text[at] == '{' ? Around(text, at) : Before(text, at));
            }

            var named = text[(at + 1)..end].Trim();
            if (!For(topic).Contains(named, StringComparer.OrdinalIgnoreCase))
            {
                return Texts.Format(ReminderTexts.PlaceholderUnknown, $"{{{named}}}", string.Join(", ", For(topic).Select(one => $"{{{one}}}")));
            }

            from = end + 1;
        }

        return null;
    }

    /// <summary>What the mail says of it, in the language spoken just now.</summary>
    public string Say(ReminderItem item, Language language, DateOnly today) =>
        own.TryGetValue((item.Topic.Key, language), out var text) ? Fill(text, item, today) : ReminderWords.What(item, today);

    private static string Fill(string text, ReminderItem item, DateOnly today)
    {
        var day = item.DueOn.ToString("D", CultureInfo.CurrentCulture);
        return InBraces.Replace(text, found => found.Groups[1].Value.Trim().ToLowerInvariant() switch
        {
            What => ReminderWords.Title(item, item.About.GivenName),
            Name => item.About.GivenName ?? "",
            Day => day,
            Deadline => Texts.Format(item.DueOn < today ? ReminderTexts.DeadlineWas : ReminderTexts.DeadlineIs, day),
            Distance => SpokenDate.Distance(item.DueOn, today),
            _ => found.Value,
        });
    }

    private static string Around(string text, int at) => text[at..Math.Min(text.Length, at + Shown)].ReplaceLineEndings(" ");

    private static string Before(string text, int at) => text[Math.Max(0, at - Shown + 1)..(at + 1)].ReplaceLineEndings(" ");

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex InBraces { get; }
}
