using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Drafts;

/// <summary>What the one who asks has typed in a place and not saved.</summary>
public sealed class ReadDraft(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Found(string Content, DateTimeOffset SavedAt);

    public async Task<Found?> RunAsync(string place, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepDrafts);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Drafts
            .VisibleTo(user)
            .Where(draft => draft.Place == place)
            .Select(draft => new Found(draft.Content, draft.SavedAt))
            .SingleOrDefaultAsync(cancel);
    }
}
