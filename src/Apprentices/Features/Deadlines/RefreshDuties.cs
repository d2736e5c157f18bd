using Apprentices.Platform;

namespace Apprentices.Features.Deadlines;

/// <summary>
/// Each night: lets what was chosen for today take effect, and counts every duty anew, of the apprenticeships and of the
/// employer. Killed half-way or run twice it does no harm: the same facts give the same rows.
/// </summary>
public sealed class RefreshDuties(DutyRecount recount, JobProgress progress)
{
    /// <returns>How many duties came about, moved or went.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        progress.Begin(await recount.CountAsync(cancel: cancel));
        return await recount.RunAsync(progress: progress, cancel: cancel);
    }
}
