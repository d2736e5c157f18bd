using System.Security.Claims;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>The ways to sign in that the settings leave open. A persona needs a database that is a demo besides.</summary>
public sealed record SignInWays(bool IdentityProvider, bool Persona)
{
    /// <summary>The setting that names this program to the identity provider; with it nobody signs in as a persona.</summary>
    public const string ClientId = "AzureAd:ClientId";

    public static SignInWays Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var identityProvider = !string.IsNullOrWhiteSpace(configuration[ClientId]);
        return new(identityProvider, !identityProvider && (environment.IsDevelopment() || configuration.Get<DemoSettings>().Enabled));
    }

    /// <exception cref="SettingsException">Nobody could sign in.</exception>
    public void RequireOne()
    {
        if (!IdentityProvider && !Persona)
        {
            throw new SettingsException($"Nobody could sign in: set {ClientId} to an identity provider, or Demo:Enabled to true for a demo with invented people.");
        }
    }
}

/// <summary>
/// Who somebody is, by a cookie that holds her id. The identity provider is added here; whichever way somebody comes in, the
/// rest of the program knows her by <see cref="CurrentUserAccessor.PersonClaim" />.
/// </summary>
public static class SignIn
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The scheme of the identity provider.</summary>
    public const string ProviderScheme = "OpenIdConnect";

    /// <summary>The claims by which the provider can end a session: who it is, and what it calls the session.</summary>
    public const string IssuerClaim = "issuer";
    public const string ProviderSessionClaim = "sid";

    internal const string CookieName = "session";

    public static WebApplicationBuilder AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUserAccessor>();
        builder.Services.AddScoped<Sessions>();
        builder.Services.AddSingleton(SignInWays.Of(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton(HomeTenant.Of(builder.Configuration));
        builder.Services.AddScoped<AuthenticationStateProvider, RevalidateCircuit>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthentication(Scheme).AddCookie(Scheme);
        builder.Services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<IHttpContextAccessor, IOptions<SignInSettings>>(UseCookie);
        builder.AddIdentityProvider();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build());
        builder.Services.AddAntiforgery();
        builder.Services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((options, requests) => options.Cookie = new HostCookie("form", requests));
        return builder.AddDataKeys();
    }

    /// <summary>What the cookie says of a person. Roles are there for what pages show; use cases read them from the database.</summary>
    /// <param name="personId">Who she is.</param>
    /// <param name="roles">Her roles.</param>
    /// <param name="language">What she reads.</param>
    /// <param name="session">The secret of her session; a principal without one is still to be signed in.</param>
    public static ClaimsPrincipal Principal(Guid personId, Roles roles, Language language, string? session = null) => new(new ClaimsIdentity(
        [
            new Claim(CurrentUserAccessor.PersonClaim, personId.ToString()),
            new Claim(Cultures.LanguageClaim, Cultures.NameOf(language)),
            .. Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role)).Select(role => new Claim(ClaimTypes.Role, role.ToString())),
            .. session is null ? Array.Empty<Claim>() : [new Claim(Sessions.Claim, session)],
        ],
        Scheme));

    private static void UseCookie(CookieAuthenticationOptions options, IHttpContextAccessor requests, IOptions<SignInSettings> settings)
    {
        options.Cookie = new HostCookie(CookieName, requests);
        options.ExpireTimeSpan = settings.Value.Longest;
        options.SlidingExpiration = false;
        options.LoginPath = AccountLinks.SignIn;
        options.AccessDeniedPath = AccountLinks.AccessDenied;
        options.ReturnUrlParameter = AccountLinks.ReturnUrl;
        options.Events.OnSigningIn = BeginSessionAsync;
        options.Events.OnSigningOut = EndSessionAsync;
        options.Events.OnValidatePrincipal = RefreshAsync;
    }

    /// <summary>Whichever way somebody comes in, a session of its own begins, and one she had in this browser ends.</summary>
    private static async Task BeginSessionAsync(CookieSigningInContext context)
    {
        var (request, principal) = (context.HttpContext, context.Principal!);
        var sessions = request.RequestServices.GetRequiredService<Sessions>();
        await sessions.EndAsync((await request.AuthenticateAsync(Scheme)).Principal, request.RequestAborted);
        var secret = await sessions.BeginAsync(principal, Devices.NameOf(request.Request.Headers.UserAgent), request.RequestAborted)
            ?? throw new InvalidOperationException("Nobody begins a session who may not come in.");
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(Sessions.Claim, secret));
    }

    private static Task EndSessionAsync(CookieSigningOutContext context) =>
        context.HttpContext.RequestServices.GetRequiredService<Sessions>().EndAsync(context.HttpContext.User, CancellationToken.None);

    /// <summary>
    /// Whose session has ended is signed out; changed roles reach the cookie. Stylesheets and the like need no look at the database, but
    /// whatever has a form does, open to anybody or not: its token is for who she is, and she must be the same when she sends it.
    /// </summary>
    private static async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        var (request, cancel) = (context.HttpContext, context.HttpContext.RequestAborted);
        if (request.GetEndpoint()?.Metadata is { } asked && asked.GetMetadata<IAllowAnonymous>() is not null && asked.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
        {
            return;
        }

        var fresh = await PrincipalOfAsync(request.RequestServices, context.Principal, cancel);
        if (fresh is null)
        {
            context.RejectPrincipal();
            await request.SignOutAsync(Scheme);
            return;
        }

        if (IsAct(request.Request))
        {
            await request.RequestServices.GetRequiredService<Sessions>().ActAsync(fresh, cancel);
        }

        if (!Said(fresh).SequenceEqual(Said(context.Principal!), StringComparer.Ordinal))
        {
            context.ReplacePrincipal(fresh);
            context.ShouldRenew = true;
        }
    }

    private static IEnumerable<string> Said(ClaimsPrincipal principal) =>
        principal.Claims.Where(claim => claim.Type is not (IssuerClaim or ProviderSessionClaim)).Select(claim => claim.Value);

    /// <summary>
    /// Whether somebody wanted this request. The circuit's own traffic is none of hers, nor is what a page fetches, and a browser says
    /// of a page it loads by itself that nobody asked for it.
    /// </summary>
    private static bool IsAct(HttpRequest request) => !request.Path.StartsWithSegments("/_blazor") && request.Headers["Sec-Fetch-Mode"].ToString() switch
    {
        "" => true,
        "navigate" => request.Headers["Sec-Fetch-User"] == "?1",
        _ => false,
    };

    /// <summary>What the cookie of the person should say now; nothing if her session has ended.</summary>
    internal static async Task<ClaimsPrincipal?> PrincipalOfAsync(IServiceProvider services, ClaimsPrincipal? user, CancellationToken cancel) =>
        await services.GetRequiredService<Sessions>().WhoAsync(user, cancel) is { } somebody
            ? Principal(somebody.Id, somebody.Roles, somebody.Language, user!.FindFirstValue(Sessions.Claim))
            : null;
}
