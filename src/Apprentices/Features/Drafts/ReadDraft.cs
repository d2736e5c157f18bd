using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Drafts;

/// <summary>What the one who asks has typed in a place and not saved, latest first: one, or one a device.</summary>
public sealed class ReadDraft(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Found(DraftMark Mark, string Content, DateTimeOffset SavedAt);

    public async Task<IReadOnlyList<Found>> RunAsync(string place, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepDrafts);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await In(db, user, place).Select(AsFound).ToListAsync(cancel);
    }

    internal static Expression<Func<Draft, Found>> AsFound { get; } =
        draft => new Found(new DraftMark(draft.Id, draft.Version), draft.Content, draft.SavedAt);

    internal static IQueryable<Draft> In(AppDbContext db, CurrentUser user, string place) => db.Drafts
        .VisibleTo(user)
        .Where(draft => draft.Place == place)
        .OrderByDescending(draft => draft.SavedAt).ThenByDescending(draft => draft.Id);
}
