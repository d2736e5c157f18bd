using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Apprentices.Platform;

/// <summary>
/// Signing in by Microsoft Entra ID or another provider of OpenID Connect: an authorization code with PKCE. Which library speaks with
/// the provider is a matter of the build; what it has to hold to stands here.
/// </summary>
public static partial class IdentityProvider
{
    public const string Section = "AzureAd";

    /// <summary>Where the provider's page of signing out lets the browser tell us (front channel).</summary>
    public const string FrontChannelPath = "/signout-oidc";

    /// <summary>Where the provider itself tells us (back channel).</summary>
    public const string BackChannelPath = "/signout-backchannel";

    /// <summary>Wrong by so much a clock may be, ours or theirs.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>A provider that has not answered by then is taken for away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>For a key that is unknown the provider is asked so often at most.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <summary>Signatures that only the provider can make. With a shared secret or the public key for a secret, others could.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static WebApplicationBuilder AddIdentityProvider(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<UsedOnce>();
        builder.Services.AddScoped<LogoutTokens>();
        var settings = builder.Configuration.Get<AzureAdSettings>();
        if (!settings.IsOn)
        {
            return builder;
        }

        // A key we do not know is asked for before the token is refused, not after.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);
        AddHandler(builder.Services.AddAuthentication(), settings);
        builder.Services.AddOptions<OpenIdConnectOptions>(SignIn.ProviderScheme)
            .Configure(options => Hold(options, settings))
            .PostConfigure(options => ((BaseConfigurationManager)options.ConfigurationManager!).UseLastKnownGoodConfiguration = false);
        return builder;
    }

    /// <summary>The settings of the handler, and how it reads the provider's configuration.</summary>
    internal static OpenIdConnectOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(SignIn.ProviderScheme);

    /// <summary>The provider's configuration as it is known now; it is asked for if it is not.</summary>
    /// <exception cref="Exception">The provider is away; see <see cref="ProviderRefusal.IsAway" />.</exception>
    internal static Task<OpenIdConnectConfiguration> ConfigurationOfAsync(OpenIdConnectOptions options, CancellationToken cancel) =>
        options.ConfigurationManager!.GetConfigurationAsync(cancel);

    /// <summary>What a token of the provider's must be, whatever it is for.</summary>
    internal static TokenValidationParameters TokenRules(AzureAdSettings settings)
    {
        var issuers = new TokenIssuers(settings);
        return new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            IssuerSigningKeyValidatorUsingConfiguration = issuers.IsKeyOfIssuer,
            ValidateIssuer = true,
            IssuerValidatorUsingConfiguration = issuers.Validate,
            ValidateAudience = true,
            ValidAudience = settings.ClientId,
            ValidateLifetime = true,
            RequireExpirationTime = true,
            ClockSkew = ClockSkew,
        };
    }

    private static void Hold(OpenIdConnectOptions options, AzureAdSettings settings)
    {
        (options.Authority, options.MetadataAddress, options.Configuration, options.ConfigurationManager) = (settings.Address, null, null, null);
        (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        (options.SignInScheme, options.SignOutScheme) = (SignIn.Scheme, SignIn.Scheme);
        (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = (settings.CallbackPath, settings.SignedOutCallbackPath, FrontChannelPath);
        options.RequireHttpsMetadata = !new Uri(settings.Address).IsLoopback;
        (options.BackchannelTimeout, options.RefreshInterval) = (Patience, AskAgain);

        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.Scope.Add(OpenIdConnectScope.Profile);
        options.DisableTelemetry = true;

        // The claims as the provider calls them, from the token alone; of the tokens nothing is kept but what signing out takes.
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        (options.GetClaimsFromUserInfoEndpoint, options.SaveTokens, options.UseTokenLifetime) = (false, false, false);

        (options.UseSecurityTokenValidator, options.TokenHandler) = (false, new SignedTokenHandler());
        options.TokenValidationParameters = TokenRules(settings);
        options.ProtocolValidator = new OpenIdConnectProtocolValidator { RequireNonce = true, RequireStateValidation = false };

        // The answer comes by a link, so the cookies need not go with what other sites send.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            (cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest, true);
        }

        ProviderEvents.Follow(options);
    }
}
