using Apprentices.Domain;
using Apprentices.Features.Samples;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Samples;

public sealed class CreateInstallationTests : AppTests
{
    [BothDatabases]
    public async Task A_demo_always_has_somebody_of_hr_and_an_administrator()
    {
        await App.DbAsync(db => db.Installations.ExecuteDeleteAsync());

        await CreateAsync();
        await CreateAsync();

        var people = await App.DbAsync(db => db.People.ToListAsync());
        Assert.True((await App.DbAsync(db => db.Installations.SingleAsync())).IsDemo);
        Assert.Equal([Roles.Hr, Roles.Administrator], people.Select(person => person.Roles).Order());
    }

    [Fact]
    public async Task A_database_that_holds_people_already_is_no_demo()
    {
        await App.DbAsync(db => db.Installations.ExecuteDeleteAsync());
        await Given.HrAsync();

        await CreateAsync();

        Assert.False((await App.DbAsync(db => db.Installations.SingleAsync())).IsDemo);
        Assert.Equal(1, await App.DbAsync(db => db.People.CountAsync()));
    }

    private Task CreateAsync() => App.AsNobody().RunAsync((CreateInstallation use) => use.RunAsync());
}

public sealed class CreateInstallationWithAnIdentityProviderTests : AppTests
{
    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { [SignInWays.ClientId] = "an-id", ["AzureAd:Authority"] = "https://innlogging.example.no" };

    [Fact]
    public async Task A_database_made_beside_an_identity_provider_is_no_demo()
    {
        await App.DbAsync(db => db.Installations.ExecuteDeleteAsync());

        await App.AsNobody().RunAsync((CreateInstallation use) => use.RunAsync());

        Assert.False((await App.DbAsync(db => db.Installations.SingleAsync())).IsDemo);
        Assert.Equal(0, await App.DbAsync(db => db.People.CountAsync()));
    }
}
