using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.CalendarFeed;

/// <summary>Takes the address of one's own calendar away: whoever has it finds nothing there. A second time changes nothing.</summary>
public sealed class RevokeFeedAddress(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseCalendarFeed);

        await using var db = await database.CreateDbContextAsync(cancel);
        await db.FeedAddresses.VisibleTo(user).ExecuteDeleteAsync(cancel);
    }
}
