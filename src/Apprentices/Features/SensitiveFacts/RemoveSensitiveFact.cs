using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.SensitiveFacts;

/// <summary>Removes one sensitive thing that is needed no more.</summary>
public sealed class RemoveSensitiveFact(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="NotThereException">It is not there, or not hers to remove.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid apprenticeshipId, SensitiveKind kind, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepSensitive);

        await using var db = await database.CreateDbContextAsync(cancel);
        var fact = await db.SensitiveFacts.VisibleTo(user).SingleOrDefaultAsync(one => one.ApprenticeshipId == apprenticeshipId && one.Kind == kind, cancel) ?? throw new NotThereException();
        db.Entry(fact).Property(one => one.Version).OriginalValue = version;
        db.Remove(fact);
        await db.SaveChangesAsync(cancel);
    }
}
