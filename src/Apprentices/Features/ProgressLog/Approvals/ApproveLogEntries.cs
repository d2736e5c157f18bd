using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>
/// Approves log entries, one or many at once, as they were shown. An entry that says something else by now, or that somebody else
/// has decided, is left as it is and named; the others are approved.
/// </summary>
public sealed class ApproveLogEntries(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    private const int Tries = 3;

    /// <param name="Id">Which entry.</param>
    /// <param name="Version">The entry as it was read.</param>
    public sealed record Shown(Guid Id, int Version);

    /// <param name="Approved">Approved and locked.</param>
    /// <param name="ApprovedFirst">Approved by the instructor; they wait for the training manager.</param>
    /// <param name="Changed">Not approved: changed, decided or gone since they were shown.</param>
    public sealed record Result(IReadOnlyList<Guid> Approved, IReadOnlyList<Guid> ApprovedFirst, IReadOnlyList<Guid> Changed)
    {
        /// <summary>All that she has approved.</summary>
        public IReadOnlyList<Guid> Done => [.. Approved, .. ApprovedFirst];
    }

    public async Task<Result> RunAsync(IReadOnlyList<Shown> shown, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ApproveLog);

        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ApproveAsync(user, shown, cancel);
            }
            catch (Exception lost) when (tries < Tries && LostRace.Caused(lost))
            {
                // Somebody else decided one of them in this moment; the next try finds it changed and approves the others.
            }
        }
    }

    private async Task<Result> ApproveAsync(CurrentUser user, IReadOnlyList<Shown> shown, CancellationToken cancel)
    {
        var versions = shown.ToDictionary(entry => entry.Id, entry => entry.Version);
        var ids = versions.Keys.ToList();
        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = await db.LogEntries
            .VisibleTo(user)
            .WaitingFor(db, user)
            .Where(entry => ids.Contains(entry.Id))
            .Include(entry => entry.Apprenticeship)
            .ToListAsync(cancel);
        var unchanged = waiting.Where(entry => entry.Version == versions[entry.Id]).ToList();
        var codes = unchanged.Select(entry => entry.Apprenticeship.CurriculumCode).Distinct().ToList();
        var needTwo = await db.LogSettings
            .Where(setting => codes.Contains(setting.CurriculumCode) && setting.NeedsTwoApprovals)
            .Select(setting => setting.CurriculumCode)
            .ToListAsync(cancel);
        var approvers = await Approvers.OfAsync(db, user, [.. unchanged.Select(entry => entry.ApprenticeshipId).Distinct()], cancel);

        var now = clock.GetUtcNow();
        foreach (var entry in unchanged)
        {
            entry.Approve(approvers[entry.ApprenticeshipId], needTwo.Contains(entry.Apprenticeship.CurriculumCode), now);
        }

        await db.SaveChangesAsync(cancel);
        return new Result(
            [.. unchanged.Where(entry => entry.State == LogState.Approved).Select(entry => entry.Id)],
            [.. unchanged.Where(entry => entry.State == LogState.ApprovedOnce).Select(entry => entry.Id)],
            [.. ids.Except(unchanged.Select(entry => entry.Id))]);
    }
}
