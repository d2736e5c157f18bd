using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Data;

/// <content>What limits HR, who examines, and what is read only on purpose.</content>
public static partial class Visibility
{
    /// <summary>Who of HR is limited to which units: those who say so, and whoever it is about.</summary>
    public static IQueryable<HrLimit> VisibleTo(this IQueryable<HrLimit> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr | Roles.Administrator) ? rows : rows.Where(limit => limit.PersonId == user.PersonId);

    public static IQueryable<HrUnit> VisibleTo(this IQueryable<HrUnit> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr | Roles.Administrator) ? rows : rows.Where(unit => unit.PersonId == user.PersonId);

    /// <summary>Those of HR, for whoever says which units they are for; an administrator sees their names and no record of theirs.</summary>
    public static IQueryable<Person> WhoMayBeLimitedBy(this IQueryable<Person> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr | Roles.Administrator) ? rows.Where(p => (p.Roles & Roles.Hr) != Roles.None) : rows.Where(_ => false);

    /// <summary>Which records an auditor may read: HR which gives it, and the auditor herself; which of them open one's own record, <see cref="AuditedRecord"/> tells.</summary>
    public static IQueryable<AuditGrant> VisibleTo(this IQueryable<AuditGrant> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(grant => grant.AuditorId == user.PersonId && user.IsAny(Roles.Auditor));

    /// <summary>That a record one may see is or was open to an auditor: whose it is must know.</summary>
    public static IQueryable<AuditedRecord> VisibleTo(this IQueryable<AuditedRecord> rows, CurrentUser user) =>
        rows.Where(Through<AuditedRecord>(record => record.Apprenticeship, IsOpenTo(user)));

    /// <summary>
    /// That something sensitive is kept, and who may open it: the apprentice herself; HR of the records it sees; and of what the training is
    /// to be arranged by, her training manager while she is that. Nobody by any other role.
    /// </summary>
    public static IQueryable<SensitiveFact> VisibleTo(this IQueryable<SensitiveFact> rows, CurrentUser user)
    {
        var (me, today, personnel, manages) = (user.PersonId, user.Today, user.IsPersonnel, user.IsAny(Roles.TrainingManager));
        Expression<Func<SensitiveFact, bool>> hers = fact => personnel || fact.Apprenticeship.PersonId == me
            || (manages && fact.Kind == SensitiveKind.FacilitationNeeds && fact.Apprenticeship.Assignments.Any(s => s.PersonId == me
                && s.Role == AssignmentRole.TrainingManager && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
        return rows.Where(Through<SensitiveFact>(fact => fact.Apprenticeship, IsOpenTo(user)).And(hers));
    }
}
