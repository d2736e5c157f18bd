using Apprentices.Features.Account;
using Apprentices.Features.Samples;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Account;

public sealed class ListPersonasTests : AppTests
{
    [BothDatabases]
    public async Task Few_of_each_role_are_shown_and_the_rest_found_by_a_part_of_the_name()
    {
        await App.AsConsole().RunAsync((SeedDatabase use) => use.RunAsync(60, progress: null));
        var hidden = await App.DbAsync(db => db.Apprenticeships.OrderByDescending(a => a.Person.SortName).Select(a => a.Person.SearchText).FirstAsync());

        var personas = await ListAsync();
        var found = await ListAsync(hidden);

        Assert.NotNull(personas);
        Assert.True(personas.AreMore);
        Assert.Equal(ListPersonas.Most, personas.Apprentices.Count);
        Assert.True(personas.Apprentices.Select(row => row.State).Distinct().Count() > 3);
        Assert.Single(personas.Staff);
        Assert.Single(found!.Apprentices);
    }

    private Task<ListPersonas.Personas?> ListAsync(string? search = null) => App.AsNobody().RunAsync((ListPersonas use) => use.RunAsync(search));
}
