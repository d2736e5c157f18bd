using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>What prints documents, and how often a network address may have one checked.</summary>
public static class Documents
{
    public static WebApplicationBuilder AddDocuments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PdfPrinter>();
        builder.Services.AddSingleton<CheckLimit>();
        builder.Services.AddSingleton<Features.Evaluations.Signing.CheckAnswers>();
        return builder;
    }
}

/// <summary>So many files a minute and network address: a check is open to anybody, and reads a whole file.</summary>
public sealed class CheckLimit(IOptions<DocumentSettings> settings) : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(
            NetworkOf(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.Value.ChecksPerMinute, Window = Window, QueueLimit = 0 }));

    /// <summary>Whether this one is within it; counts it.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Of an IPv6 address the network alone: whoever has one has all of its addresses.</summary>
    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
