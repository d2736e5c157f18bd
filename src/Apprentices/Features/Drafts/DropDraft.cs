using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Drafts;

/// <summary>
/// Takes a draft away: what it held has been saved, or its author no longer wants it. One that another device has gone on with
/// since it was seen stays.
/// </summary>
public sealed class DropDraft(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(string place, DraftMark seen, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepDrafts);

        await using var db = await database.CreateDbContextAsync(cancel);
        await db.Drafts
            .VisibleTo(user)
            .Where(draft => draft.Place == place && draft.Id == seen.Id && draft.Version == seen.Version)
            .ExecuteDeleteAsync(cancel);
    }
}
