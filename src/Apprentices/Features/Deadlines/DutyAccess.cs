using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>Which duties somebody may do something about, beyond seeing them: never those of her own training.</summary>
internal static class DutyAccess
{
    /// <summary>The duty as it is to be changed, with the record it is of; the version is the one the reader saw.</summary>
    /// <exception cref="NotThereException">It is not there, not hers to see, or of her own training.</exception>
    public static async Task<(TrackedDuty Duty, Apprenticeship? Record)> FindAsync(
        AppDbContext db, CurrentUser user, Guid id, int version, CancellationToken cancel)
    {
        var duty = await db.TrackedDuties.VisibleTo(user).Where(NotOwn(user)).SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new NotThereException();
        db.Entry(duty).Property(d => d.Version).OriginalValue = version;
        var record = duty.ApprenticeshipId is { } recordId
            ? await db.Apprenticeships.VisibleTo(user).WithDuties().SingleAsync(a => a.Id == recordId, cancel)
            : null;
        return (duty, record);
    }

    /// <summary>What the law asks for, only HR decides not to do; a training manager what the house asks for.</summary>
    public static bool MayWaive(CurrentUser user, DutyBasis basis) => basis == DutyBasis.HouseRule || user.IsPersonnel;

    private static System.Linq.Expressions.Expression<Func<TrackedDuty, bool>> NotOwn(CurrentUser user)
    {
        var me = user.PersonId;
        return duty => duty.ApprenticeshipId == null || duty.Apprenticeship!.PersonId != me;
    }
}
