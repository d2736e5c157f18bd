using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.People;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Traces;

/// <summary>Whom the traces name stays known to them, whatever becomes of her elsewhere.</summary>
public sealed class TracedPeopleTests : TraceScene
{
    [BothDatabases]
    public async Task Whoever_changes_her_own_language_is_told_to_have_done_it()
    {
        await App.As(Siv).RunAsync((ChooseLanguage use) => use.RunAsync(Language.English));

        var told = await App.DbAsync(db => db.ChangeTraces.OrderByDescending(trace => trace.At).ThenByDescending(trace => trace.Id)
            .Select(trace => new { trace.UseCase, trace.Actor!.PersonId }).FirstAsync());
        Assert.Equal((nameof(ChooseLanguage), Siv.Id), (told.UseCase, told.PersonId));
    }

    [BothDatabases]
    public async Task A_reader_taken_out_of_the_traces_is_missed()
    {
        await ReadAsync(2);
        await SealAsync();
        var readings = await ReadingsAsync();
        var reader = readings[0].ReaderId;

        await TamperAsync($"DELETE FROM \"TracePersons\" WHERE \"Id\" = {Sql(reader)}");

        var found = await VerifyAsync();
        Assert.All(readings, reading => Assert.Contains($"trace {reading.Id}: whom it names as {reader} was taken away", found));
    }

    [BothDatabases]
    public async Task People_who_are_merged_and_records_that_are_removed_leave_the_seal_whole()
    {
        await ReadAsync(1);
        await SealAsync();
        var twice = await Given.InstructorAsync("Siv Amot");
        await App.As(Hr).RunAsync((InvitePerson use) => use.RunAsync(twice.Id));
        await ReadAsync(1, twice);
        var mistake = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Feil Lærling"));
        await App.As(Hr).RunAsync((ReadApprenticeship use) => use.RunAsync(mistake.Id));

        await App.As(Hr).RunAsync((MergePeople use) => use.RunAsync(new MergePeople.Input { Kept = new() { Id = Siv.Id }, Gone = new() { Id = twice.Id } }));
        await App.As(Hr).RunAsync((RemoveApprenticeship use) => use.RunAsync(mistake.Id));
        await SealAsync();

        Assert.False(await App.DbAsync(db => db.People.AnyAsync(person => person.Id == mistake.PersonId)));
        Assert.Empty(await VerifyAsync());
    }
}
