using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>At night: forget runs of jobs that are long past.</summary>
public sealed class PurgeJobRuns(IDbContextFactory<AppDbContext> database, TimeProvider clock)
{
    public const int KeepDays = 90;

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var lastDay = clock.Today().AddDays(-KeepDays);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.JobRuns.Where(run => run.DayOn < lastDay).ExecuteDeleteAsync(cancel);
    }
}
