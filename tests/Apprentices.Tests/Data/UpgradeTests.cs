using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Platform;
using Apprentices.Tests.Domain;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Data;

/// <summary>From the first release to this one: the newest migrations, and the first start on what was there.</summary>
public sealed class UpgradeTests : AppTests
{
    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Database:MigrateAtStart"] = "true" };

    [BothDatabases]
    public async Task After_an_upgrade_nothing_is_lost_and_no_day_has_moved()
    {
        var (before, after) = await UpgradeAsync();

        foreach (var table in FirstRelease.Tables)
        {
            // The curricula that ship come beside the one that was there.
            Assert.NotEmpty(before[table]);
            Assert.Equal(before[table], after[table].Where(row => table is not ("Curricula" or "Goals") || row.Contains("TEST01-01", StringComparison.Ordinal)));
        }
    }

    [BothDatabases]
    public async Task The_entries_tell_what_was()
    {
        await UpgradeAsync();
        var (underWay, over) = (await RecordAsync(release.UnderWay), await RecordAsync(release.Over));

        Assert.Equal(
            [typeof(ContractEntered), typeof(InterruptionBegun), typeof(ConsentGiven), typeof(InterruptionBegun)], underWay.Entries.OrderBy(e => e.Order).Select(e => e.Change.GetType()));
        Assert.Equal(
            [(release.Consented, FirstRelease.Leave.EndsOn, false), (release.Waiting, new DateOnly(2026, 10, 31), true)],
            underWay.State.Breaks.Select(away => (away.Id, away.ToOn!.Value, away.IsWaiting)));
        Assert.Equal(new DateOnly(2026, 2, 20), underWay.State.Breaks[0].ConsentOn);
        Assert.All(underWay.Entries, entry => Assert.Equal((underWay.EnteredOn, null), (entry.RecordedOn, entry.RecordedById)));
        Assert.True(underWay.IsWaitingForCounty);
        Assert.Equal((new(2027, 10, 18), new DateOnly(2027, 11, 18)), (underWay.State.Period.EndsOn, underWay.State.ProposedPeriod.EndsOn));
        Assert.Equal([release.Drift], underWay.Workplaces.Select(place => place.WorkplaceId));

        Assert.IsType<ContractEntered>(Assert.Single(over.Entries).Change);
        Assert.Equal(over.EndsOn, over.State.Period.EndsOn);
        Assert.Equal(100, over.PartTimePercent);
    }

