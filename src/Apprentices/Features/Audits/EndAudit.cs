using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Audits;

/// <summary>Ends at once what an auditor may read. That it was so stays to be seen.</summary>
public sealed class EndAudit(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="Domain.RuleException">It is over already.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GrantAudits);

        await using var db = await database.CreateDbContextAsync(cancel);
        var grant = await db.AuditGrants.VisibleTo(user).SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new Domain.NotThereException();
        db.Entry(grant).Property(one => one.Version).OriginalValue = version;
        grant.End(user.PersonId, clock.GetUtcNow(), user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
