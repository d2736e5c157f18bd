using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Notifications;

/// <summary>How one wants to be told oneself, and when the next mail comes by that.</summary>
public sealed class ReadNotificationChoice(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <summary>On working days reminders are made at this time.</summary>
    private static readonly TimeOnly MadeAt = NotificationChoice.MailsFrom;

    /// <param name="Input">As it stands; what holds for everybody where she has chosen nothing.</param>
    /// <param name="Next">When the next mail comes; empty: on the first working day on which there is something.</param>
    public sealed record Details(SaveNotificationChoice.Input Input, NextMail? Next);

    /// <param name="On">The day.</param>
    /// <param name="NotBefore">The time of that day; empty: within a minute.</param>
    /// <param name="Waiting">How much stands in it already.</param>
    public sealed record NextMail(DateOnly On, TimeOnly? NotBefore, int Waiting);

    public async Task<Details> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChooseNotifications);

        await using var db = await database.CreateDbContextAsync(cancel);
        var known = await db.NotificationChoices.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(cancel);
        var choice = known ?? new NotificationChoice(user.PersonId);
        var input = new SaveNotificationChoice.Input
        {
            Rhythm = choice.Rhythm,
            WeeklyOn = choice.WeeklyOn,
            InboxOnly = choice.InboxOnly,
            QuietFrom = choice.QuietFrom,
            QuietTo = choice.QuietTo,
            Version = known?.Version,
        };
        return new Details(input, await NextAsync(db, user, choice, cancel));
    }

    private async Task<NextMail?> NextAsync(AppDbContext db, CurrentUser user, NotificationChoice choice, CancellationToken cancel)
    {
        var today = user.Today;
        var now = clock.LocalTimeZone.TimeOf(clock.GetUtcNow());
        var waiting = await db.Reminders.Where(r => r.RecipientId == user.PersonId).Where(Reminder.Loose).Select(r => r.MailOn!.Value).ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            var next = WorkingDays.OnOrAfter(now < MadeAt ? today : today.AddDays(1));
            return choice.Rhythm == MailRhythm.Daily ? null : new NextMail(choice.MailOn(next, DateOnly.MaxValue, isLawBound: true)!.Value, NotQuiet(MadeAt) ?? MadeAt, 0);
        }

        var dayBegan = clock.StartOf(today);
        var hasHadToday = await db.ReminderMails.Where(ReminderMail.TakesTheDay(dayBegan)).AnyAsync(mail => mail.RecipientId == user.PersonId, cancel);
        hasHadToday = hasHadToday && !await db.Reminders.Where(r => r.RecipientId == user.PersonId).Where(Reminder.Loose)
            .Where(Reminder.CannotWait(today, WorkingDays.OnOrAfter(today.AddDays(1)))).AnyAsync(cancel);
        var first = waiting.Min();
        var isOver = now >= MadeAt && NotQuiet(now) <= now;
        var on = WorkingDays.OnOrAfter(first > today ? first : hasHadToday || isOver ? today.AddDays(1) : today);
        return new NextMail(on, on == today && now >= MadeAt ? NotQuiet(now) : NotQuiet(MadeAt) ?? MadeAt, waiting.Count(day => day <= on));

        TimeOnly? NotQuiet(TimeOnly time) => choice.IsQuietAt(time) ? choice.QuietTo : null;
    }
}
