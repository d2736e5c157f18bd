using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>As what somebody approves on each contract, from who follows it up today.</summary>
internal static class Approvers
{
    public static async Task<IReadOnlyDictionary<Guid, LogApprover>> OfAsync(AppDbContext db, CurrentUser user, IReadOnlyList<Guid> contracts, CancellationToken cancel)
    {
        var managed = await db.Apprenticeships.VisibleTo(user).ManagedBy(user).Where(a => contracts.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancel);
        return contracts.ToDictionary(id => id, id => new LogApprover(user.PersonId, managed.Contains(id)));
    }

    /// <summary>Entries of the apprentices she supervises today; never her own.</summary>
    public static IQueryable<LogEntry> SupervisedBy(this IQueryable<LogEntry> rows, AppDbContext db, CurrentUser user)
    {
        var supervised = db.Apprenticeships.SupervisedBy(user);
        return rows.Where(entry => supervised.Any(a => a.Id == entry.ApprenticeshipId));
    }
}
