using Apprentices.Domain;

namespace Apprentices.Features.Reminders;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ReminderLinks
{
    public const string Inbox = "/inbox";

    /// <summary>What will be told on the days ahead.</summary>
    public const string Ahead = "/reminders/ahead";

    /// <summary>The inbox narrowed, at a page.</summary>
    public static string Narrowed(InboxShow show, ReminderSubject? kind, int page = 1)
    {
        var parts = new[]
        {
            show == InboxShow.Open ? null : $"show={show}",
            kind is null ? null : $"kind={kind}",
            page > 1 ? $"page={page}" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? Inbox : $"{Inbox}?{string.Join('&', parts)}";
    }

    /// <summary>When whom is told of what.</summary>
    public const string Rules = "/reminders/rules";

    /// <summary>The rule for one kind of thing.</summary>
    /// <param name="topic">The topic's key.</param>
    public static string Rule(string topic) => $"{Rules}/{Uri.EscapeDataString(topic)}";

    /// <summary>What mails say of it, in a language: its two letters.</summary>
    public static string WordsOf(string topic, string language) => $"{Rule(topic)}/words?language={language}";
}
