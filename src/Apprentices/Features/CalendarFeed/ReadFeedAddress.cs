using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.CalendarFeed;

/// <summary>What one can know of the address of one's own calendar: never the address itself.</summary>
public sealed class ReadFeedAddress(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="MadeAt">When it was made or last renewed, in the office's zone; empty: there is none.</param>
    /// <param name="FetchedAt">When a calendar last fetched it, in the office's zone; empty: none has yet.</param>
    public sealed record Details(DateTimeOffset? MadeAt, DateTimeOffset? FetchedAt)
    {
        public bool IsThere => MadeAt is not null;
    }

    public async Task<Details> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseCalendarFeed);

        await using var db = await database.CreateDbContextAsync(cancel);
        var address = await db.FeedAddresses.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(cancel);
        return new Details(InOffice(address?.CreatedAt), InOffice(address?.FetchedAt));
    }

    private DateTimeOffset? InOffice(DateTimeOffset? at) => at is { } moment ? TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone) : null;
}
