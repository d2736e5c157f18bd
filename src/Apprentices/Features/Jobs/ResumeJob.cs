using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator lets the clock wake a paused job again. What it left out meanwhile is for the next run.</summary>
public sealed class ResumeJob(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(string id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var job = BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) ?? throw new NotThereException();

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.JobStates.VisibleTo(user).SingleOrDefaultAsync(state => state.Id == job.Id, cancel) is { } state)
        {
            state.Resume();
            await db.SaveChangesAsync(cancel);
        }
    }
}
