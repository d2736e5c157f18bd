using System.Security.Claims;
using System.Text.Encodings.Web;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Platform;

/// <summary>
/// Lets another program in by an access token: <c>Authorization: Bearer appr_...</c>. A system's acts for no person, so nothing about
/// anybody is within its reach; with a person's own it is she who asks, with the roles she has at that moment.
/// </summary>
public sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder,
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, ApiLimits limits, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string Name = "Token";

    /// <summary>The claim that holds the token's id.</summary>
    public const string TokenClaim = "token";

    /// <summary>The claim that holds what the token opens.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer";

    private string refusal = "";

    /// <summary>The policy of an endpoint that a token of that scope opens, and nothing else does.</summary>
    public static string PolicyOf(AccessScope scope) => $"{Name}:{scope}";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.Authorization.ToString().StartsWith($"{Bearer} ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var secret = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (!AccessToken.LooksLikeSecret(secret))
        {
            return Refuse(ApiProblemTexts.TokenUnknown);
        }

        var hash = AccessToken.HashOf(secret);
        await using var db = await database.CreateDbContextAsync(Context.RequestAborted);
        var token = await db.AccessTokens.SingleOrDefaultAsync(token => token.SecretHash == hash, Context.RequestAborted);
        return token is null || !token.Has(hash) ? Refuse(ApiProblemTexts.TokenUnknown) : await AdmitAsync(db, token);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wasAsked = await HandleAuthenticateOnceSafeAsync() is { None: false };
        if (wasAsked && await limits.RefuseFailedAsync(Context))
        {
            return;
        }

        Response.Headers[HeaderNames.WWWAuthenticate] = wasAsked ? $"{Bearer} error=\"invalid_token\"" : Bearer;
        await ApiProblem.WriteAsync(Context, StatusCodes.Status401Unauthorized, wasAsked ? refusal : ApiProblemTexts.TokenMissing);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.WriteAsync(Context, StatusCodes.Status403Forbidden);

    private async Task<AuthenticateResult> AdmitAsync(AppDbContext db, AccessToken token)
    {
        var today = clock.Today();
        if (!token.IsUsableOn(today))
        {
            return Refuse(token.RevokedAt is null
                ? Texts.Format(ApiProblemTexts.TokenExpired, SpokenDate.Digits(token.ExpiresOn))
                : ApiProblemTexts.TokenRevoked);
        }

        if (token.PersonId is { } own && !await db.People.Where(Person.IsActive).AnyAsync(person => person.Id == own && person.Roles != Roles.None, Context.RequestAborted))
        {
            return Refuse(ApiProblemTexts.TokenOfNobody);
        }

        if (token.NoteUse(today))
        {
            await db.SaveChangesAsync(Context.RequestAborted);
        }

        // A token has no session; it is the person herself who asks, in this request and with the roles she has now.
        if (token.PersonId is { } person)
        {
            users.ActAs(person);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(TokenClaim, token.Id.ToString()), new Claim(ScopeClaim, token.Scope.ToString())], Name)), Name));
    }

    private AuthenticateResult Refuse(string sentence)
    {
        refusal = sentence;
        return AuthenticateResult.Fail("Not a token that opens anything.");
    }
}

public static class TokenSignInRegistration
{
    public static WebApplicationBuilder AddTokenSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.Name, configureOptions: null);
        var policies = builder.Services.AddAuthorizationBuilder();
        foreach (var scope in Enum.GetValues<AccessScope>())
        {
            policies.AddPolicy(TokenSignIn.PolicyOf(scope), policy => policy
                .AddAuthenticationSchemes(TokenSignIn.Name)
                .RequireAuthenticatedUser()
                .RequireClaim(TokenSignIn.ScopeClaim, scope.ToString()));
        }

        return builder;
    }
}
