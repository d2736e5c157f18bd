using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Which apprenticeships are somebody's own affair: one's own training, and those one follows up today.</summary>
public static class Mine
{
    /// <summary>One's own training: the one that lasts today, else the latest. Several contracts, the first row counts.</summary>
    public static IQueryable<Apprenticeship> OwnOf(this IQueryable<Apprenticeship> rows, CurrentUser user) => rows
        .Where(a => a.PersonId == user.PersonId)
        .OrderByDescending(a => a.StartsOn <= user.Today && a.EndsOn >= user.Today)
        .ThenByDescending(a => a.StartsOn);

    /// <summary>One's own training, and what one has a task in today, whether one may see more of it or not.</summary>
    public static IQueryable<Apprenticeship> Concerning(this IQueryable<Apprenticeship> rows, CurrentUser user)
    {
        var (me, today) = (user.PersonId, user.Today);
        return rows.Where(a => a.PersonId == me || a.Assignments.Any(s => s.PersonId == me
            && s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
    }

    /// <summary>Those one is instructor or training manager of today, whatever else one may see.</summary>
    public static IQueryable<Apprenticeship> SupervisedBy(this IQueryable<Apprenticeship> rows, CurrentUser user)
    {
        var (me, today) = (user.PersonId, user.Today);
        return rows.Where(a => a.PersonId != me && a.Assignments.Any(s => s.PersonId == me
            && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
    }
}
