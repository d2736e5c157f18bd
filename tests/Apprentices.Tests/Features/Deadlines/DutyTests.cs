using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Home;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Deadlines;

/// <summary>What becomes of a duty: shown, sent, done, waived, taken back.</summary>
public sealed class DutyTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Shows_whose_it_is_and_the_sum_behind_its_day()
    {
        var frida = await Given.TrainingManagerAsync("Frida Lie");
        var plan = await DutyAsync(DutyKind.PlanInPlace, trainingManager: frida);

        var shown = (await ShowAsync(frida, plan.Id))!;

        Assert.Equal(("Mari Berg", "Frida Lie", DutyBasis.HouseRule), (shown.Apprentice, shown.Responsible, shown.Due.Basis));
        Assert.Equal([DutyStepKind.ContractStart, DutyStepKind.DaysAfter], shown.Sum!.Arithmetic.Select(step => step.Kind));
        Assert.Equal((true, true, false, false), (shown.MayFinish, shown.MayWaive, shown.MaySend, shown.MayReopen));
        Assert.Null(await ShowAsync(await Given.TrainingManagerAsync(), plan.Id));
    }

    [BothDatabases]
    public async Task Who_opens_a_duty_of_anothers_is_noted_and_nobody_for_her_own_or_the_employers()
    {
        var hr = await Given.HrAsync();
        var plan = await DutyAsync(DutyKind.PlanInPlace);
        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());
        var (owner, ofEmployer) = await App.DbAsync(async db => (
            await db.Apprenticeships.Where(a => a.Id == plan.ApprenticeshipId).Select(a => a.Person).SingleAsync(),
            await db.TrackedDuties.FirstAsync(duty => duty.ApprenticeshipId == null)));
        Assert.NotNull(await ShowAsync(owner, plan.Id));
        Assert.NotNull(await ShowAsync(hr, ofEmployer.Id));
        Assert.Null(await ShowAsync(await Given.TrainingManagerAsync(), plan.Id));
        Assert.Empty(await App.DbAsync(db => db.AccessTraces.ToListAsync()));

        await ShowAsync(hr, plan.Id);

        var trace = Assert.Single(await App.DbAsync(db => db.AccessTraces.Include(trace => trace.Reader).ToListAsync()));
        Assert.Equal((plan.ApprenticeshipId!.Value, Opened.Record, hr.Id), (trace.ApprenticeshipId, trace.What, trace.Reader.PersonId!.Value));
    }

    [BothDatabases]
    public async Task Done_says_when_and_by_whom_and_can_be_taken_back()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var talk = await DutyAsync(DutyKind.StartTalk, instructor: siv);

        await FinishAsync(siv, talk.Id, Today.AddDays(-2), talk.Version);
        var done = (await ShowAsync(siv, talk.Id))!;
        Assert.Equal((DutyState.Done, Today.AddDays(-2), "Siv Åmot", true), (done.Due.State, done.Due.DoneOn, done.DoneBy, done.MayReopen));

        await App.As(siv).RunAsync((ReopenDuty use) => use.RunAsync(talk.Id, done.Due.Version));
        Assert.Equal(DutyState.Open, (await ShowAsync(siv, talk.Id))!.Due.State);
        await Assert.ThrowsAsync<RuleException>(() => FinishAsync(siv, talk.Id, Today.AddDays(1), done.Due.Version + 1));
    }

    [BothDatabases]
    public async Task Two_at_once_do_not_overwrite_each_other()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync());
        var talk = await DutyAsync(DutyKind.StartTalk, instructor: siv);

        await FinishAsync(siv, talk.Id, Today, talk.Version);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((ReopenDuty use) => use.RunAsync(talk.Id, talk.Version)));
    }

    [BothDatabases]
    public async Task What_the_law_asks_for_only_HR_waives_and_asks_for_again()
    {
        var (hr, frida, siv) = (await Given.HrAsync(), await Given.TrainingManagerAsync(), await Given.InstructorAsync());
        var (law, house) = (await DutyAsync(DutyKind.RegistrationDeadline, siv, frida), await DutyAsync(DutyKind.PlanInPlace, siv, frida));

        await Assert.ThrowsAsync<NotAllowedException>(() => WaiveAsync(frida, law.Id, law.Version));
        await Assert.ThrowsAsync<NotAllowedException>(() => WaiveAsync(siv, house.Id, house.Version));
        await WaiveAsync(frida, house.Id, house.Version);
        await WaiveAsync(hr, law.Id, law.Version);

        var waived = (await ShowAsync(frida, law.Id))!;
        Assert.Equal((DutyState.Waived, "Lærlingen slutter", false), (waived.Due.State, waived.WaivedReason, waived.MayReopen));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(frida).RunAsync((ReopenDuty use) => use.RunAsync(law.Id, waived.Due.Version)));
        await App.As(hr).RunAsync((ReopenDuty use) => use.RunAsync(law.Id, waived.Due.Version));
        Assert.Equal(DutyState.Open, (await ShowAsync(hr, law.Id))!.Due.State);
    }

    [BothDatabases]
    public async Task A_registration_that_is_sent_is_chased_until_it_is_confirmed()
    {
        var frida = await Given.TrainingManagerAsync();
        var deadline = await DutyAsync(DutyKind.RegistrationDeadline, trainingManager: frida);

        await App.As(frida).RunAsync((SendDuty use) => use.RunAsync(deadline.Id, new SendDuty.Input { On = Today, Version = deadline.Version }));
        Assert.Equal(
            (Today.AddDays(21), DutyState.Done),
            ((await ShowAsync(frida, deadline.Id))!.Due.ActOn, (await DutyAsync(deadline, DutyKind.RegistrationTarget)).State));

        App.Clock.Set(Today.AddDays(22));
        var row = Assert.Single((await ListAsync(frida, DeadlineFilter.Overdue)).Rows, row => row.Due.Id == deadline.Id);
        Assert.Equal((false, true), (row.Due.IsOverdueByLaw(Today), row.MayFinish));

        await FinishAsync(frida, deadline.Id, Today, row.Due.Version);
        Assert.DoesNotContain((await ListAsync(frida, DeadlineFilter.Open)).Rows, other => other.Due.Id == deadline.Id);
    }

    [BothDatabases]
    public async Task Nobody_settles_what_is_due_on_her_own_training()
    {
        var hr = await Given.PersonAsync(Roles.Hr | Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(hr, startsOn: Today.AddMonths(-7));
        var duty = await App.DbAsync(db => db.TrackedDuties.SingleAsync(d => d.ApprenticeshipId == contract.Id && d.Kind == DutyKind.PlanInPlace));

        Assert.False((await ShowAsync(hr, duty.Id))!.MayFinish);
        await Assert.ThrowsAsync<NotThereException>(() => FinishAsync(hr, duty.Id, Today, duty.Version));
    }

    [BothDatabases]
    public async Task What_is_the_employers_own_HR_sees_with_its_sum_and_settles()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await App.ChangeAsync(async db => await db.AddAsync(new TrainingApproval(contract.CurriculumCode, contract.WorkplaceId, "03", Today.AddYears(-3))));
        await App.AsConsole().RunAsync((RefreshDuties use) => use.RunAsync());
        var duties = await App.DbAsync(db => db.TrackedDuties.Where(d => d.ApprenticeshipId == null).ToListAsync());

        foreach (var duty in duties)
        {
            Assert.Equal(duty.DueOn, (await ShowAsync(hr, duty.Id))!.Sum?.DueOn);
            Assert.Null(await ShowAsync(siv, duty.Id));
            await Assert.ThrowsAsync<NotThereException>(() => FinishAsync(siv, duty.Id, Today, duty.Version));
        }

        var lapse = duties.Single(duty => duty.Kind == DutyKind.ApprovalLapses);
        Assert.Equal(("Prøvefaget", "Drift"), ((await ShowAsync(hr, lapse.Id))!.Trade!.Nb, (await ShowAsync(hr, lapse.Id))!.Workplace));
        var survey = duties.First(duty => duty.Kind == DutyKind.ApprenticeSurvey);
        await FinishAsync(hr, survey.Id, Today, survey.Version);
        Assert.Equal(DutyState.Done, (await ShowAsync(hr, survey.Id))!.Due.State);
    }

    [BothDatabases]
    public async Task A_supervisors_home_names_the_duties_of_her_role_and_no_others()
    {
        var (siv, frida) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        await DutyAsync(DutyKind.StartTalk, siv, frida);

        var tasks = (await App.As(siv).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Tasks;

        var late = Assert.Single(tasks, task => task.Reason is WaitingReason.LateDuty or WaitingReason.DueDuty or WaitingReason.OverdueDuty);
        Assert.Equal((WaitingReason.LateDuty, "Oppstartssamtale – Mari Berg"), (late.Reason, late.Title));
        Assert.Contains((await App.As(frida).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Tasks, task => task.Title.StartsWith("Opplæringsplanen", StringComparison.Ordinal));
    }

    /// <summary>A duty of Mari Berg's, who began seven months ago.</summary>
    private async Task<TrackedDuty> DutyAsync(DutyKind kind, Person? instructor = null, Person? trainingManager = null)
    {
        var contract = await Given.ApprenticeshipAsync(
            await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), startsOn: Today.AddMonths(-7), instructor: instructor, trainingManager: trainingManager);
        return await App.DbAsync(db => db.TrackedDuties.SingleAsync(duty => duty.ApprenticeshipId == contract.Id && duty.Kind == kind));
    }

    private Task<TrackedDuty> DutyAsync(TrackedDuty other, DutyKind kind) =>
        App.DbAsync(db => db.TrackedDuties.SingleAsync(duty => duty.ApprenticeshipId == other.ApprenticeshipId && duty.Kind == kind));

    private Task<ShowDuty.Details?> ShowAsync(Person person, Guid id) => App.As(person).RunAsync((ShowDuty use) => use.RunAsync(id));

    private Task<ListDeadlines.Result> ListAsync(Person person, DeadlineFilter filter) =>
        App.As(person).RunAsync((ListDeadlines use) => use.RunAsync(new DeadlineQuery(filter), new Page(0, 100)));

    private Task FinishAsync(Person person, Guid id, DateOnly on, int version) =>
        App.As(person).RunAsync((FinishDuty use) => use.RunAsync(id, new FinishDuty.Input { On = on, Version = version }));

    private Task WaiveAsync(Person person, Guid id, int version) =>
        App.As(person).RunAsync((WaiveDuty use) => use.RunAsync(id, new WaiveDuty.Input { Reason = "Lærlingen slutter", Version = version }));
}
