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
    public const string Privacy = "/privacy";
    public const string Accessibility = "/accessibility";
}
