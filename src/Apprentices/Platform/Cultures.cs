using System.Globalization;
using Apprentices.Domain;
using Microsoft.AspNetCore.Localization;

namespace Apprentices.Platform;

/// <summary>
/// The language of a request, and of the circuit that begins with it: what was chosen in this browser, else what the person
/// reads, else bokmål. The browser's own wish is not asked: a Norwegian workplace's browsers are often set to English.
/// </summary>
public static class Cultures
{
    public const string Cookie = "language";
    public const string LanguageClaim = "language";

    private static readonly (Language Language, CultureInfo Culture)[] All =
    [
        (Language.Bokmal, CultureInfo.GetCultureInfo("nb-NO")),
        (Language.Nynorsk, CultureInfo.GetCultureInfo("nn-NO")),
        (Language.English, CultureInfo.GetCultureInfo("en-GB")),
    ];

    public static CultureInfo Of(Language language) => All.First(one => one.Language == language).Culture;

    public static string NameOf(Language language) => Of(language).Name;

    /// <summary>The language of "nn" or "nn-NO"; nothing for one the app does not speak.</summary>
    public static Language? Find(string? name) => All
        .Where(one => one.Culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || one.Culture.TwoLetterISOLanguageName.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(one => (Language?)one.Language)
        .FirstOrDefault();

    /// <summary>What a program asks to be answered in (Accept-Language), the first of those the app speaks; bokmål for "no" and for no wish.</summary>
    public static Language AskedFor(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => wish.Value.ToString().Split('-')[0])
        .Select(wish => wish.Equals("no", StringComparison.OrdinalIgnoreCase) ? Language.Bokmal : Find(wish))
        .FirstOrDefault(language => language is not null) ?? Language.Bokmal;

    /// <summary>After the sign-in is known.</summary>
    public static WebApplication UseCultures(this WebApplication app)
    {
        List<CultureInfo> cultures = [.. All.Select(one => one.Culture)];
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(cultures[0]),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            ApplyCurrentCultureToResponseHeaders = true,
            RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(
                    context.Request.IsApi() ? new ProviderCultureResult(NameOf(AskedFor(context.Request)))
                    : Find(context.Request.Cookies[Cookie] ?? context.User.FindFirst(LanguageClaim)?.Value) is { } language
                        ? new ProviderCultureResult(NameOf(language))
                        : null)),
            ],
        });
        return app;
    }

    public static void Remember(HttpResponse response, Language language) =>
        response.Cookies.Append(Cookie, NameOf(language), ForAYear(response.HttpContext));

    /// <summary>A choice that this browser remembers for a year.</summary>
    public static CookieOptions ForAYear(HttpContext request) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.Request.IsHttps,
        IsEssential = true,
    };
}
