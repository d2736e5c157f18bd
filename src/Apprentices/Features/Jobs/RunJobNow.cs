using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator runs a job by hand, whatever the clock says.</summary>
public sealed class RunJobNow(CurrentUserAccessor users, JobRunner runner)
{
    /// <returns>The run, or nothing where the job runs already.</returns>
    public async Task<JobRun?> RunAsync(string id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);

        var job = BackgroundJobs.Table.FirstOrDefault(job => job.Id == id) ?? throw new NotThereException();
        return await runner.RunAsync(job, cancel);
    }
}
