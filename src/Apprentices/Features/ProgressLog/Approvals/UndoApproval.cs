using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>Takes back approvals one gave some minutes ago, as after a slip of the hand. What can be taken back, is; the rest stays approved.</summary>
public sealed class UndoApproval(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <returns>Those that wait again.</returns>
    /// <exception cref="RuleException">None of them can be undone any more.</exception>
    /// <exception cref="NotThereException">There are no such entries, or she does not supervise their writers.</exception>
    public async Task<IReadOnlyList<Guid>> RunAsync(IReadOnlyList<Guid> entryIds, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ApproveLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entries = await db.LogEntries
            .VisibleTo(user)
            .SupervisedBy(db, user)
            .Where(entry => entryIds.Contains(entry.Id))
            .Include(entry => entry.Events)
            .ToListAsync(cancel);
        if (entries.Count == 0)
        {
            throw new NotThereException();
        }

        var now = clock.GetUtcNow();
        var undone = entries.Where(entry => entry.MayUndo(user.PersonId, now)).ToList();
        Rule.Require(undone.Count > 0, RuleTexts.LogUndoTooLate);
        undone.ForEach(entry => entry.UndoApproval(user.PersonId, now));
        await db.SaveChangesAsync(cancel);
        return [.. undone.Select(entry => entry.Id)];
    }
}
