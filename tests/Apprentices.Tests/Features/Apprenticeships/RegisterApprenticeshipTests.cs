using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Apprenticeships;

public sealed class RegisterApprenticeshipTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Enters_the_apprentice_the_plan_the_talks_and_who_follows_up()
    {
        var hr = await Given.HrAsync();
        var manager = await Given.PersonAsync(named: "Tor Eide");

        var id = await RegisterAsync(hr, await InputAsync(input =>
        {
            input.TrainingManager = PersonChoice.Of(manager.Id, manager.FullName);
            input.Instructor = new PersonChoice { IsNew = true, GivenName = "Siv", FamilyName = "Åmot", Email = "Siv.Amot@example.no" };
        }));

        var entered = await LoadAsync(id);
        Assert.Equal(("Øystein Ås", "Ny avdeling", 8, 4), (entered.Person.FullName, entered.Workplace.Name, entered.Plan.Count, entered.Evaluations.Count));
        Assert.True(entered.Person.Roles.HasFlag(Roles.Apprentice));
        Assert.Equal(["Siv Åmot", "Tor Eide"], entered.Assignments.Select(a => a.Person.FullName).Order());
        Assert.All(entered.Assignments, a => Assert.Equal(entered.StartsOn, a.FromOn));
        Assert.True(await App.DbAsync(db => db.People.AnyAsync(p => p.Email == "siv.amot@example.no" && p.Roles == Roles.Instructor)));
    }

    [BothDatabases]
    public async Task Refuses_the_same_contract_twice_a_number_that_is_taken_and_an_address_that_is_anothers()
    {
        var hr = await Given.HrAsync();
        await RegisterAsync(hr, await InputAsync(input => input.VigoNumber = "2026-1"));

        await Assert.ThrowsAsync<RuleException>(async () => await RegisterAsync(hr, await InputAsync(_ => { })));
        await Assert.ThrowsAsync<RuleException>(async () => await RegisterAsync(hr, await InputAsync(input =>
            (input.Email, input.FamilyName, input.VigoNumber) = ("ny@example.no", "Ny", "2026-1"))));
        var refused = await Assert.ThrowsAsync<RuleException>(async () => await RegisterAsync(hr, await InputAsync(input => input.FamilyName = "Helt Annen")));
        Assert.Contains("Øystein Ås", refused.Message, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Corrects_the_days_and_keeps_what_was_done()
    {
        var hr = await Given.HrAsync();
        var siv = await Given.InstructorAsync();
        var id = await RegisterAsync(hr, await InputAsync(input => (input.StartsOn, input.EndsOn) = (Today.AddMonths(-8), Today.AddMonths(16))));
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.ApprenticeshipId == id && e.Number == 1)).MarkHeldBeforeSystem(null, Today));

        var input = (await App.As(hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(id)))!;
        input.EndsOn = Today.AddMonths(4);
        input.FamilyName = "Åsheim";
        await App.As(hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(id, input));

        var corrected = await LoadAsync(id);
        Assert.Equal(("Øystein Åsheim", 2), (corrected.Person.FullName, corrected.Evaluations.Count));
        Assert.Contains(corrected.Evaluations, e => e.State == EvaluationState.HeldBeforeSystem);
        Assert.All(corrected.Plan, goal => Assert.InRange(goal.HalfYear, 1, 2));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(siv).RunAsync((CorrectApprenticeship use) => use.RunAsync(id, input)));
    }

    [BothDatabases]
    public async Task The_later_of_two_corrections_is_told_and_overwrites_nothing()
    {
        var hr = await Given.HrAsync();
        var id = await RegisterAsync(hr, await InputAsync(_ => { }));
        var first = (await App.As(hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(id)))!;
        var second = (await App.As(hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(id)))!;

        first.Workplace = "Bodø";
        await App.As(hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(id, first));
        second.Workplace = "Tromsø";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(id, second)));
        Assert.Equal("Bodø", (await LoadAsync(id)).Workplace.Name);
    }

    [BothDatabases]
    public async Task A_record_registered_by_mistake_goes_with_the_person_and_one_in_use_stays()
    {
        var hr = await Given.HrAsync();
        var mistake = await RegisterAsync(hr, await InputAsync(_ => { }));
        var used = await Given.ApprenticeshipAsync(instructor: await Given.InstructorAsync());
        await App.ChangeAsync(async db =>
        {
            var one = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == used.Id);
            db.Add(HandedIn.Entry(one, Today, "Ryddet i kabler.", [one.Plan[0]], App.Clock.GetUtcNow(), Today));
        });

        await App.As(hr).RunAsync((RemoveApprenticeship use) => use.RunAsync(mistake));

        Assert.False(await App.DbAsync(db => db.Apprenticeships.AnyAsync(a => a.Id == mistake)));
        Assert.False(await App.DbAsync(db => db.People.AnyAsync(p => p.Email == "oystein@example.no")));
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((RemoveApprenticeship use) => use.RunAsync(used.Id)));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(hr).RunAsync((RemoveApprenticeship use) => use.RunAsync(mistake)));
    }

    [BothDatabases]
    public async Task A_record_goes_with_all_that_was_made_from_it_until_something_has_happened_to_it()
    {
        var hr = await Given.HrAsync();
        var mistake = await RegisterAsync(hr, await InputAsync(input => input.EndsOn = Today.AddYears(3)));
        var input = (await App.As(hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(mistake)))!;
        input.EndsOn = Today.AddYears(2);
        await App.As(hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(mistake, input));
        var (away, tested, followed) = (
            await Given.ApprenticeshipAsync(), await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-23)), await Given.ApprenticeshipAsync());
        await App.ChangeAsync(async db =>
        {
            var all = await db.Apprenticeships.WithRecord().ToDictionaryAsync(a => a.Id);
            all[away.Id].Record(new InterruptionBegun(Today, Today.AddDays(30), 100, Prolongs: true), Decider.BothParties, Today, hr.Id);
            all[tested.Id].Record(new TestHeld(Today.AddDays(-3), TestGrade.Passed, Today), Decider.County, Today, hr.Id);
            all[followed.Id].Duties.First(duty => duty.State == DutyState.Open && duty.Nature != DutyNature.Milestone).MarkDone(Today, hr.Id, Today);
        });

        await App.As(hr).RunAsync((RemoveApprenticeship use) => use.RunAsync(mistake));

        Assert.DoesNotContain(mistake, await App.DbAsync(db => db.RecordEntries.Select(e => e.ApprenticeshipId).ToListAsync()));
        Assert.DoesNotContain(mistake, await App.DbAsync(db => db.TrackedDuties.Select(d => d.ApprenticeshipId ?? Guid.Empty).ToListAsync()));
        Assert.DoesNotContain(mistake, await App.DbAsync(db => db.WorkplacePeriods.Select(p => p.ApprenticeshipId).ToListAsync()));
        foreach (var used in new[] { away, tested, followed })
        {
            await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((RemoveApprenticeship use) => use.RunAsync(used.Id)));
        }
    }

    [BothDatabases]
    public async Task A_new_instructor_takes_over_from_a_day_and_the_former_has_it_to_the_day_before()
    {
        var hr = await Given.HrAsync();
        var (former, next) = (await Given.InstructorAsync("Gammel Kar"), await Given.PersonAsync(named: "Ny Kar"));
        var one = await Given.ApprenticeshipAsync(instructor: former);

        await App.As(hr).RunAsync((AssignSupervisor use) => use.RunAsync(
            one.Id, new AssignSupervisor.Input { Role = AssignmentRole.Instructor, Person = PersonChoice.Of(next.Id, "Ny Kar"), FromOn = Today }));

        var assignments = (await LoadAsync(one.Id)).Assignments;
        Assert.Equal(Today.AddDays(-1), assignments.Single(a => a.PersonId == former.Id).ToOn);
        Assert.Equal((Today, null), (assignments.Single(a => a.PersonId == next.Id).FromOn, assignments.Single(a => a.PersonId == next.Id).ToOn));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(former).RunAsync((AssignSupervisor use) => use.RunAsync(
            one.Id, new AssignSupervisor.Input { Person = PersonChoice.Of(next.Id, "Ny Kar"), FromOn = Today })));
    }

    [BothDatabases]
    public async Task A_handover_moves_everybody_from_the_day_and_leaves_what_ended()
    {
        var hr = await Given.HrAsync();
        var (from, to) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Lise Grønn"));
        var now = await Given.ApprenticeshipAsync(instructor: from);
        var later = await Given.ApprenticeshipAsync(instructor: from, startsOn: Today.AddMonths(2));
        var ended = await Given.ApprenticeshipAsync(instructor: from, startsOn: Today.AddMonths(-30));

        var input = new MoveApprentices.Input { From = PersonChoice.Of(from.Id, ""), To = PersonChoice.Of(to.Id, ""), On = Today.AddDays(3) };
        var preview = await App.As(hr).RunAsync((MoveApprentices use) => use.PreviewAsync(from.Id, Today.AddDays(3)));
        var moved = await App.As(hr).RunAsync((MoveApprentices use) => use.RunAsync(input));

        Assert.Equal((2, 2), (preview.Count, moved));
        Assert.Equal(Today.AddDays(2), (await LoadAsync(now.Id)).Assignments.Single(a => a.PersonId == from.Id).ToOn);
        var takenOver = Assert.Single((await LoadAsync(later.Id)).Assignments);
        Assert.Equal((to.Id, later.StartsOn), (takenOver.PersonId, takenOver.FromOn));
        Assert.Equal(from.Id, Assert.Single((await LoadAsync(ended.Id)).Assignments).PersonId);
    }

    [BothDatabases]
    public async Task A_record_is_not_there_for_a_supervisor_who_does_not_follow_it_up()
    {
        var siv = await Given.InstructorAsync();
        var mine = await Given.ApprenticeshipAsync(instructor: siv);
        var other = await Given.ApprenticeshipAsync();

        Assert.NotNull(await App.As(siv).RunAsync((ReadRecordHead use) => use.RunAsync(mine.Id)));
        var record = (await App.As(siv).RunAsync((ReadApprenticeship use) => use.RunAsync(mine.Id)))!;
        Assert.Equal([1, 2, 3, 4], record.Talks.Select(talk => talk.Number));
        Assert.Empty(record.Contract.Evaluations);
        Assert.Null(await App.As(siv).RunAsync((ReadRecordHead use) => use.RunAsync(other.Id)));
        Assert.Null(await App.As(siv).RunAsync((ReadApprenticeship use) => use.RunAsync(other.Id)));
    }

    private Task<Guid> RegisterAsync(Person hr, RegisterApprenticeship.Input input) =>
        App.As(hr).RunAsync((RegisterApprenticeship use) => use.RunAsync(input));

    private async Task<RegisterApprenticeship.Input> InputAsync(Action<RegisterApprenticeship.Input> with)
    {
        await Given.CurriculumAsync();
        var input = new RegisterApprenticeship.Input
        {
            GivenName = "Øystein",
            FamilyName = "Ås",
            Email = "oystein@example.no",
            StartsOn = Today,
            EndsOn = Today.AddYears(2).AddDays(-1),
            CurriculumCode = Support.Given.CurriculumCode,
            CountyNumber = "03",
            Workplace = "Ny avdeling",
        };
        with(input);
        return input;
    }

    private Task<Apprenticeship> LoadAsync(Guid id) => App.DbAsync(db => db.Apprenticeships
        .Include(a => a.Person).Include(a => a.Workplace).Include(a => a.Plan).Include(a => a.Evaluations)
        .Include(a => a.Assignments).ThenInclude(s => s.Person).AsSplitQuery().SingleAsync(a => a.Id == id));
}
