using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Features.ProgressLog;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Home;

public sealed class ReadSupervisorHomeTests : AppTests
{
    [BothDatabases]
    public async Task Puts_the_overdue_talk_first_and_each_thing_that_waits_once()
    {
        var siv = await Given.InstructorAsync();
        var today = App.Clock.Today;
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Emil Due"), instructor: siv, startsOn: today.AddDays(11).AddMonths(-6));
        var late = await Given.ApprenticeshipAsync(
            await Given.PersonAsync(Roles.Apprentice, "Aisha Late"), instructor: siv, startsOn: today.AddDays(-10).AddMonths(-6));

        var home = await ReadAsync(siv);

        Assert.Equal(["Emil Due", "Aisha Late"], home.Apprentices.Select(apprentice => apprentice.Name));
        Assert.Equal(WaitingReason.OverdueTalk, home.Tasks[0].Reason);
        Assert.Equal("Aisha Late", home.Tasks[0].Apprentice);
        Assert.Contains(late.Evaluations[0].Id.ToString(), home.Tasks[0].Href, StringComparison.Ordinal);
        Assert.Equal("Emil Due", Assert.Single(home.Tasks, task => task.Reason == WaitingReason.DueTalk).Apprentice);
        Assert.Equal("Aisha Late", Assert.Single(home.Tasks, task => task is { Reason: WaitingReason.BehindPlan, Apprentice: "Aisha Late" }).Apprentice);
        Assert.Equal(2, home.Tasks.Count(task => task.Reason == WaitingReason.Quiet));
    }

