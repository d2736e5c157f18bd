using Apprentices.Domain;

namespace Apprentices.Data;

/// <content>Traces of what was read and changed.</content>
public static partial class Visibility
{
    /// <summary>Who has opened a record: the apprentice whose it is, each her own readings, and HR, which has to say why it looks.</summary>
    public static IQueryable<AccessTrace> VisibleTo(this IQueryable<AccessTrace> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(trace => trace.Subject!.PersonId == user.PersonId || trace.Reader.PersonId == user.PersonId);

    /// <summary>A person as the traces know her: herself alone; others meet her in the traces they may see.</summary>
    public static IQueryable<TracePerson> VisibleTo(this IQueryable<TracePerson> rows, CurrentUser user) =>
        rows.Where(one => one.PersonId == user.PersonId);

    /// <summary>What was changed: of the records one may see, what its audience is; of oneself; and what is the employer's own, HR.</summary>
    public static IQueryable<ChangeTrace> VisibleTo(this IQueryable<ChangeTrace> rows, AppDbContext db, CurrentUser user)
    {
        var (me, isHr) = (user.PersonId, user.IsAny(Roles.Hr));
        var (open, talks) = (db.Apprenticeships.VisibleTo(user), db.Apprenticeships.Where(AreTalksOpenTo(user)));
        return rows.Where(trace =>
            (trace.Audience == TraceAudience.Record && (isHr || open.Any(a => a.Id == trace.ApprenticeshipId)))
            || (trace.Audience == TraceAudience.Talks && talks.Any(a => a.Id == trace.ApprenticeshipId))
            || ((trace.Audience == TraceAudience.Owner || trace.Audience == TraceAudience.OwnerAndHr) && trace.Subject!.PersonId == me)
            || ((trace.Audience == TraceAudience.Hr || trace.Audience == TraceAudience.OwnerAndHr) && isHr));
    }

    /// <summary>That traces were taken away: HR.</summary>
    public static IQueryable<TraceRemoval> VisibleTo(this IQueryable<TraceRemoval> rows, CurrentUser user) =>
        user.IsAny(Roles.Hr) ? rows : rows.Where(_ => false);

    /// <summary>The seal, which says nothing of what it seals: whoever operates the program checks it by a command.</summary>
    public static IQueryable<SealedTrace> VisibleTo(this IQueryable<SealedTrace> rows, CurrentUser user) =>
        user.IsAny(Roles.Administrator) ? rows : rows.Where(_ => false);
}
