using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Platform;

public sealed class UsedOnceTests : AppTests
{
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(15);

    [BothDatabases]
    public async Task Of_many_who_use_the_same_at_once_one_is_the_first()
    {
        var firsts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SpendAsync("sign-in n-1")));

        Assert.Single(firsts, first => first);
        Assert.False(await SpendAsync("sign-in n-1"));
        Assert.True(await SpendAsync("sign-in n-2"));
    }

    [BothDatabases]
    public async Task Remembers_it_for_as_long_as_it_would_count_and_no_longer()
    {
        Assert.True(await SpendAsync("sign-in n-1"));
        App.Clock.Advance(Valid - TimeSpan.FromSeconds(1));
        Assert.False(await SpendAsync("sign-in n-1"));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await SpendAsync("sign-in n-2"));
        Assert.Equal(1, await App.DbAsync(db => db.SpentMarks.CountAsync()));
    }

    private Task<bool> SpendAsync(string what) => App.AsNobody().RunAsync((UsedOnce use) => use.SpendAsync(what, Valid));
}
