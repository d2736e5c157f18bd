using System.Threading.RateLimiting;

namespace Apprentices.Platform;

/// <summary>
/// How often a calendar's address may be fetched in a minute, and how often one network address may ask for calendars that are
/// not there. A right address is never held up by the wrong ones of others.
/// </summary>
public sealed class FeedLimits : IDisposable
{
    /// <summary>Calendar programs ask every hour or so; a person who tries asks some times.</summary>
    public const int PerMinute = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<Guid> fetched = PartitionedRateLimiter.Create<Guid, Guid>(Of);
    private readonly PartitionedRateLimiter<string> missed = PartitionedRateLimiter.Create<string, string>(Of);

    /// <summary>Counts a fetch of an address that is there.</summary>
    /// <returns>Whether it is answered.</returns>
    public bool Admits(Guid feed)
    {
        using var lease = fetched.AttemptAcquire(feed);
        return lease.IsAcquired;
    }

    /// <summary>Counts a question for an address that is not there.</summary>
    /// <returns>Whether it is answered.</returns>
    public bool AdmitsMiss(HttpContext context)
    {
        using var lease = missed.AttemptAcquire(WebLimits.NetworkOf(context.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        fetched.Dispose();
        missed.Dispose();
    }

    private static RateLimitPartition<T> Of<T>(T key) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = Window, QueueLimit = 0 });
}

public static class CalendarFeedRegistration
{
    /// <summary>The address of a request for a calendar is a secret; the host's own line for each request is never written, whatever else is logged.</summary>
    public static WebApplicationBuilder AddCalendarFeed(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FeedLimits>();
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        return builder;
    }
}
