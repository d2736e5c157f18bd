using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;

namespace Apprentices.Platform;

/// <summary>
/// What stands between the web and every answer: which proxies are believed, https, how large a request may be, and the headers that
/// tell a browser what our pages may do.
/// </summary>
public static class WebProtection
{
    /// <summary>
    /// The most bytes of a request, unless an address takes more. Forms are short; files come over the circuit, in messages of
    /// <see cref="Start.LongestMessage" />, and are counted there.
    /// </summary>
    public const long LargestRequest = 1024 * 1024;

    /// <summary>The host's own switch, which believes whoever asks.</summary>
    private const string BelievesEverybody = "ForwardedHeaders_Enabled";

    public static WebApplicationBuilder AddWebProtection(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>(BelievesEverybody))
        {
            throw new SettingsException("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes whoever asks: leave it out, and name the proxy in Web:KnownProxies.");
        }

        var settings = builder.Configuration.Get<WebSettings>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestRequest);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // However many proxies there are: each that is passed must be known.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.ProxyNetworks)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        builder.Services.AddHttpsRedirection(https => (https.HttpsPort, https.RedirectStatusCode) = (settings.HttpsPort, StatusCodes.Status308PermanentRedirect));
        builder.Services.AddSingleton<WebHeaders>();
        builder.AddWebLimits();
        return builder;
    }

    /// <summary>Before all else, so that it holds for every answer.</summary>
    public static WebApplication UseWebProtection(this WebApplication app)
    {
        var settings = app.Configuration.Get<WebSettings>();
        if (settings.ProxyNetworks.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.Use(app.Services.GetRequiredService<WebHeaders>().PutAsync);
        if (settings.HttpsPort > 0)
        {
            // A load balancer asks how it goes by http, and takes no redirection for an answer.
            app.UseWhen(context => !context.Request.Path.StartsWithSegments(Health.Everything), pages => pages.UseHttpsRedirection());
        }

        return app;
    }
}