    [BothDatabases]
    public async Task The_duties_are_there_and_what_was_due_before_is_asked_of_nobody()
    {
        await UpgradeAsync();
        var (underWay, over) = (await RecordAsync(release.UnderWay), await RecordAsync(release.Over));

        Assert.All(underWay.Duties.Concat(over.Duties), duty => Assert.Equal(
            duty.DueOn >= App.Clock.Today ? DutyState.Open : duty.Subject == release.Consented ? DutyState.Done : DutyState.BeforeSystem, duty.State));
        Assert.Equal((new(2027, 8, 18), new DateOnly(2027, 9, 18)), (underWay.The(DutyKind.RegistrationDeadline).DueOn, underWay.The(DutyKind.RegistrationDeadline).ProposedDueOn));
        Assert.Equal(DutyState.Open, underWay.The(DutyKind.FinalTest).State);
        Assert.Equal(new(2026, 5, 29), underWay.The(DutyKind.TalkBeforeChange).DueOn);
        Assert.DoesNotContain(underWay.Duties.Concat(over.Duties), duty => TrackedDuty.OverdueOn(App.Clock.Today).Compile()(duty));
        Assert.Equal(new(2026, 4, 30), over.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [BothDatabases]
    public async Task A_second_start_and_the_first_night_change_nothing()
    {
        await UpgradeAsync();
        var first = await AllAsync();

        await App.Services.PrepareDatabaseAsync();
        Assert.Equal(0, await App.AsConsole().RunAsync((TellRecords use) => use.RunAsync()));
        Assert.Equal(first, await AllAsync());

        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());
        Assert.Equal(first, await AllAsync());
    }

    [BothDatabases]
    public async Task From_the_release_before_this_one_nothing_is_lost_either_and_what_was_logged_waits_for_nobody()
    {
        await UpgradeAsync();
        var (reading, before) = await App.DbAsync(async db =>
        {
            // Back to the tables of that release, with what its start had made of the rows.
            await db.GetService<IMigrator>().MigrateAsync(ReleaseBefore);
            var reading = new FirstRelease(db);
            return (reading, await reading.RowsAsync(db, TablesBefore));
        });

        await App.Services.PrepareDatabaseAsync();
        var after = await App.DbAsync(db => reading.RowsAsync(db, TablesBefore));

        Assert.All(TablesBefore, table => Assert.Equal(before[table], after[table]));
        Assert.All(TablesBefore, table => Assert.NotEmpty(before[table]));
        Assert.All(
            await App.DbAsync(db => db.LogEntries.AsNoTracking().ToListAsync()), entry => Assert.Equal((LogState.FromBefore, entry.WorkedOn), (entry.State, entry.WorkedTo)));
        var goals = await App.DbAsync(db => db.PlannedGoals.AsNoTracking().ToListAsync());
        Assert.Contains(goals, goal => goal.Level >= Level.Masters);
        Assert.All(goals, goal => Assert.Equal(goal.Level >= Level.Masters ? goal.RatedOn : null, goal.DocumentedOn));

        // A talk is the law's, lasts the usual hour, was held on no form; who signed it then signed the talk itself.
        var talks = await App.DbAsync(db => db.Evaluations.Include(talk => talk.Signatures).AsNoTracking().ToListAsync());
        Assert.All(talks, talk => Assert.Equal(
            (EvaluationKind.HalfYear, Evaluation.UsualMinutes, 0, null, 0), (talk.Kind, talk.Minutes, talk.CalendarSequence, talk.FormEditionId, talk.SigningSteps.Count)));
        Assert.All(Assert.Single(talks, talk => talk.State == EvaluationState.Signed).Signatures, signature => Assert.Equal(
            (0, SignatureKind.Signed, null, null), (signature.Addendum, signature.Kind, signature.Hash, signature.Name)));
    }

    /// <summary>How many tests somebody sat, and when she passed, is told by the entries: the first night after the upgrade says it beside them.</summary>
    [BothDatabases]
    public async Task Tests_that_were_entered_before_are_counted_after_the_first_night()
    {
        await UpgradeAsync();
        await App.ChangeAsync(async db =>
        {
            var over = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == release.Over);
            over.Record(new TestHeld(over.EndsOn, TestGrade.NotPassed, over.EndsOn), Decider.County, App.Clock.Today);
        });
        await App.DbAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("Evidence");
            return 0;
        });
        await App.Services.PrepareDatabaseAsync();

        Assert.Equal(0, await SatAsync());
        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());
        Assert.Equal(1, await SatAsync());

        async Task<int> SatAsync() => (await RecordAsync(release.Over)).TestsSat;
    }

    /// <summary>A rule that HR has set before it could be said where it comes still comes by mail.</summary>
    [BothDatabases]
    public async Task A_rule_of_reminders_that_was_set_before_still_comes_by_mail()
    {
        var topic = new ReminderTopic(ReminderSubject.Duty, DutyKind.PlanInPlace);
        var rule = ReminderRules.Shipped[topic] with { Steps = [-20, 0] };
        await App.ChangeAsync(db =>
        {
            var setting = new ReminderSetting(topic);
            setting.Set(rule with { InboxOnly = true }, isOff: false);
            db.Add(setting);
            return Task.CompletedTask;
        });
        await App.DbAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("OwnTokens");
            return 0;
        });

        await App.Services.PrepareDatabaseAsync();

        Assert.True((await App.DbAsync(db => db.ReminderSettings.SingleAsync())).Rule.SaysTheSameAs(rule));
    }

    /// <summary>Who is to sign was told at once, whatever HR had set; the rule tells it now.</summary>
    [BothDatabases]
    public async Task A_rule_of_signatures_that_was_set_before_tells_of_it_at_once()
    {
        Assert.Equal([-7, 0, 3], await UpgradedAsync(ReminderSubject.Signature, [0, 3]));
        Assert.Equal([-7, -3, 0], await UpgradedAsync(ReminderSubject.Signature, [-3, 0]));
        Assert.Equal([-10, 0], await UpgradedAsync(ReminderSubject.Signature, [-10, 0]));
        Assert.Equal([0, 3], await UpgradedAsync(ReminderSubject.Action, [0, 3]));

        async Task<IReadOnlyList<int>> UpgradedAsync(ReminderSubject subject, IReadOnlyList<int> steps)
        {
            var topic = new ReminderTopic(subject);
            await App.ChangeAsync(async db =>
            {
                var setting = await db.ReminderSettings.FindAsync(topic.Key) ?? db.Add(new ReminderSetting(topic)).Entity;
                setting.Set(ReminderRules.Shipped[topic] with { Steps = steps }, isOff: false);
            });
            await App.DbAsync(async db =>
            {
                await db.GetService<IMigrator>().MigrateAsync("ReminderChannels");
                return 0;
            });
            await App.Services.PrepareDatabaseAsync();
            return (await App.DbAsync(db => db.ReminderSettings.SingleAsync(setting => setting.Id == topic.Key))).Steps;
        }
    }

    [BothDatabases]
    public async Task Words_of_a_mail_that_were_set_before_still_stand()
    {
        await App.ChangeAsync(db =>
        {
            db.Add(new ReminderText(new ReminderTopic(ReminderSubject.Talk), Language.Nynorsk, subject: null, "Våre ord."));
            return Task.CompletedTask;
        });
        await App.DbAsync(async db =>
        {
            await db.GetService<IMigrator>().MigrateAsync("TalkReminders");
            return 0;
        });

        await App.Services.PrepareDatabaseAsync();

        var words = await App.DbAsync(db => db.ReminderTexts.SingleAsync());
        Assert.Equal((null, "Våre ord."), (words.MailSubject, words.Text));
    }

    private const string ReleaseBefore = "Evidence";

    private static readonly IReadOnlyList<string> TablesBefore = [.. FirstRelease.Tables, "RecordEntries", "WorkplacePeriods", "TrackedDuties", "CountySettings"];

    private FirstRelease release = null!;

    private async Task<(IReadOnlyDictionary<string, IReadOnlyList<string>> Before, IReadOnlyDictionary<string, IReadOnlyList<string>> After)> UpgradeAsync()
    {
        var before = await App.DbAsync(async db =>
        {
            release = new FirstRelease(db);
            await release.MakeAsync();
            Assert.Equal(FirstRelease.Migration, (await db.Database.GetAppliedMigrationsAsync()).Single().Split('_')[1]);
            return await release.RowsAsync(db);
        });
        await App.Services.PrepareDatabaseAsync();
        return (before, await App.DbAsync(db => release.RowsAsync(db)));
    }

    private Task<Apprenticeship> RecordAsync(Guid id) => App.DbAsync(db => db.Apprenticeships.AsNoTracking().WithRecord().SingleAsync(a => a.Id == id));

    /// <summary>Both records whole, with what counts their changes.</summary>
    private async Task<string> AllAsync()
    {
        var (underWay, over) = (await RecordAsync(release.UnderWay), await RecordAsync(release.Over));
        return DutyStory.Text(new[] { underWay, over }.Select(record => (
            record.Version, record.EndsOn, DutyStory.Text(record.State), record.Entries.OrderBy(e => e.Order).Select(entry => entry.Id).ToList(),
            record.Evaluations.OrderBy(talk => talk.Number).Select(talk => (talk.Id, talk.Version, talk.State, talk.DueOn, talk.PlannedOn)).ToList(),
            record.Duties.OrderBy(duty => duty.Id).Select(duty => (duty.Id, duty.Version, duty.State, duty.DueOn, duty.ProposedDueOn, duty.ActOn)).ToList(),
            record.Plan.OrderBy(goal => goal.Order).Select(goal => (goal.Id, goal.Version, goal.ExpectedOn)).ToList())).ToList());
    }
}
