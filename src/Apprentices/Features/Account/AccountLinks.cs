namespace Apprentices.Features.Account;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class AccountLinks
{
    /// <summary>The part of an address that says where to go after.</summary>
    public const string ReturnUrl = "returnUrl";

    public const string SignIn = "/account/sign-in";
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

    /// <summary>Where an invitation is taken up. The secret stands behind the hash, which no server, proxy or log gets to see.</summary>
    public static string InvitationOf(string secret) => $"{Invitation}#{secret}";

    /// <summary>Where somebody signs in again whose session has ended by itself.</summary>
    public static string SignInAgain(string returnUrl) => $"{SignIn}?ended=1&{ReturnUrl}={Uri.EscapeDataString(returnUrl)}";
}
