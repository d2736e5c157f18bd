using System.Reflection;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Guards;

/// <summary>No page and no endpoint is open by mistake.</summary>
public sealed class PageTests : AppTests
{
    /// <summary>Everything that may be read without signing in, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> OpenToAnyone = new Dictionary<string, string>
    {
        ["/not-found"] = "says only that a page is not there",
        ["/error"] = "says only that something failed, and its number",
        ["/account/sign-in"] = "nobody is signed in there yet; it names people on a demo database only",
        ["/account/refused"] = "says only that one is not let in, and whom to ask",
        ["/account/invitation"] = "whoever is invited is nobody yet; it says nothing of anybody and sends her to the provider",
        ["/account/sign-in/provider"] = "leads on to the identity provider",
        ["/account/sign-in/stopped"] = "says only that signing in did not go through, to whoever comes from the identity provider",
        ["/signout-backchannel"] = "the identity provider says that a session ended; its signature is checked",
        ["/account/sign-out"] = "ends a session, whose it ever was",
        ["/account/language"] = "remembers a language in the browser, and with the person if she is signed in",
        ["/account/theme"] = "remembers light or dark in the browser",
        ["/privacy"] = "the employer must tell everybody",
        ["/accessibility"] = "the employer must tell everybody",
        ["/check"] = "whoever holds a document learns whether it is valid, and nothing else",
        ["/calendar/feed/{secret}.ics"] = "calendar programs cannot sign in; the secret in it opens one person's calendar",
        ["/openapi/v1.json"] = "describes the API, and nothing that is in it",
        ["/health/live"] = "a load balancer asks; it learns a word",
        ["/health/ready"] = "a load balancer or a monitor asks; it learns a word for each of database, jobs, outbox and mail",
        ["/account/access-denied"] = "where somebody without the role ends up",
    };

    private static IReadOnlyList<Type> Pages { get; } =
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute)))];

    private IEnumerable<RouteEndpoint> Endpoints =>
        App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    [Fact]
    public void Every_page_asks_who_is_there() => Assert.All(Pages, page => Assert.True(
        page.IsDefined(typeof(AuthorizeAttribute)) || page.IsDefined(typeof(AllowAnonymousAttribute)), $"{page.Name} does not say who may see it"));

    [Fact]
    public void Every_page_is_called_one() => Assert.All(Pages, page => Assert.EndsWith("Page", page.Name, StringComparison.Ordinal));

    [Fact]
    public void Only_what_is_listed_can_be_read_without_signing_in()
    {
        var open = Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(OpenToAnyone.Keys.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_says_nothing_about_access_is_for_the_signed_in()
    {
        var fallback = App.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;

        Assert.NotNull(fallback);
        Assert.Contains(fallback.Requirements, requirement =>
            requirement is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
    }

    [Fact]
    public void Every_page_gets_what_it_asks_for()
    {
        using var scope = App.Services.CreateScope();
        var asked = Pages.Concat(typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ComponentBase))))
            .Distinct()
            .SelectMany(component => component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.IsDefined(typeof(InjectAttribute)))
                .Select(property => (Component: component.Name, property.PropertyType)));

        Assert.All(asked, ask => Assert.True(
            scope.ServiceProvider.GetService(ask.PropertyType) is not null, $"{ask.Component} asks for {ask.PropertyType.Name}, which is not registered"));
    }
}
