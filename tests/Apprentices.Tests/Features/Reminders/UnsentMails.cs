using Apprentices.Domain;
using Apprentices.Features.Jobs;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Mails that wait for a program of its own, whose clock is the real one.</summary>
internal static class UnsentMails
{
    /// <summary>
    /// Written on the last working day and not sent, of talks due so soon that the real clock finds the same step reached, whatever weekday
    /// it is: one for each apprentice and one for each instructor.
    /// </summary>
    public static async Task WriteAsync(TestApp app, Given given, int talks)
    {
        var today = OfficeTime.Clock.Today();
        app.Clock.Set(Enumerable.Range(0, 7).Select(back => today.AddDays(-back)).First(WorkingDays.IsWorkingDay));
        var dueOn = Enumerable.Range(1, 3).Select(ahead => today.AddDays(ahead)).First(day => day.Day < 29);
        await app.RemindOnlyOfAsync(ReminderSubject.Talk);
        for (var i = 0; i < talks; i++)
        {
            await given.EvaluationAsync(dueOn, instructor: await given.InstructorAsync());
        }

        var administrator = await given.AdministratorAsync();
        await app.As(administrator).RunAsync((PauseMail use) => use.RunAsync());
        await app.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        await app.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
        await app.As(administrator).RunAsync((ResumeMail use) => use.RunAsync());
    }
}
