using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>Sends a log entry back to its writer with a word on what is missing.</summary>
public sealed class ReturnLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        public Guid EntryId { get; init; }

        /// <summary>The entry as it was read.</summary>
        public int Version { get; init; }

        [Required, StringLength(LogEvent.LongestComment)]
        public string? Comment { get; set; }
    }

    /// <exception cref="RuleException">It does not wait, waits for the training manager, or the comment is missing.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It was changed in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such entry, or she does not supervise its writer.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ApproveLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries
            .VisibleTo(user)
            .SupervisedBy(db, user)
            .SingleOrDefaultAsync(entry => entry.Id == input.EntryId, cancel) ?? throw new NotThereException();
        if (entry.State == LogState.ApprovedOnce)
        {
            var approver = (await Approvers.OfAsync(db, user, [entry.ApprenticeshipId], cancel))[entry.ApprenticeshipId];
            Rule.Require(approver.IsTrainingManager, RuleTexts.LogWaitsForManager);
        }

        db.Entry(entry).Property(row => row.Version).OriginalValue = input.Version;
        entry.Return(user.PersonId, input.Comment ?? "", clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
