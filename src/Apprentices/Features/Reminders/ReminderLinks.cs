namespace Apprentices.Features.Reminders;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ReminderLinks
{
    public const string Inbox = "/inbox";
    public static string Page(int page) => page == 1 ? Inbox : $"{Inbox}?page={page}";
}
