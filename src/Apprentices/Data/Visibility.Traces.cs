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
}
