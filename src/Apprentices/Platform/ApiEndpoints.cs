using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Apprentices.Domain;
using Apprentices.Features.Calendar;
using Apprentices.Features.Curricula;

namespace Apprentices.Platform;

/// <summary>What a feature adds to the API.</summary>
public sealed record ApiPart(Action<RouteGroupBuilder> Map);

/// <summary>
/// The API for other programs: what it answers is one table. Every address below <see cref="Root" /> asks for an access token,
/// and for nothing else; a cookie opens none. What goes wrong is told as problem details (<see cref="ApiErrors" />).
/// </summary>
public static class ApiEndpoints
{
    public const string Everything = "/api";
    public const string Root = Everything + "/v1";

    private static readonly ApiPart[] Parts =
    [
        new(CurriculumEndpoints.Map),
        new(WhatIfEndpoints.Map),
    ];

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.AddTokenSignIn();
        builder.Services.AddSingleton<ApiLimits>();
        builder.Services.AddRateLimiter(ApiLimits.Use);
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
        var group = app.MapGroup(Root)
            .RequireAuthorization(TokenSignIn.PolicyOf(AccessScope.WhatIf))
            .RequireRateLimiting(ApiLimits.PerToken)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        foreach (var part in app.Services.GetServices<ApiPart>())
        {
            part.Map(group);
        }

        app.MapOpenApi(ApiDocument.Address).AllowAnonymous();
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
