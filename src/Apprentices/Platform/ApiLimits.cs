using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// How much the API answers in a minute: so many requests a token, so many failed sign-ins a network address. A right token is
/// never held up by the wrong ones of others.
/// </summary>
public sealed class ApiLimits(IOptions<ApiSettings> settings) : IDisposable
{
    /// <summary>The name of the limit that each token has.</summary>
    public const string PerToken = "api";

    private readonly PartitionedRateLimiter<HttpContext> failed = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        WebLimits.Of(WebLimits.NetworkOf(context.Connection.RemoteIpAddress), settings.Value.FailedSignInsPerMinute));

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

    internal static RateLimitPartition<string> OfToken(HttpContext context) => WebLimits.Of(
        context.User.FindFirstValue(TokenSignIn.TokenClaim) ?? "",
        context.RequestServices.GetRequiredService<IOptions<ApiSettings>>().Value.RequestsPerMinute);

    internal static Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        WebLimits.TellWait(context, lease);
        return ApiProblem.WriteAsync(context, StatusCodes.Status429TooManyRequests, ApiProblemTexts.TryLater);
    }
}
