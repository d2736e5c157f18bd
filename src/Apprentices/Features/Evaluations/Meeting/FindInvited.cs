using Apprentices.Data;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Colleagues who may be invited to a talk, as one types a name.</summary>
public sealed class FindInvited(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int Most = 6;

    public async Task<IReadOnlyList<PersonChoice.Found>> RunAsync(string text, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var people = await db.People.Found(text).WhoMayBeInvitedBy(user).Take(Most).ToListAsync(cancel);
        return [.. people.Select(p => new PersonChoice.Found(p.Id, p.Name, ""))];
    }
}
