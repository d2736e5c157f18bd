using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Apprentices.Data;

/// <summary>
/// An invitation goes to the address that was there when somebody answered for it. Whoever gets another address, whichever way, has to
/// be invited anew: else whoever has the old mail comes in as her.
/// </summary>
internal sealed class StaleInvitations : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDbContext)eventData.Context!;
        var moved = db.ChangeTracker.Entries<Person>()
            .Where(entry => entry.State == EntityState.Modified && entry.Property(person => person.Email).IsModified).Select(entry => entry.Entity.Id).ToList();
        if (moved.Count > 0)
        {
            await TakeBackAsync(db, moved, cancellationToken);
        }

        return result;
    }

    /// <summary>What invites these people, and nobody has used yet, opens nothing once this is saved.</summary>
    public static async Task TakeBackAsync(AppDbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        db.RemoveRange(await db.Invitations.Where(invitation => EF.Parameter(people).Contains(invitation.PersonId) && invitation.UsedAt == null).ToListAsync(cancel));
}
