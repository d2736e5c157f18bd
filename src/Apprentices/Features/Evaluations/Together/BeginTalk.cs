using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// Who follows her up begins the talk: what each prepared opens to those in it, and from now on they write together. It takes the
/// form of today, if nobody has prepared it on one.
/// </summary>
public sealed class BeginTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TalkChannel channel, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <exception cref="RuleException">It is held, or lies before its window.</exception>
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.HoldTalks);

        for (var tries = 1; ; tries++)
        {
            try
            {
                await BeginAsync(id, user, cancel);
                channel.Say(id);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // Somebody handed in or took the form in this moment.
            }
        }
    }

    private async Task BeginAsync(Guid id, CurrentUser user, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(TalkAccess.SupervisedBy(user))
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();
        if (talk.FormEditionId is null)
        {
            talk.TakeForm(await TalkForms.CurrentAsync(db, talk.Kind, cancel));
        }

        talk.Begin(clock.GetUtcNow(), user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
