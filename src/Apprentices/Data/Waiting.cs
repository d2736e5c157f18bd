using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Which log entries wait for somebody's approval.</summary>
public static class Waiting
{
    /// <summary>
    /// Those of the apprentices she supervises today, as herself or as a deputy: what nobody has approved, and where she is the
    /// training manager also what the instructor has.
    /// </summary>
    public static IQueryable<LogEntry> WaitingFor(this IQueryable<LogEntry> rows, AppDbContext db, CurrentUser user)
    {
        var (supervised, managed) = (db.Apprenticeships.SupervisedBy(user), db.Apprenticeships.ManagedBy(user));
        return rows
            .Where(LogEntry.Waits)
            .Where(entry => supervised.Any(a => a.Id == entry.ApprenticeshipId))
            .Where(entry => entry.State == LogState.HandedIn || managed.Any(a => a.Id == entry.ApprenticeshipId));
    }

    /// <summary>Those one is the training manager of today, or stands in for her.</summary>
    public static IQueryable<Apprenticeship> ManagedBy(this IQueryable<Apprenticeship> rows, CurrentUser user)
    {
        var (me, today) = (user.PersonId, user.Today);
        return rows.Where(a => a.PersonId != me && a.Assignments.Any(s => s.PersonId == me
            && s.Role == AssignmentRole.TrainingManager && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
    }
}
