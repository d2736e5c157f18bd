using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator lets a job rest, in every instance, until it is resumed. By hand it can still be run. The sealing of the traces never rests.</summary>
public sealed class PauseJob(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public async Task RunAsync(string id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var job = BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) ?? throw new NotThereException();
        Rule.Require(job.MayRest, Texts.Format(JobTexts.MayNotRest, job.Name()));

        await using var db = await database.CreateDbContextAsync(cancel);
        await JobLeases.BeThereAsync(db, job.Id);
        var state = await db.JobStates.VisibleTo(user).SingleAsync(state => state.Id == job.Id, cancel);
        state.Pause(user.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
