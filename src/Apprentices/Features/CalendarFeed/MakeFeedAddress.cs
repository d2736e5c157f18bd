using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.CalendarFeed;

/// <summary>
/// Makes the secret address of one's own calendar, or another in place of the one there is, which opens nothing from then on.
/// What comes back is told this once.
/// </summary>
public sealed class MakeFeedAddress(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<MailSettings> settings, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <returns>The whole address.</returns>
    public async Task<string> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseCalendarFeed);

        for (var tries = 1; ; tries++)
        {
            try
            {
                return settings.Value.PublicAddress.TrimEnd('/') + CalendarFeedLinks.Of(await MakeAsync(user, cancel));
            }
            catch (DbUpdateException other) when (tries < MostTries && LostRace.Caused(other))
            {
                // Made at the same time in another window; the one asked for last counts.
            }
        }
    }

    private async Task<string> MakeAsync(CurrentUser user, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await db.FeedAddresses.VisibleTo(user).SingleOrDefaultAsync(cancel) is not { } address)
        {
            (address, var first) = FeedAddress.Create(user.PersonId, now);
            db.Add(address);
            await db.SaveChangesAsync(cancel);
            return first;
        }

        var secret = address.Renew(now);
        await db.SaveChangesAsync(cancel);
        return secret;
    }
}
