using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

public sealed class QueueRemindersTests : AppTests
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.RemindOnlyOfAsync(ReminderSubject.Talk);
    }

    [BothDatabases]
    public async Task Those_responsible_and_the_apprentice_are_promised_one_reminder_each_however_often_the_job_runs()
    {
        var (apprentice, instructor, manager, hr) = (
            await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync(), await Given.TrainingManagerAsync(), await Given.HrAsync());
        await Given.ApprenticeshipAsync(
            apprentice, startsOn: App.Clock.Today.AddDays(8).AddMonths(-6), instructor: instructor, trainingManager: manager, hrContact: hr);

        Assert.Equal(3, await QueueAsync());
        Assert.Equal(0, await QueueAsync());

        Assert.Equal(
            new[] { apprentice.Id, instructor.Id, manager.Id }.Order(),
            (await RemindersAsync()).Select(reminder => reminder.RecipientId).Order());
        Assert.All(await RemindersAsync(), reminder => Assert.Equal(-7, reminder.Step));
    }

    [BothDatabases]
    public async Task Two_who_queue_at_once_promise_nothing_twice()
    {
        for (var i = 0; i < 10; i++)
        {
            await Given.EvaluationAsync(App.Clock.Today.AddDays(i % 5));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(QueueAsync)));

        Assert.Equal(10, (await RemindersAsync()).Count);
    }

    [BothDatabases]
    public async Task After_a_weekend_only_the_latest_step_is_told()
    {
        var evaluation = await Given.EvaluationAsync(App.Clock.Today.AddDays(8));
        App.Clock.Set(evaluation.DueOn.AddDays(-8));
        await QueueAsync();

        // Nothing ran on the seventh day before, nor on the day itself.
        App.Clock.Set(evaluation.DueOn.AddDays(1));
        await QueueAsync();

        Assert.Equal([(-14, true), (1, false)], (await RemindersAsync()).Select(r => (r.Step, r.CancelledAt is not null)));
    }

    [BothDatabases]
    public async Task What_is_from_before_the_record_or_long_overdue_is_told_nobody()
    {
        await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-7), enteredOn: App.Clock.Today);
        await Given.EvaluationAsync(App.Clock.Today.AddDays(-31));

        Assert.Equal(0, await QueueAsync());
    }

    [BothDatabases]
    public async Task A_moved_day_calls_off_what_is_unsent_and_starts_its_own()
    {
        var apprenticeship = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddDays(8).AddMonths(-6));
        await QueueAsync();

        await InterruptAsync(apprenticeship, days: 5);
        await QueueAsync();

        Assert.Equal(
            [(App.Clock.Today.AddDays(7), -7, true), (App.Clock.Today.AddDays(12), -14, false)],
            (await RemindersAsync()).Select(r => (r.DueOn, r.Step, r.CancelledAt is not null)).Order());
    }

    [BothDatabases]
    public async Task A_day_moved_back_before_anything_was_sent_revives_the_promise()
    {
        var evaluation = await Given.EvaluationAsync(App.Clock.Today.AddDays(7));
        await QueueAsync();
        await App.ChangeAsync(async db => (await db.Reminders.SingleAsync()).Cancel(App.Clock.GetUtcNow()));

        Assert.Equal(1, await QueueAsync());
        Assert.Null((await RemindersAsync()).Single(r => r.EvaluationId == evaluation.Id).CancelledAt);
    }

    [BothDatabases]
    public async Task What_is_held_or_waived_calls_off_its_reminders()
    {
        var (held, waived) = (await Given.EvaluationAsync(App.Clock.Today), await Given.EvaluationAsync(App.Clock.Today));
        await QueueAsync();

        await App.ChangeAsync(async db =>
        {
            (await db.Evaluations.SingleAsync(e => e.Id == held.Id)).Hold(App.Clock.Today, "We talked.", (await db.People.FirstAsync()).Id, App.Clock.Today);
            (await db.Evaluations.SingleAsync(e => e.Id == waived.Id)).Waive("Moved to another employer.");
        });
        await QueueAsync();

        Assert.All(await RemindersAsync(), reminder => Assert.NotNull(reminder.CancelledAt));
    }

    [BothDatabases]
    public async Task Ended_training_and_training_not_begun_remind_of_nothing()
    {
        var today = App.Clock.Today;
        await Given.ApprenticeshipAsync(startsOn: today.AddMonths(-6).AddDays(-2), endsOn: today.AddDays(-1));
        await Given.ApprenticeshipAsync(startsOn: today.AddDays(1), endsOn: today.AddDays(20));

        Assert.Equal(0, await QueueAsync());
    }

    [BothDatabases]
    public async Task Training_that_ends_calls_off_what_is_unsent()
    {
        var today = App.Clock.Today;
        await Given.ApprenticeshipAsync(startsOn: today.AddMonths(-6), endsOn: today.AddDays(2));
        await QueueAsync();

        App.Clock.Set(today.AddDays(3));
        await QueueAsync();

        Assert.All(await RemindersAsync(), reminder => Assert.NotNull(reminder.CancelledAt));
    }

    [BothDatabases]
    public async Task A_former_instructor_is_told_no_more()
    {
        var (former, next) = (await Given.InstructorAsync(), await Given.InstructorAsync());
        var apprenticeship = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddDays(8).AddMonths(-6), instructor: former);
        await QueueAsync();

        await App.ChangeAsync(async db =>
        {
            var kept = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == apprenticeship.Id);
            kept.Assign(await db.People.SingleAsync(p => p.Id == next.Id), AssignmentRole.Instructor, App.Clock.Today);
        });
        await QueueAsync();

        var reminders = await RemindersAsync();
        Assert.NotNull(reminders.Single(r => r.RecipientId == former.Id).CancelledAt);
        Assert.Null(reminders.Single(r => r.RecipientId == next.Id).CancelledAt);
    }

    [BothDatabases]
    public async Task Many_talks_are_queued_page_by_page()
    {
        for (var i = 0; i < 12; i++)
        {
            await Given.EvaluationAsync(App.Clock.Today.AddDays(i % 2));
        }

        Assert.Equal(12, await App.AsNobody().RunAsync((QueueReminders use) =>
        {
            use.PageSize = 5;
            return use.RunAsync();
        }));
    }

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<List<Reminder>> RemindersAsync() => App.DbAsync(db => db.Reminders.OrderBy(r => r.Step).ToListAsync());

    private Task InterruptAsync(Apprenticeship apprenticeship, int days) => App.ChangeAsync(async db =>
    {
        var kept = await db.Apprenticeships
            .WithRecord()
            .SingleAsync(a => a.Id == apprenticeship.Id);
        var start = App.Clock.Today.AddDays(-20);
        kept.Interrupt(start, start.AddDays(days - 1), 100, countyConsentOn: App.Clock.Today);
    });
}
