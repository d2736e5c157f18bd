using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// When mails go that can wait: on working days from seven on, and not in the quiet hours of who gets them. Those that are to be sent at
/// another time are put off to the next one.
/// </summary>
internal static class MailHours
{
    /// <param name="db">Where they are.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="atNight">Those that wait at night and on days without work.</param>
    /// <param name="inQuiet">Those that wait while their recipient is left in peace.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="canWait">Of those, the ones that can wait until a day.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task HoldBackAsync<T>(
        AppDbContext db, TimeProvider clock, IQueryable<T> atNight, IQueryable<T> inQuiet, Expression<Func<T, Guid>> recipient,
        Func<IQueryable<T>, DateOnly, IQueryable<T>> canWait, CancellationToken cancel) where T : QueuedMail
    {
        var (today, time) = (clock.Today(), clock.LocalTimeZone.TimeOf(clock.GetUtcNow()));
        if (!WorkingDays.IsWorkingDay(today) || time < NotificationChoice.MailsFrom)
        {
            var opens = WorkingDays.OnOrAfter(time < NotificationChoice.MailsFrom ? today : today.AddDays(1));
            await HoldAsync(canWait(atNight, opens), clock.LocalTimeZone.At(opens, NotificationChoice.MailsFrom), cancel);
            return;
        }

        var people = inQuiet.Select(recipient);
        var quiet = await db.NotificationChoices.AsNoTracking().Where(choice => choice.QuietFrom != null && people.Contains(choice.PersonId)).ToListAsync(cancel);
        foreach (var ending in quiet.Where(choice => choice.IsQuietAt(time)).GroupBy(choice => choice.QuietTo!.Value, choice => choice.PersonId))
        {
            var day = ending.Key > time ? today : today.AddDays(1);
            await HoldAsync(canWait(inQuiet.Where(Is(recipient, [.. ending])), day), clock.LocalTimeZone.At(day, ending.Key), cancel);
        }
    }

    private static Expression<Func<T, bool>> Is<T>(Expression<Func<T, Guid>> recipient, List<Guid> people) => Expression.Lambda<Func<T, bool>>(
        Expression.Call(Expression.Constant(people), nameof(List<>.Contains), null, recipient.Body), recipient.Parameters);

    private static Task<int> HoldAsync<T>(IQueryable<T> mails, DateTimeOffset until, CancellationToken cancel) where T : QueuedMail =>
        mails.ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NextTryAt, until).SetProperty(mail => mail.Version, mail => mail.Version + 1), cancel);
}
