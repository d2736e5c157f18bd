using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Tests.Features.Account;

/// <summary>In the build with Microsoft.Identity.Web alone.</summary>
public sealed class MicrosoftIdentityWebTests(ProviderScene scene) : IClassFixture<ProviderScene>
{
    [Fact]
    public async Task It_is_Microsoft_Identity_Web_that_leads_to_the_provider()
    {
        using var browser = await scene.BeginAsync();

        Assert.Equal("1", QueryHelpers.ParseQuery(browser.Sent.Query)["client_info"]);
        Assert.Contains(typeof(Program).Assembly.GetReferencedAssemblies(), name => name.Name == "Microsoft.Identity.Web");
        Assert.Equal("/", await browser.ComeBackAsync());
    }
}
