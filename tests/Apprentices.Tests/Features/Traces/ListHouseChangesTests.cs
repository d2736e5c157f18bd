using Apprentices.Domain;
using Apprentices.Features.People;
using Apprentices.Features.Traces;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Traces;

/// <summary>What is on no apprentice's record: HR reads who gave whom what, and what became of the settings.</summary>
public sealed class ListHouseChangesTests : AppTests
{
    [BothDatabases]
    public async Task Hr_reads_who_gave_whom_a_role_and_nothing_of_an_apprentice()
    {
        var (hr, admin, siv) = (await Given.HrAsync("Nina Dahl"), await Given.AdministratorAsync(), await Given.InstructorAsync("Siv Åmot"));
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), instructor: siv);
        var input = (await App.As(hr).RunAsync((CorrectPerson use) => use.ReadAsync(contract.PersonId)))!;
        input.Phone = "22 00 00 00";
        await App.As(hr).RunAsync((CorrectPerson use) => use.RunAsync(contract.PersonId, input));
        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.TrainingManager));

        var all = (await App.As(hr).RunAsync((ListHouseChanges use) => use.RunAsync()))!;

        var act = all.Changes.Acts[0];
        Assert.Equal((nameof(GiveRole), admin.FullName, "Siv Åmot"), (act.UseCase, act.Name, act.About));
        Assert.Contains(act.Rows!.Single().Columns, column => column.Name == nameof(Person.Roles) && column.To!.Contains(nameof(Roles.TrainingManager), StringComparison.Ordinal));
        Assert.DoesNotContain(all.Changes.Acts, other => other.About == "Ingrid Solheim");
        Assert.Contains((await App.As(hr).RunAsync((ListChanges use) => use.RunAsync(contract.Id)))!.Acts, other => other.UseCase == nameof(CorrectPerson));
    }

    /// <summary>The ordinary career here.</summary>
    [BothDatabases]
    public async Task That_a_former_apprentice_was_given_hr_is_told()
    {
        var (hr, admin, contract) = (await Given.HrAsync(), await Given.AdministratorAsync(), await Given.ApprenticeshipAsync());
        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(contract.PersonId, Roles.Hr));

        Assert.Contains((await App.As(hr).RunAsync((ListHouseChanges use) => use.RunAsync()))!.Changes.Acts, act => act.UseCase == nameof(GiveRole));
    }

    [BothDatabases]
    public async Task Narrowed_to_somebody_it_tells_what_is_about_her()
    {
        var (hr, admin, siv, tor) = (await Given.HrAsync(), await Given.AdministratorAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Tor Eide"));
        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.TrainingManager));
        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(tor.Id, Roles.TrainingManager));

        var hers = (await App.As(hr).RunAsync((ListHouseChanges use) => use.RunAsync(siv.Id)))!;

        Assert.Equal("Siv Åmot", hers.Of);
        Assert.All(hers.Changes.Acts, act => Assert.Equal("Siv Åmot", act.About));
        Assert.Single(hers.Changes.Acts, act => act.UseCase == nameof(GiveRole));
        Assert.Null(await App.As(hr).RunAsync((ListHouseChanges use) => use.RunAsync(Guid.CreateVersion7())));
    }
}
