using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Features.Evaluations;

/// <summary>Whose talk it is to act on, beyond seeing it. A former supervisor sees what she held, and changes nothing.</summary>
internal static class TalkAccess
{
    /// <summary>Talks of apprentices the user follows up today, as instructor or training manager.</summary>
    public static Expression<Func<Evaluation, bool>> SupervisedBy(CurrentUser user)
    {
        var (me, today) = (user.PersonId, user.Today);
        return e => e.Apprenticeship.Assignments.Any(s =>
            s.PersonId == me && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today));
    }

    /// <summary>Talks the user may agree a day for: those she follows up, and all it sees for HR.</summary>
    public static Expression<Func<Evaluation, bool>> PlannedBy(CurrentUser user) =>
        user.IsPersonnel ? _ => true : SupervisedBy(user);

    /// <summary>Records the user may arrange a talk on: those she follows up, and all it sees but her own for HR.</summary>
    public static Expression<Func<Apprenticeship, bool>> ArrangedBy(CurrentUser user)
    {
        var (me, today, isHr) = (user.PersonId, user.Today, user.IsPersonnel);
        return a => a.PersonId != me && (isHr || a.Assignments.Any(s =>
            s.PersonId == me && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
    }

    /// <summary>Talks the user may be asked to sign: the apprentice herself, who follows her up, and her HR contact where the form asks for HR.</summary>
    public static Expression<Func<Evaluation, bool>> SignedBy(CurrentUser user)
    {
        var (me, today, personnel) = (user.PersonId, user.Today, user.IsPersonnel);
        return e => e.Apprenticeship.PersonId == me || e.Apprenticeship.Assignments.Any(s =>
            s.PersonId == me && (s.Role <= AssignmentRole.Instructor || (personnel && s.Role == AssignmentRole.HrContact)) && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today));
    }

    /// <summary>Talks the user may add to: her own, and those of the apprentices she follows up.</summary>
    public static Expression<Func<Evaluation, bool>> AddedToBy(CurrentUser user) => SignedBy(user with { Roles = user.Roles & ~(Roles.Hr | Roles.UnitHr) });
}
