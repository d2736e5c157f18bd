using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Calendar;
using Apprentices.Features.Curricula;
using Apprentices.Features.Deadlines;

namespace Apprentices.Platform;

/// <summary>What a feature adds to the API, and the scope a token must have for it.</summary>
public sealed record ApiPart(Action<RouteGroupBuilder> Map, AccessScope Scope = AccessScope.WhatIf);

/// <summary>A page of a list, as the API answers it.</summary>
/// <param name="Total">How many rows the list has.</param>
/// <param name="Page">Which page this is, from 1.</param>
/// <param name="Rows">Its rows, at most <see cref="ApiEndpoints.PageSize" />.</param>
public sealed record ApiPage<T>(int Total, int Page, IReadOnlyList<T> Rows);

/// <summary>
/// The API for other programs: what it answers is one table. Every address below <see cref="Root" /> asks for an access token,
/// and for nothing else; a cookie opens none. What goes wrong is told as problem details (<see cref="ApiErrors" />).
/// </summary>
public static class ApiEndpoints
{
    public const string Everything = "/api";
    public const string Root = Everything + "/v1";

    /// <summary>How many rows a page of a list has.</summary>
    public const int PageSize = 100;

    private static readonly ApiPart[] Parts =
    [
        new(CurriculumEndpoints.Map),
        new(WhatIfEndpoints.Map),
        new(ApprenticeshipEndpoints.MapApi, AccessScope.Apprenticeships),
        new(DeadlineEndpoints.MapApi, AccessScope.Deadlines),
    ];

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.AddTokenSignIn();
        builder.Services.AddSingleton<ApiLimits>();
        builder.Services.ConfigureHttpJsonOptions(options => Read(options.SerializerOptions));
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        foreach (var part in Parts)
        {
            builder.Services.AddSingleton(part);
        }

        return builder;
    }

    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments(Everything);

    /// <summary>Before the sign-in, so that what goes wrong there is told too.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.IsApi(), api => api.UseMiddleware<ApiErrors>());
        return app;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        foreach (var part in app.Services.GetServices<ApiPart>())
        {
            part.Map(app.MapGroup(Root)
                .RequireAuthorization(TokenSignIn.PolicyOf(part.Scope))
                .RequireRateLimiting(ApiLimits.PerToken)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status429TooManyRequests));
        }

        app.MapOpenApi(ApiDocument.Address).AllowAnonymous().RequireRateLimiting(WebLimits.Anybody);
        return app;
    }

    /// <summary>Nothing is guessed: what is misspelt, doubled or of another kind is refused and named.</summary>
    private static void Read(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
