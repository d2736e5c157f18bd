using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Home;

public sealed class ChooseHomeTests : AppTests
{
    [BothDatabases]
    public async Task Each_role_comes_to_its_own_home()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(mari);

        Assert.Equal(HomeKind.Apprentice, (await ChooseAsync(mari)).Home);
        Assert.Equal(HomeKind.Supervisor, (await ChooseAsync(await Given.InstructorAsync())).Home);
        Assert.Equal(HomeKind.Supervisor, (await ChooseAsync(await Given.TrainingManagerAsync())).Home);
        Assert.Equal(HomeKind.Hr, (await ChooseAsync(await Given.HrAsync())).Home);
        Assert.Equal(HomeKind.Administrator, (await ChooseAsync(await Given.AdministratorAsync())).Home);
        Assert.Equal(HomeKind.Nobody, (await ChooseAsync(await Given.PersonAsync(Roles.None))).Home);
    }

    [BothDatabases]
    public async Task Somebody_with_several_roles_finds_the_way_to_the_other_home()
    {
        var kari = await Given.PersonAsync(Roles.Hr | Roles.Instructor);

        var first = await ChooseAsync(kari);
        var other = await ChooseAsync(kari, HomeKind.Hr);

        Assert.Equal(HomeKind.Supervisor, first.Home);
        Assert.Equal([HomeKind.Hr], first.Others);
        Assert.Equal(HomeKind.Hr, other.Home);
    }

    [BothDatabases]
    public async Task A_home_that_is_not_hers_is_not_opened_by_its_address()
    {
        var siv = await Given.InstructorAsync();

        Assert.Equal(HomeKind.Supervisor, (await ChooseAsync(siv, HomeKind.Hr)).Home);
    }

    private Task<ChooseHome.Choice> ChooseAsync(Person person, HomeKind? wanted = null) =>
        App.As(person).RunAsync((ChooseHome use) => use.RunAsync(wanted));
}
