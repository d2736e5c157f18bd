namespace Apprentices.Features.Reminders;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ReminderLinks
{
    public const string Inbox = "/inbox";

    /// <summary>What will be told on the days ahead.</summary>
    public const string Ahead = "/reminders/ahead";

    /// <summary>When whom is told of what.</summary>
    public const string Rules = "/reminders/rules";

    /// <summary>The rule for one kind of thing.</summary>
    /// <param name="topic">The topic's key.</param>
    public static string Rule(string topic) => $"{Rules}/{Uri.EscapeDataString(topic)}";

    /// <summary>What mails say of it, in a language: its two letters.</summary>
    public static string WordsOf(string topic, string language) => $"{Rule(topic)}/words?language={language}";

    public static string Page(int page) => page == 1 ? Inbox : $"{Inbox}?page={page}";
}
