using System.Globalization;
using System.Text.RegularExpressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>
/// HR's own words for what a mail says of a thing and for its subject, by topic and language, and what stands in for the braces in them: alike in all
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

    private static readonly string[] Naming = [What, Name];

    private readonly Dictionary<(string Topic, Language Language), Words> own;

    private ReminderPhrases(Dictionary<(string Topic, Language Language), Words> own) => this.own = own;

    public static ReminderPhrases None { get; } = new([]);

    public static async Task<ReminderPhrases> ReadAsync(AppDbContext db, CancellationToken cancel) =>
        new(await db.ReminderTexts.AsNoTracking().ToDictionaryAsync(own => (own.TopicId, own.Language), own => new Words(own.MailSubject, own.Text.Length == 0 ? null : own.Text), cancel));

    /// <summary>Words that are not kept yet.</summary>
    public static ReminderPhrases Of(ReminderTopic topic, Language language, string? subject, string? text) => new(new() { [(topic.Key, language)] = new(subject, text) });

    /// <summary>What may stand in braces: no name where it is the employer's own.</summary>
    public static IReadOnlyList<string> For(ReminderTopic topic) =>
        IsOfTheEmployer(topic) ? [What, Day, Deadline, Distance] : [What, Name, Day, Deadline, Distance];

    /// <summary>What may stand in braces in a subject, which names nobody.</summary>
    public static IReadOnlyList<string> ForSubject { get; } = [Day, Deadline, Distance];

    /// <summary>Whether no apprentice is in it.</summary>
    public static bool IsOfTheEmployer(ReminderTopic topic) => topic.Kind is DutyKind.AnnualReport or DutyKind.ApprovalLapses or DutyKind.ApprenticeSurvey;

    /// <summary>What is wrong with the braces of a text, as a sentence that names it; nothing where all is well.</summary>
    public static string? WrongIn(ReminderTopic topic, string text) => WrongIn(text, For(topic), []);

    /// <summary>The same of a subject: what would name somebody is refused as such.</summary>
    public static string? WrongInSubject(string subject) => WrongIn(subject, ForSubject, Naming);

    /// <summary>What the mail says of it, in the language spoken just now.</summary>
    public string Say(ReminderItem item, Language language, DateOnly today) =>
        OwnOf(item, language)?.Text is { } text ? Fill(text, item, today) : ReminderWords.What(item, today);

    /// <summary>The subject of a mail that tells of it alone, in the language spoken just now.</summary>
    public string Subject(ReminderItem item, Language language, DateOnly today) =>
        OwnOf(item, language)?.Subject is { } subject ? Fill(subject, item, today) : ReminderWords.MailSubject(item, today);

    private Words? OwnOf(ReminderItem item, Language language) => own.GetValueOrDefault((item.Topic.Key, language));

    private static string? WrongIn(string text, IReadOnlyList<string> allowed, IReadOnlyList<string> naming)
    {
        for (var from = 0; text.IndexOfAny(Braces, from) is var at and >= 0;)
        {
            var end = text[at] == '{' ? text.IndexOfAny(Braces, at + 1) : -1;
            if (end < 0 || text[end] == '{')
            {
                return Texts.Format(text[at] == '{' ? ReminderTexts.BraceNotClosed : ReminderTexts.BraceNotOpened, text[at] == '{' ? Around(text, at) : Before(text, at));
            }

            var named = text[(at + 1)..end].Trim();
            if (!allowed.Contains(named, StringComparer.OrdinalIgnoreCase))
            {
                return Texts.Format(
                    naming.Contains(named, StringComparer.OrdinalIgnoreCase) ? ReminderTexts.PlaceholderNames : ReminderTexts.PlaceholderUnknown,
                    $"{{{named}}}", string.Join(", ", allowed.Select(one => $"{{{one}}}")));
            }

            from = end + 1;
        }

        return null;
    }

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

    /// <summary>What is not there stands as it ships.</summary>
    private sealed record Words(string? Subject, string? Text);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex InBraces { get; }
}
