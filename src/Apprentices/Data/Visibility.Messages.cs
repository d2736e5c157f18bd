using Apprentices.Domain;

namespace Apprentices.Data;

/// <content>What becomes of messages: HR follows up that they reach. What they say is for the recipient alone.</content>
public static partial class Visibility
{
    /// <summary>That somebody was or is to be reminded, and whether it reached her. For what it says see <see cref="VisibleTo(IQueryable{Reminder}, CurrentUser)"/>.</summary>
    public static IQueryable<ReminderMail> VisibleTo(this IQueryable<ReminderMail> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(_ => false);

    /// <summary>Whether all mail is paused, and by whom: administrators, who do it, and HR, who wonders.</summary>
    public static IQueryable<MailPause> VisibleTo(this IQueryable<MailPause> rows, CurrentUser user) =>
        user.IsAny(Roles.Administrator | Roles.Hr) ? rows : rows.Where(_ => false);

    /// <summary>When and how people are reminded: HR, which sets it.</summary>
    public static IQueryable<ReminderSetting> VisibleTo(this IQueryable<ReminderSetting> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(_ => false);

    public static IQueryable<ReminderText> VisibleTo(this IQueryable<ReminderText> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(_ => false);

    /// <summary>How somebody wants to be told: she alone.</summary>
    public static IQueryable<NotificationChoice> VisibleTo(this IQueryable<NotificationChoice> rows, CurrentUser user) =>
        rows.Where(choice => choice.PersonId == user.PersonId);

    /// <summary>Who is away: she herself, whoever stands in for her, and HR.</summary>
    public static IQueryable<Leave> VisibleTo(this IQueryable<Leave> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(leave => leave.PersonId == user.PersonId || leave.DeputyId == user.PersonId);
}
