using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>Whose leaves are kept, who may stand in, and which days are taken.</summary>
internal static class LeaveAccess
{
    private const Roles FollowsUp = Roles.Instructor | Roles.TrainingManager | Roles.Hr;

    /// <summary>Those who follow up apprentices, and so are told of what is due.</summary>
    public static IQueryable<Person> WhoMayBeAway(this AppDbContext db, CurrentUser user) =>
        db.People.VisibleTo(db, user).Where(p => (p.Roles & FollowsUp) != Roles.None);

    /// <summary>The one who is to stand in; nobody where nobody was chosen.</summary>
    /// <exception cref="NotThereException">She may not train.</exception>
    public static async Task<Person?> DeputyAsync(this AppDbContext db, CurrentUser user, Guid? id, CancellationToken cancel)
    {
        if (id is not { } chosen)
        {
            return null;
        }

        return await db.People.WhoMayReceiveTo(user).AnyAsync(name => name.Id == chosen, cancel)
            ? await db.People.SingleAsync(p => p.Id == chosen, cancel)
            : throw new NotThereException();
    }

    /// <exception cref="RuleException">She is away already on some of those days.</exception>
    public static async Task RequireFreeAsync(this AppDbContext db, Leave leave, CancellationToken cancel)
    {
        var (id, person, from, to) = (leave.Id, leave.PersonId, leave.FromOn, leave.ToOn);
        var other = await db.Leaves.AsNoTracking().Where(l => l.PersonId == person && l.Id != id && l.FromOn <= to && l.ToOn >= from).FirstOrDefaultAsync(cancel);
        Rule.Require(other is null, Texts.Format(LeaveTexts.Overlaps, other is null ? null : LeaveWords.Days(other.FromOn, other.ToOn)));
    }
}
