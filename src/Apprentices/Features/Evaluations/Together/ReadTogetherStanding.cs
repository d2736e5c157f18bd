using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Whether a talk is begun, and who may begin it; nothing of what is said.</summary>
public sealed class ReadTogetherStanding(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Apprentice">Her given name.</param>
    /// <param name="HasHandedIn">Whether she has handed in what she prepared.</param>
    /// <param name="MayBegin">Whether the one who asks may begin it now.</param>
    /// <param name="OpensOn">The first day it may be held, where that lies ahead.</param>
    public sealed record Standing(bool IsBegun, string Apprentice, bool IsOwn, bool HasHandedIn, bool MayBegin, DateOnly? OpensOn);

    /// <returns>Nothing where the talk is held or not to be held, or the one who asks does not take part in it.</returns>
    public async Task<Standing?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(e => e.Id == id && e.State == EvaluationState.Planned)
            .Select(e => new
            {
                e.BegunAt,
                e.WindowStartsOn,
                e.Apprenticeship.PersonId,
                e.Apprenticeship.Person.GivenName,
                HasHandedIn = e.Preparations.Any(one => one.Party == FormParties.Apprentice && one.HandedInAt != null),
                Supervises = db.Evaluations.Where(TalkAccess.SupervisedBy(user)).Any(mine => mine.Id == e.Id),
            })
            .SingleOrDefaultAsync(cancel);
        return talk is null || await TalkParties.OfAsync(db, id, user, cancel) == FormParties.None
            ? null
            : new Standing(
                talk.BegunAt is not null, talk.GivenName, talk.PersonId == user.PersonId, talk.HasHandedIn,
                talk.BegunAt is null && talk.Supervises && user.Allows(Policy.HoldTalks) && talk.WindowStartsOn <= user.Today,
                talk.WindowStartsOn > user.Today ? talk.WindowStartsOn : null);
    }
}
