using Microsoft.AspNetCore.Authentication;
using Microsoft.Identity.Web;

namespace Apprentices.Platform;

/// <content>Microsoft.Identity.Web, with <c>-p:SignIn=MicrosoftIdentityWeb</c>. It sets up the same handler, which is then held to the same rules.</content>
public static partial class IdentityProvider
{
    private static void AddHandler(AuthenticationBuilder authentication, AzureAdSettings settings) => authentication.AddMicrosoftIdentityWebApp(
        options =>
        {
            (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
            if (settings.IsEntra)
            {
                (options.Instance, options.TenantId) = (settings.Instance, settings.TenantId);
            }
            else
            {
                options.Authority = settings.Authority;
            }
        },
        configureCookieAuthenticationOptions: null,
        SignIn.ProviderScheme,
        cookieScheme: null);
}
