using Microsoft.AspNetCore.Http.HttpResults;

namespace Apprentices.Platform;

/// <summary>Where somebody is led who said herself where she was going: a page of this app, never another site.</summary>
internal static class OwnAddress
{
    /// <param name="returnUrl">As it was asked for; an address is written in letters that every answer may hold.</param>
    public static string Of(string? returnUrl) =>
        RedirectHttpResult.IsLocalUrl(returnUrl) && returnUrl!.All(letter => letter is > ' ' and < '\x7f') ? returnUrl! : "/";
}
