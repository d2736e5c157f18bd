using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>The one who receives the apprentice, or her deputy, says that she has read the hand-over as it stands.</summary>
public sealed class ConfirmHandOver(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="placementId">Which one.</param>
    /// <param name="version">What she has read; what was changed since is to be read first.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">It is confirmed already, or not open yet.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It was changed in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such hand-over for the one who asks, or it is another's to confirm.</exception>
    public async Task RunAsync(Guid placementId, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ConfirmHandOver);

        await using var db = await database.CreateDbContextAsync(cancel);
        var placement = await db.Placements
            .VisibleTo(user)
            .Where(Placement.ReceivedBy(user.PersonId, user.Today))
            .Where(p => p.Apprenticeship.PersonId != user.PersonId)
            .SingleOrDefaultAsync(p => p.Id == placementId, cancel) ?? throw new NotThereException();

        db.Entry(placement).Property(p => p.Version).OriginalValue = version;
        placement.Confirm(user.PersonId, clock.GetUtcNow(), user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