    [BothDatabases]
    public async Task A_held_talk_waits_until_a_supervisor_has_signed_it()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(talk => talk.ApprenticeshipId == contract.Id && talk.Number == 1))
            .Hold(App.Clock.Today, "Vi snakket.", siv.Id, App.Clock.Today));
        Assert.Single((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.TalkToSign);

        await App.ChangeAsync(async db => (await db.Evaluations.Include(talk => talk.Signatures).Include(talk => talk.Documents)
            .SingleAsync(talk => talk.ApprenticeshipId == contract.Id && talk.Number == 1)).Sign(siv.Id, Roles.Instructor, App.Clock.GetUtcNow()));
        Assert.DoesNotContain((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.TalkToSign);
    }

    [BothDatabases]
    public async Task An_expected_goal_waits_to_be_rated_once_it_was_worked_on_and_is_quiet_when_it_was_rated_since()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv);
        await WriteAsync(App.Clock.Today.AddDays(-2));
        Assert.Single((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.GoalsToRate);
        Assert.DoesNotContain((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.Quiet);

        await App.ChangeAsync(async db => (await db.PlannedGoals.SingleAsync(goal => goal.Id == contract.Plan[0].Id))
            .Rate(Level.UnderWay, null, App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today));
        Assert.DoesNotContain((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.GoalsToRate);

        App.Clock.Advance(TimeSpan.FromDays(1));
        await WriteAsync(App.Clock.Today);
        Assert.Single((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.GoalsToRate);

        Task<Guid> WriteAsync(DateOnly day) => App.As(mari).RunAsync((WriteLogEntry use) => use.RunAsync(
            new WriteLogEntry.Input { Text = "Tekst", WorkedOn = day, GoalIds = [contract.Plan[0].Id] }));
    }

    [BothDatabases]
    public async Task Shows_those_she_follows_up_today_and_nobody_elses()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await Given.ApprenticeshipAsync();
        Assert.Equal(contract.Id, Assert.Single((await ReadAsync(siv)).Apprentices).Id);

        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            row.EndAssignment(row.Assignments.Single(), App.Clock.Today.AddDays(-1));
        });
        var afterwards = await ReadAsync(siv);
        Assert.Empty(afterwards.Apprentices);
        Assert.Empty(afterwards.Tasks);

        foreach (var role in new[] { Roles.Apprentice, Roles.Hr, Roles.Administrator })
        {
            var person = await Given.PersonAsync(role);
            await Assert.ThrowsAsync<NotAllowedException>(() => ReadAsync(person));
        }
    }

    [BothDatabases]
    public async Task Quiet_is_who_has_handed_in_nothing_for_a_fortnight_where_the_log_is_kept_here()
    {
        var siv = await Given.InstructorAsync();
        var today = App.Clock.Today;
        var (wrote, open, never) = (await HersAsync("Wrote Skrev"), await HersAsync("Open Kladd"), await HersAsync("Never Aldri"));
        var elsewhere = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Else Utenfor"), instructor: siv, curriculum: "TEST09-01");
        await App.ChangeAsync(async db =>
        {
            var off = new LogSetting(elsewhere.CurriculumCode);
            off.Set(LogSetting.Usual with { IsOff = true });
            var (one, other, now) = (await WithPlanAsync(wrote), await WithPlanAsync(open), App.Clock.GetUtcNow());
            var week = LogEntry.Write(one, today, "Uka", [one.Plan[0]], now, today, new LogDetails(IsWeek: true));
            week.HandIn(one.PersonId, now);
            db.AddRange(
                off, week, LogEntry.Write(other, today, "Ikke sendt inn", [other.Plan[0]], now, today),
                HandedIn.Entry(other, today.AddDays(-14), "For to uker siden", [other.Plan[0]], now, today));

            Task<Apprenticeship> WithPlanAsync(Apprenticeship of) => db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == of.Id);
        });

        Assert.Equal([never.Id, open.Id], (await ReadAsync(siv)).Tasks.Where(task => task.Reason == WaitingReason.Quiet).Select(task => task.AboutId));

        // The week ends on Sunday; a fortnight after the day it was written she is not quiet yet, and then she is.
        App.Clock.Set(new DateOnly(2026, 10, 3));
        Assert.DoesNotContain((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.Quiet && task.AboutId == wrote.Id);
        App.Clock.Set(new DateOnly(2026, 10, 4));
        Assert.Contains((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.Quiet && task.AboutId == wrote.Id);

        Task<Apprenticeship> HersAsync(string name) => HersOfAsync(siv, name);
    }

    [BothDatabases]
    public async Task What_is_put_off_waits_again_tomorrow_and_what_the_law_makes_overdue_cannot_be()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var late = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor, startsOn: App.Clock.Today.AddDays(-10).AddMonths(-6));

        await PutOffAsync(siv, WaitingReason.Quiet, late.Id);
        Assert.DoesNotContain((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.Quiet);
        Assert.Contains((await ReadAsync(tor)).Tasks, task => task.Reason == WaitingReason.Quiet);
        await Assert.ThrowsAsync<NotThereException>(() => PutOffAsync(siv, WaitingReason.Quiet, late.Id));
        await Assert.ThrowsAsync<RuleException>(() => PutOffAsync(siv, WaitingReason.OverdueTalk, late.Id));
        Assert.Equal([PutOffKind.Quiet], (await App.As(siv).RunAsync((ReadWorkDone use) => use.RunAsync())).PutOff);

        App.Clock.Set(App.Clock.Today.AddDays(1));
        Assert.Contains((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.Quiet);
        await PutOffAsync(siv, WaitingReason.Quiet, late.Id);
        await PutOffAsync(siv, WaitingReason.BehindPlan, late.Id);
        Assert.Equal(2, await App.As(siv).RunAsync((BringBackPutOff use) => use.RunAsync()));
        Assert.Contains((await ReadAsync(siv)).Tasks, task => task.Reason == WaitingReason.Quiet);
    }

    [BothDatabases]
    public async Task What_is_next_is_the_goal_expected_first_of_those_not_mastered()
    {
        var siv = await Given.InstructorAsync();
        var hers = await HersOfAsync(siv, "Mari Berg");
        Assert.Equal("Mål 1", (await ReadAsync(siv)).Next[hers.Id].Title.Nb);

        await App.ChangeAsync(async db => (await db.PlannedGoals.SingleAsync(goal => goal.Id == hers.Plan[0].Id))
            .Rate(Level.Masters, null, App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today));
        Assert.Equal("Mål 2", (await ReadAsync(siv)).Next[hers.Id].Title.Nb);
    }

    [BothDatabases]
    public async Task Needs_as_many_statements_for_twelve_apprentices_as_for_one()
    {
        var siv = await Given.InstructorAsync();
        var lise = await Given.InstructorAsync();
        await Given.ApprenticeshipAsync(instructor: siv);
        for (var number = 0; number < 12; number++)
        {
            await Given.ApprenticeshipAsync(instructor: lise);
        }

        var few = await App.Sql.CountAsync(() => ReadAsync(siv));
        var many = await App.Sql.CountAsync(() => ReadAsync(lise));

        Assert.Equal(16, few);
        Assert.Equal(few, many);
    }

    private async Task<Apprenticeship> HersOfAsync(Person instructor, string name) =>
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, name), instructor: instructor);

    private Task PutOffAsync(Person by, WaitingReason reason, Guid aboutId) => App.As(by).RunAsync((PutOffTask use) => use.RunAsync(reason, aboutId));

    private Task<ReadSupervisorHome.View> ReadAsync(Person reader) => App.As(reader).RunAsync((ReadSupervisorHome use) => use.RunAsync());
}
