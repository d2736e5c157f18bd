using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>From today on a point is asked of nobody who begins; where it was asked for already, it stays.</summary>
public sealed class RetireChecklistPoint(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var point = await db.ChecklistPoints.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new NotThereException();
        point.Retire(user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
