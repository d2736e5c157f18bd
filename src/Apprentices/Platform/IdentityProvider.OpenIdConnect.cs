using Microsoft.AspNetCore.Authentication;

namespace Apprentices.Platform;

/// <content>ASP.NET Core's own handler of OpenID Connect.</content>
public static partial class IdentityProvider
{
    private static void AddHandler(AuthenticationBuilder authentication, AzureAdSettings settings) =>
        authentication.AddOpenIdConnect(SignIn.ProviderScheme, options => options.ClientId = settings.ClientId);
}
