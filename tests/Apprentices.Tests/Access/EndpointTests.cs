using System.Net;
using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Apprenticeships;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Guards;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <summary>
/// The same over HTTP: what asks who is there asks it of every address. Which addresses are open to anyone, <see cref="PageTests"/> says.
/// </summary>
public sealed class EndpointTests : AppTests
{
    private IReadOnlyList<RouteEndpoint> Endpoints =>
    [
        .. App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null),
    ];

    [Fact]
    public async Task Nobody_gets_further_than_to_the_sign_in()
    {
        using var nobody = App.ClientOf(null);
        var closed = Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && Takes(endpoint, "GET")).ToList();

        Assert.NotEmpty(closed);
        foreach (var address in closed.Select(Address))
        {
            using var answer = await nobody.GetAsync(address);
            if (IsApi(address) || (IsHub(address) && answer.StatusCode != HttpStatusCode.Redirect))
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{address} answers {answer.StatusCode} to nobody");
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address} answers {answer.StatusCode} to nobody");
            Assert.StartsWith(AccountLinks.SignIn, answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString, StringComparison.Ordinal);
        }
    }

    /// <summary>A page's form needs our token beside the cookie; the API takes no form, and a cookie counts for nothing there.</summary>
    [Fact]
    public async Task Nothing_is_done_for_a_form_of_another_site()
    {
        using var signedIn = App.ClientOf(await Given.HrAsync());
        var posts = Endpoints.Where(endpoint => endpoint.RoutePattern.RawText is { } route && !route.StartsWith("/_blazor", StringComparison.Ordinal) && OnlyTakes(endpoint, "POST")).ToList();

        Assert.NotEmpty(posts);
        foreach (var address in posts.Select(Address))
        {
            using var form = new FormUrlEncodedContent([new("returnUrl", "/"), new("language", "en"), new("theme", "dark")]);
            using var answer = await signedIn.PostAsync(address, form);
            var refused = IsApi(address) ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.BadRequest;
            Assert.True(answer.StatusCode == refused, $"{address} answers {answer.StatusCode} to a form without our token");
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_cookie_opens_nothing_of_the_api(string method)
    {
        using var signedIn = App.ClientOf(await Given.PersonAsync(Roles.Hr | Roles.Administrator));
        foreach (var address in Endpoints.Where(endpoint => OnlyTakes(endpoint, method)).Select(Address).Where(IsApi))
        {
            using var json = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = method == "GET" ? await signedIn.GetAsync(address) : await signedIn.PostAsync(address, json);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{address} answers {answer.StatusCode} to a cookie");
        }
    }

    [Theory]
    [InlineData(Roles.Hr, HttpStatusCode.OK)]
    [InlineData(Roles.TrainingManager, HttpStatusCode.OK)]
    [InlineData(Roles.Instructor, HttpStatusCode.OK)]
    [InlineData(Roles.Apprentice, HttpStatusCode.NotFound)]
    [InlineData(Roles.Administrator, HttpStatusCode.NotFound)]
    public async Task The_list_is_a_file_for_those_who_may_take_it_away(Roles role, HttpStatusCode expected)
    {
        using var client = App.ClientOf(await Given.PersonAsync(role));

        foreach (var format in ListFormats.All)
        {
            using var answer = await client.GetAsync(format.In(ApprenticeshipLinks.List));

            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_page_of_anothers_apprentice_carries_nothing_of_her()
    {
        var hers = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"));
        using var stranger = App.ClientOf(await Given.InstructorAsync());
        var pages = new[] { ApprenticeshipLinks.Record(hers.Id), ApprenticeshipLinks.Plan(hers.Id), ApprenticeshipLinks.Log(hers.Id), ApprenticeshipLinks.Talks(hers.Id) };

        var found = new List<string>();
        foreach (var page in pages)
        {
            using var answer = await stranger.GetAsync(page);
            if ((await answer.Content.ReadAsStringAsync()).Contains("Lund", StringComparison.Ordinal))
            {
                found.Add(page);
            }
        }

        Found.Nothing(found);
    }

    /// <summary>What a page's script asks: to be sent to a page would tell it nothing.</summary>
    private static bool IsHub(string address) => address.StartsWith("/_blazor", StringComparison.Ordinal);

    private static bool IsApi(string address) => address.StartsWith($"{ApiEndpoints.Root}/", StringComparison.Ordinal);

    private static bool Takes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: [_, ..] methods } || methods.Contains(method);

    private static bool OnlyTakes(RouteEndpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [_, ..] methods } && methods.All(taken => taken == method);

    /// <summary>An address the route matches: an id of nothing for each part that varies.</summary>
    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString()))));
}
