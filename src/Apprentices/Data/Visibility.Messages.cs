using Apprentices.Domain;

namespace Apprentices.Data;

/// <content>What becomes of messages: HR follows up that they reach. What they say is for the recipient alone.</content>
public static partial class Visibility
{
    /// <summary>That somebody was or is to be reminded, and whether it reached her. For what it says see <see cref="VisibleTo(IQueryable{Reminder}, CurrentUser)"/>.</summary>
    public static IQueryable<ReminderMail> FateVisibleTo(this IQueryable<ReminderMail> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(_ => false);

    /// <summary>Whether all mail is paused, and by whom: administrators, who do it, and HR, who wonders.</summary>
    public static IQueryable<MailPause> VisibleTo(this IQueryable<MailPause> rows, CurrentUser user) =>
        user.IsAny(Roles.Administrator | Roles.Hr) ? rows : rows.Where(_ => false);
}
