using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Drafts;

/// <summary>A draft in the state in which a form has seen it.</summary>
public sealed record DraftMark(Guid Id, int Version);

/// <summary>
/// Keeps what somebody has typed so far in one place. It goes on in the draft the form has seen last; where another device has
/// kept something there since, or has taken it away, it begins one of its own, and nothing typed on either is lost.
/// </summary>
public sealed class KeepDraft(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Mark">What the form has seen now.</param>
    /// <param name="At">When it was kept.</param>
    /// <param name="Others">What was kept in the same place by other devices, latest first.</param>
    public sealed record Kept(DraftMark Mark, DateTimeOffset At, IReadOnlyList<ReadDraft.Found> Others);

    /// <param name="place">Where it is typed.</param>
    /// <param name="content">The form as JSON.</param>
    /// <param name="onto">The draft as the form has seen it last; none begins a new one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if there was nothing to keep.</returns>
    public async Task<Kept?> RunAsync(string place, string content, DraftMark? onto = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepDrafts);

        if (string.IsNullOrWhiteSpace(content))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = await database.CreateDbContextAsync(cancel);
        var mark = onto is not null && await GoesOnAsync(db, user, place, content, onto, now, cancel)
            ? onto with { Version = onto.Version + 1 }
            : await BeginAsync(db, user, place, content, now, cancel);
        var others = await ReadDraft.In(db, user, place).Where(draft => draft.Id != mark.Id).Select(ReadDraft.AsFound).ToListAsync(cancel);
        return new Kept(mark, now, others);
    }

    /// <summary>One statement, so that of two devices that go on at once in the same state one finds it changed.</summary>
    private static async Task<bool> GoesOnAsync(
        AppDbContext db, CurrentUser user, string place, string content, DraftMark onto, DateTimeOffset now, CancellationToken cancel) => await db.Drafts
        .VisibleTo(user)
        .Where(draft => draft.Place == place && draft.Id == onto.Id && draft.Version == onto.Version)
        .ExecuteUpdateAsync(
            draft => draft.SetProperty(d => d.Content, content).SetProperty(d => d.SavedAt, now).SetProperty(d => d.Version, onto.Version + 1), cancel) == 1;

    private static async Task<DraftMark> BeginAsync(
        AppDbContext db, CurrentUser user, string place, string content, DateTimeOffset now, CancellationToken cancel)
    {
        var draft = new Draft(user.PersonId, place);
        draft.Keep(content, now);
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        return new DraftMark(draft.Id, draft.Version);
    }
}
