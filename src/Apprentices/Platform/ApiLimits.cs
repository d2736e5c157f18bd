using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Platform;

/// <summary>
/// How much the API answers in a minute: so many requests a token, so many failed sign-ins a network address. A right token is
/// never held up by the wrong ones of others.
/// </summary>
public sealed class ApiLimits(IOptions<ApiSettings> settings) : IDisposable
{
    /// <summary>The name of the limit that each token has.</summary>
    public const string PerToken = "api";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> failed = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        Of(context.Connection.RemoteIpAddress?.ToString() ?? "", settings.Value.FailedSignInsPerMinute));

    public static void Use(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(PerToken, context => Of(
            context.User.FindFirstValue(TokenSignIn.TokenClaim) ?? "",
            context.RequestServices.GetRequiredService<IOptions<ApiSettings>>().Value.RequestsPerMinute));
        options.OnRejected = async (rejected, _) => await RefuseAsync(rejected.HttpContext, rejected.Lease);
    }

    /// <summary>Counts a failed sign-in; past the limit it is answered here.</summary>
    /// <returns>Whether it was answered.</returns>
    public async Task<bool> RefuseFailedAsync(HttpContext context)
    {
        using var lease = failed.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            return false;
        }

        await RefuseAsync(context, lease);
        return true;
    }

    public void Dispose() => failed.Dispose();

    private static RateLimitPartition<string> Of(string key, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, QueueLimit = 0 });

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        context.Response.Headers[HeaderNames.RetryAfter] = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ApiProblem.WriteAsync(context, StatusCodes.Status429TooManyRequests, ApiProblemTexts.TryLater);
    }
}
