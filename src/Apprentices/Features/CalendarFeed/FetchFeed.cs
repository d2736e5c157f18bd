using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.CalendarFeed;

/// <summary>
/// What a calendar program gets at somebody's secret address: hers, by her roles today, in her language, read anew each time.
/// An address that is unknown, renewed, revoked or of one who may nothing here any more is not there, all alike and by the same
/// single statement.
/// </summary>
public sealed class FetchFeed(IDbContextFactory<AppDbContext> database, FeedLimits limits, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <param name="Text">The calendar; empty: this address was asked for too often just now.</param>
    /// <param name="Tag">Another as soon as anything in it is another.</param>
    /// <param name="ChangedAt">When it was first seen as it is.</param>
    /// <param name="Culture">The language it is in.</param>
    public sealed record Fetched(string? Text, string Tag, DateTimeOffset ChangedAt, string Culture);

    /// <returns>Nothing if there is no such address.</returns>
    public async Task<Fetched?> RunAsync(string secret, CancellationToken cancel = default)
    {
        if (!FeedAddress.LooksLikeSecret(secret))
        {
            return null;
        }

        var hash = FeedAddress.HashOf(secret);
        await using var db = await database.CreateDbContextAsync(cancel);
        var today = clock.Today();
        var found = await db.FeedAddresses.AsNoTracking().Where(one => one.SecretHash == hash)
            .Join(db.People.SelectWhatTheyAre(db, today), one => one.PersonId, she => she.PersonId, (one, she) => new { Address = one, She = she })
            .SingleOrDefaultAsync(cancel);
        if (found?.She.AsUser(today) is not { } user || !user.Allows(Policy.UseCalendarFeed))
        {
            return null;
        }

        var address = found.Address;

        if (!limits.Admits(address.Id))
        {
            return new Fetched(null, "", address.ChangedAt, "");
        }

        using var _ = Speaking.In(found.She.Language);
        var events = await FeedRows.ReadAsync(db, user, clock.GetUtcNow(), cancel);
        string Written(DateTimeOffset at) => new FeedText(user, settings.Value.PublicAddress, at).Write(events);

        var content = SHA256.HashData(Encoding.UTF8.GetBytes(Written(DateTimeOffset.UnixEpoch)));
        address.Fetch(content, clock.GetUtcNow());
        await db.FeedAddresses.Where(one => one.Id == address.Id && one.SecretHash == hash).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.FetchedAt, address.FetchedAt).SetProperty(one => one.ContentHash, address.ContentHash).SetProperty(one => one.ChangedAt, address.ChangedAt), cancel);
        return new Fetched(Written(address.ChangedAt), Base64Url.EncodeToString(content.AsSpan(0, 16)), address.ChangedAt, CultureInfo.CurrentCulture.Name);
    }
}
