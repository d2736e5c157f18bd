using System.Net;
using System.Text.Json;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Apprentices.Tests.Features.Api;

public sealed class ApiDocumentTests : AppTests
{
    [Fact]
    public async Task The_document_describes_every_address_of_the_api_and_no_other()
    {
        var text = await ReadAsync();
        using var json = JsonDocument.Parse(text);

        var described = json.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var there = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}".StartsWith($"{ApiEndpoints.Root}/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"));

        Assert.NotEmpty(there);
        Assert.Equal(there.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_document_can_be_read_and_says_how_to_sign_in_and_what_may_go_wrong()
    {
        var text = await ReadAsync();
        var read = OpenApiDocument.Parse(text, OpenApiConstants.Json);

        Assert.Empty(read.Diagnostic!.Errors);
        var scheme = Assert.Single(read.Document!.Components!.SecuritySchemes!).Value;
        Assert.Equal((SecuritySchemeType.Http, "bearer"), (scheme.Type, scheme.Scheme));
        Assert.Single(read.Document.Security!);
        Assert.All(read.Document.Paths.SelectMany(path => path.Value.Operations!), operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.Value.Summary));
            Assert.False(string.IsNullOrWhiteSpace(operation.Value.OperationId));
            foreach (var status in (string[])["401", "403", "429"])
            {
                Assert.Equal([ApiProblem.MediaType], operation.Value.Responses![status].Content!.Keys);
            }
        });
    }

    private async Task<string> ReadAsync()
    {
        using var nobody = App.ClientOf(null);
        using var answer = await nobody.GetAsync("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
