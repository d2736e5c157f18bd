using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Account;

/// <summary>The forms of this feature that a circuit cannot take, because they set cookies. Each asks for the antiforgery token.</summary>
public static class AccountEndpoints
{
    /// <summary>Remembers light or dark in this browser; anything else follows the device.</summary>
    public const string ThemeCookie = "theme";

    public static IEndpointRouteBuilder MapAccount(this IEndpointRouteBuilder app)
    {
        // Before the page at the same address, which answers GET.
        app.MapPost(AccountLinks.SignIn, SignInAsync).AllowAnonymous().WithOrder(-1);
        app.MapPost(AccountLinks.Invitation, TakeUpInvitationAsync).AllowAnonymous().WithOrder(-1);
        app.MapPost(AccountLinks.SignOut, SignOutAsync).AllowAnonymous();
        app.MapPost(AccountLinks.Language, ChooseLanguageAsync).AllowAnonymous();
        app.MapPost(AccountLinks.Theme, ChooseTheme).AllowAnonymous();
        return app.MapProvider();
    }

    private static async Task<RedirectHttpResult> SignInAsync(
        [FromForm] Guid person, [FromForm] string? returnUrl, HttpContext request, SignInAsPersona signIn)
    {
        if (await signIn.RunAsync(person, request.RequestAborted) is not { } somebody)
        {
            return TypedResults.LocalRedirect(AccountLinks.SignIn);
        }

        if (somebody.IsDeactivated)
        {
            return TypedResults.LocalRedirect(AccountLinks.Refused(SignInRefusal.Deactivated));
        }

        await request.SignInAsync(SignIn.Scheme, SignIn.Principal(somebody.Id, somebody.Roles, somebody.Language));
        return BackTo(returnUrl);
    }

    /// <summary>To the provider, with the invitation in the state that only we can read; it counts when she comes back signed in.</summary>
    private static Task<IResult> TakeUpInvitationAsync([FromForm] string? secret, HttpContext request)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        properties.Items[SignInWithProvider.InvitationItem] = Secret.LooksLikeOne(secret) ? secret : null;
        return ProviderEndpoints.GoAsync(request, properties);
    }

    /// <summary>Here, and at the identity provider where there is one. Here first: whoever presses it and goes is signed out, however slow the provider is.</summary>
    private static async Task<IResult> SignOutAsync(IFormCollection form, HttpContext request, Sessions sessions)
    {
        await sessions.EndAsync(request.User, CancellationToken.None);
        var isAtProvider = await ProviderEndpoints.SignOutAsync(request);
        await request.SignOutAsync(SignIn.Scheme);
        return isAtProvider ? TypedResults.Empty : TypedResults.LocalRedirect(AccountLinks.SignIn);
    }

    private static async Task<RedirectHttpResult> ChooseLanguageAsync(
        [FromForm] string? language, [FromForm] string? returnUrl, HttpContext request, ChooseLanguage choose)
    {
        if (Cultures.Find(language) is { } chosen)
        {
            Cultures.Remember(request.Response, chosen);
            await choose.RunAsync(chosen, request.RequestAborted);
        }

        return BackTo(returnUrl);
    }

    private static RedirectHttpResult ChooseTheme([FromForm] string? theme, [FromForm] string? returnUrl, HttpContext request)
    {
        if (theme is "light" or "dark")
        {
            request.Response.Cookies.Append(ThemeCookie, theme, Cultures.ForAYear(request));
        }
        else
        {
            request.Response.Cookies.Delete(ThemeCookie);
        }

        return BackTo(returnUrl);
    }

    private static RedirectHttpResult BackTo(string? returnUrl) => TypedResults.LocalRedirect(OwnAddress.Of(returnUrl));
}
