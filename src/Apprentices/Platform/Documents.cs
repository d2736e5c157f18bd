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
            WebLimits.NetworkOf(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.Value.ChecksPerMinute, Window = Window, QueueLimit = 0 }));

    /// <summary>Whether this one is within it; counts it.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
