namespace Apprentices.Features.Account;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class AccountLinks
{
    /// <summary>The part of an address that says where to go after.</summary>
    public const string ReturnUrl = "returnUrl";

    /// <summary>The part that says why somebody is not in, and the one that asks for another account.</summary>
    public const string Why = "why";
    public const string OtherAccount = "other";

    public const string SignIn = "/account/sign-in";

    /// <summary>On to the identity provider.</summary>
    public const string Provider = "/account/sign-in/provider";

    /// <summary>Why somebody came back from there and is not in.</summary>
    public const string Stop = "/account/sign-in/stopped";

    public const string SignOut = "/account/sign-out";
    public const string Language = "/account/language";
    public const string Theme = "/account/theme";
    public const string AccessDenied = "/account/access-denied";
    public const string Sessions = "/account/sessions";
    public const string RefusedPage = "/account/refused";
    public const string Invitation = "/account/invitation";
    public const string Privacy = "/privacy";
    public const string Accessibility = "/accessibility";

    /// <summary>Why somebody whom the provider knows does not come in, and whom to ask.</summary>
    public static string Refused(SignInRefusal why) => $"{RefusedPage}?why={why}";

    /// <param name="returnUrl">Where to go when she is in.</param>
    /// <param name="other">Whether the provider shall ask which account it is to be.</param>
    public static string ToProvider(string? returnUrl, bool other = false)
    {
        var query = QueryString.Empty;
        query = string.IsNullOrEmpty(returnUrl) ? query : query.Add(ReturnUrl, returnUrl);
        return Provider + (other ? query.Add(OtherAccount, bool.TrueString) : query);
    }

    public static string Stopped(SignInStop why) => $"{Stop}?{Why}={why}";

    /// <summary>Where an invitation is taken up. The secret stands behind the hash, which no server, proxy or log gets to see.</summary>
    public static string InvitationOf(string secret) => $"{Invitation}#{secret}";

    /// <summary>Where somebody signs in again whose session has ended by itself.</summary>
    public static string SignInAgain(string returnUrl) => $"{SignIn}?ended=1&{ReturnUrl}={Uri.EscapeDataString(returnUrl)}";
}
