namespace Apprentices.Features.Reminders;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ReminderLinks
{
    public const string Inbox = "/inbox";

    /// <summary>What will be told on the days ahead.</summary>
    public const string Ahead = "/reminders/ahead";

    public static string Page(int page) => page == 1 ? Inbox : $"{Inbox}?page={page}";
}
