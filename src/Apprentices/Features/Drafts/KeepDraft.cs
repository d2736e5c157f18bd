using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Drafts;

/// <summary>
/// Keeps what somebody has typed so far in one place. Of two devices the last one to type wins; a form that is still
/// empty never takes a draft away, only <see cref="DropDraft" /> does.
/// </summary>
public sealed class KeepDraft(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    private const int Tries = 3;

    /// <returns>When it was kept; nothing if there was nothing to keep.</returns>
    public async Task<DateTimeOffset?> RunAsync(string place, string content, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepDrafts);

        if (string.IsNullOrWhiteSpace(content))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await KeepAsync(user, place, content, now, cancel);
                return now;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Another device began or dropped the same draft in this moment; the next try finds the row as it is now.
            }
        }
    }

    private async Task KeepAsync(CurrentUser user, string place, string content, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var draft = await db.Drafts.VisibleTo(user).SingleOrDefaultAsync(draft => draft.Place == place, cancel);
        if (draft is null)
        {
            draft = new Draft(user.PersonId, place);
            db.Drafts.Add(draft);
        }

        draft.Keep(content, now);
        await db.SaveChangesAsync(cancel);
    }
}
