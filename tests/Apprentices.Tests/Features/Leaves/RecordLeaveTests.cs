using Apprentices.Domain;
using Apprentices.Features.Leaves;
using Apprentices.Features.Notifications;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Leaves;

/// <summary>HR says who is away and who stands in, and gives the access that goes with it just as long.</summary>
public sealed class RecordLeaveTests : AppTests
{
    private Person siv = null!;
    private Person lise = null!;
    private Person ali = null!;
    private Person nina = null!;
    private Apprenticeship first = null!;
    private Apprenticeship second = null!;

    private DateOnly Today => App.Clock.Today;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (siv, lise, ali, nina) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Lise Grønn"), await Given.InstructorAsync("Ali Khan"), await Given.HrAsync("Nina Dahl"));
        first = await Given.ApprenticeshipAsync(instructor: siv);
        second = await Given.ApprenticeshipAsync(trainingManager: siv, instructor: lise);
    }

    [BothDatabases]
    public async Task Whoever_stands_in_follows_up_those_that_were_ticked_on_the_days_of_the_leave()
    {
        var third = await Given.ApprenticeshipAsync(instructor: siv);
        var (from, to) = (Today.AddDays(3), Today.AddDays(9));
        var records = await RecordsAsync(null, from, to, lise);
        Assert.Equal([first.Id, second.Id, third.Id], new[] { first, second, third }.Where(a => records.Any(record => record.Apprentice == a.Person.FullName)).Select(a => a.Id));
        Assert.All(records, record => Assert.Equal(record.Apprentice == second.Person.FullName, record.SeesAnyhow));
        Assert.All(records, record => Assert.True(record.IsGiven));

        var id = await RecordAsync(from, to, lise, record => record.Apprentice != third.Person.FullName);

        Assert.Equal([(from, to)], await DeputyDaysAsync(first, lise));
        Assert.Empty(await DeputyDaysAsync(second, lise));
        Assert.Empty(await DeputyDaysAsync(third, lise));
        Assert.False((await RecordsAsync(id, from, to, lise)).Single(record => record.Apprentice == third.Person.FullName).IsGiven);
        Assert.Equal([(false, "Siv Åmot")], (await OwnAsync(lise)).Select(row => (row.IsOwn, row.Other)));
        Assert.Equal([(true, "Lise Grønn")], (await OwnAsync(siv)).Select(row => (row.IsOwn, row.Other)));
        Assert.Empty(await OwnAsync(nina));
    }

    [BothDatabases]
    public async Task She_who_follows_it_up_for_part_of_the_leave_is_stood_in_for_on_that_part_alone()
    {
        await App.ChangeAsync(async db => (await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == first.Id))
            .Assign(await db.People.SingleAsync(p => p.Id == ali.Id), AssignmentRole.Instructor, Today.AddDays(6)));

        await RecordAsync(Today.AddDays(3), Today.AddDays(9), lise);

        Assert.Equal([(Today.AddDays(3), Today.AddDays(5))], await DeputyDaysAsync(first, lise));
    }

    [BothDatabases]
    public async Task Other_days_or_another_deputy_take_the_access_along_and_what_has_been_stays()
    {
        var (from, to) = (Today.AddDays(3), Today.AddDays(9));
        var id = await RecordAsync(from, to, lise);

        await ChangeAsync(id, from.AddDays(1), to.AddDays(7), lise);
        Assert.Equal([(from.AddDays(1), to.AddDays(7))], await DeputyDaysAsync(first, lise));

        App.Clock.Set(Today.AddDays(6));
        await ChangeAsync(id, from.AddDays(1), to, lise);
        Assert.Equal([(from.AddDays(1), to)], await DeputyDaysAsync(first, lise));
        await ChangeAsync(id, from.AddDays(1), to, ali);
        Assert.Equal([(from.AddDays(1), Today.AddDays(-1))], await DeputyDaysAsync(first, lise));
        Assert.Equal([(from.AddDays(1), to)], await DeputyDaysAsync(first, ali));
        Assert.Equal([(from.AddDays(1), to)], await DeputyDaysAsync(second, ali));

        await ChangeAsync(id, from.AddDays(1), to, ali, record => record.Apprentice == second.Person.FullName);
        Assert.Equal([(from.AddDays(1), Today.AddDays(-1))], await DeputyDaysAsync(first, ali));
        Assert.Equal([(from.AddDays(1), to)], await DeputyDaysAsync(second, ali));
    }

    [BothDatabases]
    public async Task A_leave_taken_away_takes_its_access_with_it_and_no_other()
    {
        await App.ChangeAsync(async db => (await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == first.Id))
            .Deputise(await db.People.SingleAsync(p => p.Id == lise.Id), AssignmentRole.Instructor, Today.AddDays(20), Today.AddDays(30)));
        var id = await RecordAsync(Today.AddDays(3), Today.AddDays(9), lise);

        await App.As(nina).RunAsync((RemoveLeave use) => use.RunAsync(id));

        Assert.Equal([(Today.AddDays(20), Today.AddDays(30))], await DeputyDaysAsync(first, lise));
        Assert.Empty(await OwnAsync(siv));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(nina).RunAsync((RemoveLeave use) => use.RunAsync(id)));
    }

    [BothDatabases]
    public async Task Days_that_overlap_an_apprentice_as_deputy_or_away_herself_and_a_form_that_is_old_are_refused_and_nothing_is_half_saved()
    {
        var id = await RecordAsync(Today.AddDays(3), Today.AddDays(9), lise);
        var apprentice = await Given.PersonAsync(Roles.Apprentice);

        await Assert.ThrowsAsync<RuleException>(() => RecordAsync(Today.AddDays(9), Today.AddDays(12), ali));
        await Assert.ThrowsAsync<RuleException>(() => RecordAsync(Today.AddDays(20), Today.AddDays(19), ali));
        await Assert.ThrowsAsync<RuleException>(() => RecordAsync(Today.AddDays(20), Today.AddDays(21), siv));
        await Assert.ThrowsAsync<NotThereException>(() => RecordAsync(Today.AddDays(20), Today.AddDays(21), apprentice));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(nina).RunAsync((RecordLeave use) => use.RunAsync(apprentice.Id, new LeaveInput { FromOn = Today, ToOn = Today })));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(nina).RunAsync((ChangeLeave use) =>
            use.RunAsync(id, new LeaveInput { FromOn = Today, ToOn = Today, DeputyId = ali.Id, Version = 7 })));

        Assert.Single(await App.DbAsync(db => db.Leaves.ToListAsync()));
        Assert.Empty(await DeputyDaysAsync(first, ali));
        Assert.Equal([(Today.AddDays(3), Today.AddDays(9))], await DeputyDaysAsync(first, lise));
        Assert.NotEqual(Guid.Empty, await RecordAsync(Today.AddDays(10), Today.AddDays(12), null));
        Assert.Equal(2, (await App.As(nina).RunAsync((ListLeaves use) => use.RunAsync(siv.Id)))!.Ahead.Count);
    }

    private Task<IReadOnlyList<ReadLeave.Record>> RecordsAsync(Guid? id, DateOnly from, DateOnly to, Person deputy) =>
        App.As(nina).RunAsync((ReadLeave use) => use.RecordsAsync(siv.Id, id, from, to, deputy.Id));

    private async Task<LeaveInput> InputAsync(Guid? id, DateOnly from, DateOnly to, Person? deputy, Func<ReadLeave.Record, bool>? given) => new()
    {
        FromOn = from,
        ToOn = to,
        DeputyId = deputy?.Id,
        Access = deputy is null ? [] : [.. (await RecordsAsync(id, from, to, deputy)).Select(record => new LeaveInput.Tick { AssignmentId = record.AssignmentId, IsGiven = given?.Invoke(record) ?? true })],
        Version = id is null ? 0 : (await App.As(nina).RunAsync((ReadLeave use) => use.RunAsync(siv.Id, id)))!.Input.Version,
    };

    private async Task<Guid> RecordAsync(DateOnly from, DateOnly to, Person? deputy, Func<ReadLeave.Record, bool>? given = null)
    {
        var input = await InputAsync(null, from, to, deputy, given);
        return await App.As(nina).RunAsync((RecordLeave use) => use.RunAsync(siv.Id, input));
    }

    private async Task ChangeAsync(Guid id, DateOnly from, DateOnly to, Person deputy, Func<ReadLeave.Record, bool>? given = null)
    {
        var input = await InputAsync(id, from, to, deputy, given);
        await App.As(nina).RunAsync((ChangeLeave use) => use.RunAsync(id, input));
    }

    private Task<IReadOnlyList<ListOwnLeaves.Row>> OwnAsync(Person person) => App.As(person).RunAsync((ListOwnLeaves use) => use.RunAsync());

    private async Task<IReadOnlyList<(DateOnly, DateOnly?)>> DeputyDaysAsync(Apprenticeship contract, Person person) =>
        [.. (await App.DbAsync(db => db.Assignments.Where(s => s.ApprenticeshipId == contract.Id && s.PersonId == person.Id && s.IsDeputy).OrderBy(s => s.FromOn).ToListAsync())).Select(s => (s.FromOn, s.ToOn))];
}
