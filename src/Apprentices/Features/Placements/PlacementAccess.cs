using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>Reads a record for planning, and saves what was planned with what follows from it.</summary>
internal static class PlacementAccess
{
    /// <summary>Records whose placements the user may plan, with all that moves by it; never her own.</summary>
    public static IQueryable<Apprenticeship> ToPlaceBy(this IQueryable<Apprenticeship> rows, CurrentUser user) =>
        rows.VisibleTo(user).Where(a => a.PersonId != user.PersonId).WithDuties().Include(a => a.Placements);

    /// <summary>The person chosen to receive her; she must be one of those who may be chosen, or the one who is planned already.</summary>
    /// <exception cref="NotThereException">She is neither.</exception>
    public static async Task<Person?> ReceiverAsync(this AppDbContext db, CurrentUser user, Guid? id, Guid? planned, CancellationToken cancel)
    {
        if (id is null)
        {
            return null;
        }

        var mayBeChosen = id == planned || await db.People.WhoMayReceiveTo(user).AnyAsync(name => name.Id == id, cancel);
        return mayBeChosen ? await db.People.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new NotThereException() : throw new NotThereException();
    }

    /// <exception cref="NotThereException">There is no such workplace.</exception>
    public static async Task RequireWorkplaceAsync(this AppDbContext db, Guid? id, CancellationToken cancel)
    {
        if (!await db.Workplaces.AnyAsync(w => w.Id == id, cancel))
        {
            throw new NotThereException();
        }
    }

    /// <summary>Counts the duties anew, for they lie with whoever is the instructor by then, and saves.</summary>
    public static async Task SavePlacementsAsync(this AppDbContext db, Apprenticeship apprenticeship, DutyRulebook rulebook, CancellationToken cancel)
    {
        apprenticeship.ScheduleDuties(await rulebook.ReadAsync(db, cancel));

        // Who follows her up is part of the record: whoever changes that at the same time looks again.
        if (db.ChangeTracker.Entries<Assignment>().Any(entry => entry.State != EntityState.Unchanged))
        {
            db.Entry(apprenticeship).Property(a => a.Version).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
    }
}
