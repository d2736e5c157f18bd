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
}
