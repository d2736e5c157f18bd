using System.Globalization;
using System.Net;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Shared;
using Apprentices.Tests.Guards;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

public sealed class WebLimitsTests : AppTests
{
    /// <summary>What is answered however often somebody asks, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> WithoutLimit = new Dictionary<string, string>
    {
        ["/health/live"] = "a load balancer asks all the time; it costs nothing",
        ["/health/ready"] = "a load balancer asks all the time",
        ["/_framework/opaque-redirect"] = "a redirection of a page's own",
        ["/{**path:file}"] = "style sheets and scripts as they lie, where the program runs from its source",
        ["/_blazor"] = "the circuit of a page",
        ["/_blazor/negotiate"] = "the circuit of a page",
        ["/_blazor/disconnect"] = "the circuit of a page",
        ["/_blazor/initializers"] = "the circuit of a page",
    };

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Web:DownloadsPerMinute"] = "2" };

    [Fact]
    public async Task Who_takes_away_too_many_files_is_told_to_wait_and_another_is_not()
    {
        using var eager = App.ClientOf(await Given.HrAsync());
        using var calm = App.ClientOf(await Given.PersonAsync(Roles.Hr, language: Language.English));
        var list = ListFormat.Csv.In(ApprenticeshipLinks.List);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var taken = await eager.GetAsync(list);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var answer = await eager.GetAsync(list);
        using var page = await eager.GetAsync(ApprenticeshipLinks.List);
        using var picture = await eager.GetAsync(FileLinks.Thumbnail(Guid.CreateVersion7()));
        using var another = await calm.GetAsync(list);

        var wait = int.Parse(Assert.Single(answer.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 60);
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, $"Du har hentet mange filer på kort tid. Vent {wait} sekunder og prøv igjen."),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK), (page.StatusCode, picture.StatusCode, another.StatusCode));
    }

    [Fact]
    public void Whatever_is_no_page_and_no_part_of_one_has_a_limit()
    {
        var without = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
            .Distinct(StringComparer.Ordinal);

        Found.Differing(WithoutLimit.Keys, without);
    }
}
