using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Apprentices.Features.Account;
using Apprentices.Shared;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Platform;

/// <summary>
/// How much is answered in a minute outside the API (<see cref="ApiLimits" />) and the calendars (<see cref="FeedLimits" />): so many files
/// a person, so many sign-ins a network address. Whoever asks for more is told in a sentence how long to wait.
/// </summary>
public sealed class WebLimits(IOptions<WebSettings> settings) : IDisposable
{
    /// <summary>The name of the limit of lists, documents and portfolios.</summary>
    public const string Downloads = "downloads";

    /// <summary>The name of the limit of what stands on pages, many at a time.</summary>
    public const string Pictures = "pictures";

    /// <summary>The name of the limit of what is open to anybody.</summary>
    public const string Anybody = "anybody";

    /// <summary>An identity provider signs many out at once, from the one address it has.</summary>
    private const int SignOutsASignIn = 10;

    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> signIns = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        Of(NetworkOf(context.Connection.RemoteIpAddress), settings.Value.SignInsPerMinute));

    private readonly PartitionedRateLimiter<HttpContext> signOuts = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        Of(NetworkOf(context.Connection.RemoteIpAddress), settings.Value.SignInsPerMinute * SignOutsASignIn));

    public static void Use(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(ApiLimits.PerToken, ApiLimits.OfToken);
        options.AddPolicy(Downloads, context => OfPerson(context, web => web.DownloadsPerMinute));
        options.AddPolicy(Anybody, context => Of(
            NetworkOf(context.Connection.RemoteIpAddress), context.RequestServices.GetRequiredService<IOptions<WebSettings>>().Value.DownloadsPerMinute));
        options.AddPolicy(Pictures, context => OfPerson(context, web => web.PicturesPerMinute));
        options.OnRejected = async (rejected, _) => await (rejected.HttpContext.Request.IsApi()
            ? ApiLimits.RefuseAsync(rejected.HttpContext, rejected.Lease)
            : RefuseAsync(rejected.HttpContext, rejected.Lease, WebTexts.TooManyDownloads));
    }

    /// <summary>
    /// Counts what begins or ends a sign-in, and what an identity provider signs out; past the limit it is answered here. What another site's
    /// page fetches is no sign-in: it is refused and not counted, else that page could shut the network it is read in out.
    /// </summary>
    public async Task LimitSignInsAsync(HttpContext context, RequestDelegate next)
    {
        var isSignIn = IsSignIn(context.Request);
        if (!isSignIn && !IsProvidersSignOut(context.Request))
        {
            await next(context);
            return;
        }

        if (isSignIn && !IsVisit(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var lease = (isSignIn ? signIns : signOuts).AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        using var _ = Speaking.In(Cultures.AskedFor(context.Request));
        await RefuseAsync(context, lease, WebTexts.TooManySignIns);
    }

    public void Dispose()
    {
        signIns.Dispose();
        signOuts.Dispose();
    }

    internal static RateLimitPartition<string> Of(string key, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, QueueLimit = 0 });

    /// <summary>How long to wait, in whole seconds; said in the answer's header.</summary>
    internal static int TellWait(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    /// <summary>Of an IPv6 address the network alone: whoever has one has all of its addresses.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ => address.ToString(),
    };

    /// <summary>Forms, and whoever is not signed in, take nothing away; what is open to anybody has limits of its own.</summary>
    private static RateLimitPartition<string> OfPerson(HttpContext context, Func<WebSettings, int> perMinute) =>
        HttpMethods.IsGet(context.Request.Method) && context.User.FindFirstValue(CurrentUserAccessor.PersonClaim) is { } person
            ? Of(person, perMinute(context.RequestServices.GetRequiredService<IOptions<WebSettings>>().Value))
            : RateLimitPartition.GetNoLimiter("");

    /// <summary>The forms by which somebody comes in and what hangs below the sign-in page, and where an identity provider sends people back to.</summary>
    private static bool IsSignIn(HttpRequest request) =>
        (request.Path.StartsWithSegments(AccountLinks.SignIn, out var below) && (below.HasValue || HttpMethods.IsPost(request.Method)))
        || (request.Path.StartsWithSegments(AccountLinks.Invitation) && HttpMethods.IsPost(request.Method))
        || request.Path.StartsWithSegments(request.HttpContext.RequestServices.GetRequiredService<IOptions<AzureAdSettings>>().Value.CallbackPath);

    private static bool IsProvidersSignOut(HttpRequest request) =>
        request.Path.StartsWithSegments(IdentityProvider.BackChannelPath) || request.Path.StartsWithSegments(IdentityProvider.FrontChannelPath);

    /// <summary>Whether it fills the browser's window. A picture, a frame or a script's question does not; an old browser does not say.</summary>
    private static bool IsVisit(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate" && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        return context.Response.WriteAsync(Texts.Format(sentence, TellWait(context, lease)), context.RequestAborted);
    }
}

public static class WebLimitsRegistration
{
    public static WebApplicationBuilder AddWebLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WebLimits>();
        builder.Services.AddRateLimiter(WebLimits.Use);
        return builder;
    }

    /// <summary>Before the sign-in, which answers what an identity provider sends.</summary>
    public static WebApplication UseSignInLimit(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<WebLimits>().LimitSignInsAsync);
        return app;
    }
}
