using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator stops a job that runs, in whichever instance: it ends at its next step, and what it has done stays done.</summary>
public sealed class StopJob(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <returns>Whether there was a run to stop.</returns>
    public async Task<bool> RunAsync(string id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var job = BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) ?? throw new NotThereException();
        var now = clock.GetUtcNow();

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.JobRuns
            .Where(run => run.JobId == job.Id && run.EndedAt == null)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.CancelAskedAt, r => r.CancelAskedAt ?? now), cancel) > 0;
    }
}
