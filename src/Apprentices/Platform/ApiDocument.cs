using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Apprentices.Platform;

/// <summary>The API described for programs and those who write them: an OpenAPI document, made from the endpoints there are.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Address = $"/openapi/{Name}.json";

    private const string Token = "token";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith($"{ApiEndpoints.Root}/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Apprentices",
                Version = Name,
                Description = "What falls due in an apprenticeship, when and why. A system's token reads nothing about anybody; a person's own "
                    + "reads the one list it was made for, as far as she may see it. What goes wrong is told as problem details "
                    + "(RFC 9457), in the language of Accept-Language: nb (default), nn or en. Errors in what was sent name each field by its JSON path.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An access token. An administrator makes one for a system in the app, a person her own, or somebody with `create-token --name NAME` on the command line.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
