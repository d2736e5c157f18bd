using System.Security.Claims;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

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

    public static WebApplicationBuilder AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUserAccessor>();
        builder.Services.AddSingleton(SignInWays.Of(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton(HomeTenant.Of(builder.Configuration));
        builder.Services.AddScoped<AuthenticationStateProvider, RevalidateCircuit>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthentication(Scheme).AddCookie(Scheme, UseCookie);
        builder.AddIdentityProvider();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build());
        builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite) = ("form", SameSiteMode.Lax));

        // The keys of the cookies outlive a restart, beside the database.
        var folder = Path.GetFullPath(builder.Configuration.Get<DatabaseSettings>().DataFolder);
        builder.Services.AddDataProtection().SetApplicationName("Apprentices").PersistKeysToFileSystem(new(Path.Combine(folder, "keys")));
        return builder;
    }

    /// <summary>What the cookie says of a person. Roles are there for what pages show; use cases read them from the database.</summary>
    public static ClaimsPrincipal Principal(Guid personId, Roles roles, Language language) => new(new ClaimsIdentity(
        [
            new Claim(CurrentUserAccessor.PersonClaim, personId.ToString()),
            new Claim(Cultures.LanguageClaim, Cultures.NameOf(language)),
            .. Enum.GetValues<Roles>().Where(role => role != Roles.None && roles.HasFlag(role)).Select(role => new Claim(ClaimTypes.Role, role.ToString())),
        ],
        Scheme));

    private static void UseCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.LoginPath = AccountLinks.SignIn;
        options.AccessDeniedPath = AccountLinks.AccessDenied;
        options.ReturnUrlParameter = AccountLinks.ReturnUrl;
        options.Events.OnValidatePrincipal = RefreshAsync;
    }

    /// <summary>A person who is gone is signed out; changed roles reach the cookie. Stylesheets and the like need no look at the database.</summary>
    private static async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return;
        }

        var fresh = await PrincipalOfAsync(context.HttpContext.RequestServices, context.Principal, context.HttpContext.RequestAborted);
        if (fresh is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
        else if (!fresh.Claims.Select(claim => claim.Value).SequenceEqual(context.Principal!.Claims.Select(claim => claim.Value), StringComparer.Ordinal))
        {
            context.ReplacePrincipal(fresh);
            context.ShouldRenew = true;
        }
    }

    /// <summary>What the cookie of the person should say now; nothing if she is gone.</summary>
    internal static async Task<ClaimsPrincipal?> PrincipalOfAsync(IServiceProvider services, ClaimsPrincipal? user, CancellationToken cancel)
    {
        if (!Guid.TryParse(user?.FindFirstValue(CurrentUserAccessor.PersonClaim), out var id))
        {
            return null;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancel);
        var person = await db.People.Where(person => person.Id == id).Select(person => new { person.Roles, person.Language }).SingleOrDefaultAsync(cancel);
        return person is null ? null : Principal(id, person.Roles, person.Language);
    }
}
