using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>
/// Mails of reminders that a child program finds written and sends. It goes by the real clock, and on a day off it would write none; what is
/// written it sends on any day.
/// </summary>
internal static class WrittenMails
{
    /// <summary>Of a talk with an apprentice and an instructor each, due so soon that the same step is reached on the child's day.</summary>
    /// <returns>How many mails there are.</returns>
    public static async Task<int> WriteRemindersAsync(this TestApp app, int talks)
    {
        var today = OfficeTime.Clock.Today();
        var worked = Enumerable.Range(0, 7).Select(back => today.AddDays(-back)).First(WorkingDays.IsWorkingDay);
        app.Clock.Set(worked, TimeOnly.MinValue);
        var dueOn = Enumerable.Range(1, 3).Select(ahead => today.AddDays(ahead)).First(day => day.Day < 29);
        await app.RemindOnlyOfAsync(ReminderSubject.Talk);
        for (var i = 0; i < talks; i++)
        {
            await app.Given.EvaluationAsync(dueOn, instructor: await app.Given.InstructorAsync());
        }

        await app.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        await app.ChangeAsync(async db =>
        {
            foreach (var hers in (await db.Reminders.Where(Reminder.Loose).ToListAsync()).GroupBy(reminder => reminder.RecipientId))
            {
                var mail = new ReminderMail(hers.Key, app.Clock.GetUtcNow());
                await db.AddAsync(mail);
                foreach (var reminder in hers)
                {
                    reminder.GoesIn(mail);
                }
            }
        });
        return await app.DbAsync(db => db.ReminderMails.CountAsync());
    }
}
