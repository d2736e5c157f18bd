using Apprentices.Features.Jobs;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Jobs;

public sealed class RefreshStatisticsTests : AppTests
{
    [Fact]
    public async Task Sqlite_knows_afterwards_how_many_talks_a_value_has()
    {
        for (var i = 0; i < 20; i++)
        {
            await Given.EvaluationAsync(App.Clock.Today.AddDays(i));
        }

        Assert.Equal(0, await CountAsync("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'sqlite_stat1'"));
        Assert.Equal(0, await App.AsNobody().RunAsync((RefreshStatistics use) => use.RunAsync()));

        Assert.Equal("80 80 1", await App.DbAsync(db => db.Database.SqlQueryRaw<string>("SELECT stat AS Value FROM sqlite_stat1 WHERE idx = 'IX_Evaluations_State_DueOn'").SingleAsync()));
    }

    [BothDatabases]
    public async Task It_is_run_again_and_has_nothing_to_tell() => Assert.Equal(0, await App.AsNobody().RunAsync(async (RefreshStatistics use) => await use.RunAsync() + await use.RunAsync()));

    private Task<int> CountAsync(string sql) => App.DbAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync());
}
