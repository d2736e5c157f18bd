using Apprentices.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Features.Account;

/// <summary>The way to the identity provider and out again, and what the provider tells us of itself.</summary>
public static class ProviderEndpoints
{
    /// <summary>A logout token is small; nothing larger is read.</summary>
    private static readonly FormOptions SmallForm = new() { ValueCountLimit = 8, KeyLengthLimit = 64, ValueLengthLimit = 32 * 1024 };

    private const string SelectAccount = "select_account";

    public static IEndpointRouteBuilder MapProvider(this IEndpointRouteBuilder app)
    {
        app.MapGet(AccountLinks.Provider, BeginAsync).AllowAnonymous();

        // The provider has no token of a form of ours: its own signature says who it is.
        app.MapPost(IdentityProvider.BackChannelPath, EndAsync).AllowAnonymous();
        return app;
    }

    /// <summary>On to the provider's page for signing out, if it can be said where that is.</summary>
    public static async Task<bool> SignOutAsync(HttpContext request)
    {
        if (!request.RequestServices.GetRequiredService<SignInWays>().IdentityProvider)
        {
            return false;
        }

        try
        {
            await request.SignOutAsync(SignIn.ProviderScheme);
            return true;
        }
        catch (Exception failed) when (ProviderRefusal.IsAway(failed))
        {
            ProviderRefusal.NoteSignOut(ProviderEvents.LoggerOf(request), ProviderRefusal.ReasonOf(failed));
            return false;
        }
    }

    /// <summary>On to the provider's page for signing in; to the page that says so where the provider does not answer.</summary>
    public static async Task<IResult> GoAsync(HttpContext request, AuthenticationProperties properties, bool other = false)
    {
        if (!request.RequestServices.GetRequiredService<SignInWays>().IdentityProvider)
        {
            return TypedResults.LocalRedirect(AccountLinks.SignIn);
        }

        try
        {
            if (other)
            {
                properties.SetParameter(OpenIdConnectParameterNames.Prompt, await PromptAsync(request));
            }

            await request.ChallengeAsync(SignIn.ProviderScheme, properties);
            return TypedResults.Empty;
        }
        catch (Exception failed) when (ProviderRefusal.IsAway(failed))
        {
            ProviderRefusal.NoteSignIn(ProviderEvents.LoggerOf(request), ProviderRefusal.ReasonOf(failed));
            return TypedResults.LocalRedirect(AccountLinks.Stopped(SignInStop.Away));
        }
    }

    private static Task<IResult> BeginAsync(string? returnUrl, bool? other, HttpContext request) =>
        GoAsync(request, new AuthenticationProperties { RedirectUri = OwnAddress.Of(returnUrl) }, other == true);

    /// <summary>A provider that says which prompts it knows, and does not know this one, asks for the password instead.</summary>
    private static async Task<string> PromptAsync(HttpContext request)
    {
        var known = (await IdentityProvider.ConfigurationOfAsync(IdentityProvider.OptionsOf(request.RequestServices), request.RequestAborted)).PromptValuesSupported;
        return known.Count == 0 || known.Contains(SelectAccount) ? SelectAccount : OpenIdConnectPrompt.Login;
    }

    private static async Task<IResult> EndAsync(HttpContext request, SignInWays ways, LogoutTokens tokens)
    {
        request.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (!ways.IdentityProvider || !request.Request.HasFormContentType)
        {
            return TypedResults.BadRequest(new { error = "invalid_request" });
        }

        try
        {
            var form = await request.Request.ReadFormAsync(SmallForm, request.RequestAborted);
            await tokens.EndAsync(form["logout_token"].ToString(), request.RequestAborted);
            return TypedResults.Ok();
        }
        catch (Exception failed) when (ProviderRefusal.IsOne(failed))
        {
            ProviderRefusal.NoteSignOut(ProviderEvents.LoggerOf(request), ProviderRefusal.ReasonOf(failed));
            return TypedResults.BadRequest(new { error = "invalid_request" });
        }
    }
}
