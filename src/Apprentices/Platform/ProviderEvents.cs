using System.Net.Mime;
using Apprentices.Features.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Platform;

/// <summary>What we look at and do beside the handler of OpenID Connect, from the way out to the provider until somebody is in, and when she leaves.</summary>
internal static class ProviderEvents
{
    /// <summary>The nonce of a sign-in, in its state: each is answered once, and only by a token made for it.</summary>
    private const string NonceItem = "nonce";

    /// <summary>A longer token is not kept for signing out: it would go with every request.</summary>
    private const int LongestHint = 3000;

    public static void Follow(OpenIdConnectOptions options)
    {
        // Whatever a library has hung here before runs first.
        var events = options.Events;
        events.OnRedirectToIdentityProvider = Then(events.OnRedirectToIdentityProvider, RememberAsync);
        events.OnMessageReceived = Then(events.OnMessageReceived, CheckIssuerAsync);
        events.OnAuthorizationCodeReceived = Then(events.OnAuthorizationCodeReceived, SpendAsync);
        events.OnTokenValidated = Then(events.OnTokenValidated, CheckTokenAsync);
        events.OnTicketReceived = Then(events.OnTicketReceived, LetInAsync);
        events.OnAccessDenied = Then(events.OnAccessDenied, TurnBackAsync);
        events.OnRemoteFailure = Then(events.OnRemoteFailure, RefuseAsync);
        events.OnRedirectToIdentityProviderForSignOut = Then(events.OnRedirectToIdentityProviderForSignOut, LeaveAsync);
        events.OnSignedOutCallbackRedirect = Then(events.OnSignedOutCallbackRedirect, SignedOutAsync);
        events.OnRemoteSignOut = Then(events.OnRemoteSignOut, EndAsync);
    }

    public static ILogger LoggerOf(HttpContext request) => request.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(IdentityProvider).FullName!);

    private static Func<T, Task> Then<T>(Func<T, Task> before, Func<T, Task> mine) => async context =>
    {
        await before(context);
        await mine(context);
    };

    private static Task RememberAsync(RedirectContext context)
    {
        context.Properties.Items[NonceItem] = context.ProtocolMessage.Nonce;
        return Task.CompletedTask;
    }

    /// <summary>An answer meant for another provider's sign-in says so, where the provider says who it is (RFC 9207).</summary>
    private static async Task CheckIssuerAsync(MessageReceivedContext context)
    {
        var configuration = await IdentityProvider.ConfigurationOfAsync(context.Options, context.HttpContext.RequestAborted);
        var issuer = context.ProtocolMessage.Iss;
        if (string.IsNullOrEmpty(issuer) ? configuration.AuthorizationResponseIssParameterSupported : !IssuersOf(context.HttpContext).IsOurs(issuer, configuration))
        {
            throw new ProviderRefusedException("the answer is of another provider (iss)");
        }
    }

    private static async Task SpendAsync(AuthorizationCodeReceivedContext context)
    {
        var once = context.HttpContext.RequestServices.GetRequiredService<UsedOnce>();
        if (NonceOf(context.Properties) is not { Length: > 0 } nonce
            || !await once.SpendAsync($"sign-in {nonce}", context.Options.RemoteAuthenticationTimeout, context.HttpContext.RequestAborted))
        {
            throw new ProviderRefusedException("the sign-in was answered before (state)");
        }
    }

    private static Task CheckTokenAsync(TokenValidatedContext context)
    {
        var (token, client) = (context.SecurityToken, context.Options.ClientId);
        if (!string.Equals(token.Payload.Nonce, NonceOf(context.Properties), StringComparison.Ordinal))
        {
            throw new ProviderRefusedException("the token was not made for this sign-in (nonce)");
        }

        if (token.Payload.Azp is { } party ? party != client : token.Audiences.Skip(1).Any())
        {
            throw new ProviderRefusedException("the token was made for another program (azp)");
        }

        ProviderClaims.Require(context.Principal!, Settings(context.HttpContext), LoggerOf(context.HttpContext));
        if (context.TokenEndpointResponse?.IdToken is { Length: <= LongestHint } hint)
        {
            context.Properties!.StoreTokens([new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = hint }]);
        }

        return Task.CompletedTask;
    }

    private static async Task LetInAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var input = ProviderClaims.Read(context.Principal!, Settings(context.HttpContext)) with
        {
            Invitation = context.Properties!.Items.TryGetValue(SignInWithProvider.InvitationItem, out var invitation) ? invitation : null,
        };
        var outcome = await services.GetRequiredService<SignInWithProvider>().RunAsync(input, context.HttpContext.RequestAborted);
        if (outcome.Refusal is { } refusal)
        {
            ProviderRefusal.NoteSignIn(LoggerOf(context.HttpContext), $"the account is {refusal}");
            context.Response.Redirect(AccountLinks.Refused(refusal));
            context.HandleResponse();
            return;
        }

        // Into the cookie goes who it is, and what signing out at the provider takes; nothing else of what the provider said.
        var tokens = context.Properties.GetTokens().ToList();
        (context.Principal, context.Properties) = (outcome.Principal, new AuthenticationProperties());
        context.Properties.StoreTokens(tokens);
        context.ReturnUri = OwnAddress.Of(context.ReturnUri);
    }

    private static Task TurnBackAsync(AccessDeniedContext context)
    {
        ProviderRefusal.NoteSignIn(LoggerOf(context.HttpContext), "the provider answered access_denied");
        context.Response.Redirect(AccountLinks.Stopped(SignInStop.Cancelled));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(RemoteFailureContext context)
    {
        var failed = context.Failure!;
        ProviderRefusal.NoteSignIn(LoggerOf(context.HttpContext), ProviderRefusal.ReasonOf(failed));
        context.Response.Redirect(AccountLinks.Stopped(ProviderRefusal.IsAway(failed) ? SignInStop.Away : SignInStop.Refused));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Where the provider has no page for signing out, one is signed out here.</summary>
    private static Task LeaveAsync(RedirectContext context)
    {
        context.ProtocolMessage.ClientId = context.Options.ClientId;
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            context.Response.Redirect(AccountLinks.SignIn);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    private static Task SignedOutAsync(RemoteSignOutContext context)
    {
        context.Response.Redirect(AccountLinks.SignIn);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>
    /// The provider's page of signing out has the browser tell us (OpenID Connect Front-Channel Logout 1.0). Entra ID leaves the
    /// issuer out; the session's name is enough to know it by, and nobody can guess one.
    /// </summary>
    private static async Task EndAsync(RemoteSignOutContext context)
    {
        var (request, said) = (context.HttpContext, context.ProtocolMessage);
        context.HandleResponse();
        request.Response.Headers[HeaderNames.CacheControl] = "no-store";
        try
        {
            var configuration = await IdentityProvider.ConfigurationOfAsync(context.Options, request.RequestAborted);
            if (string.IsNullOrEmpty(said?.Sid) || (!string.IsNullOrEmpty(said.Iss) && !IssuersOf(request).IsOurs(said.Iss, configuration)))
            {
                throw new ProviderRefusedException("no session of this provider is named");
            }

            await request.RequestServices.GetRequiredService<EndProviderSession>().RunAsync(said.Iss ?? configuration.Issuer, said.Sid, request.RequestAborted);
        }
        catch (Exception failed) when (failed is ProviderRefusedException || ProviderRefusal.IsAway(failed))
        {
            ProviderRefusal.NoteSignOut(LoggerOf(request), ProviderRefusal.ReasonOf(failed));
            request.Response.StatusCode = StatusCodes.Status400BadRequest;

            // With words of its own: without, a page for people would take its place.
            request.Response.ContentType = MediaTypeNames.Text.Plain;
            await request.Response.WriteAsync("invalid_request", request.RequestAborted);
        }
    }

    private static string? NonceOf(AuthenticationProperties? state) => state?.Items.TryGetValue(NonceItem, out var nonce) == true ? nonce : null;

    private static TokenIssuers IssuersOf(HttpContext request) => new(Settings(request));

    private static AzureAdSettings Settings(HttpContext request) => request.RequestServices.GetRequiredService<IOptions<AzureAdSettings>>().Value;
}
