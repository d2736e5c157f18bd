using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Tests.Features.Account;

/// <summary>In the build with Microsoft.Identity.Web alone.</summary>
public sealed class MicrosoftIdentityWebTests(ProviderScene scene) : IClassFixture<ProviderScene>
{
    [Fact]
    public async Task It_is_Microsoft_Identity_Web_that_leads_to_the_provider()
    {
        using var browser = await scene.BeginAsync();

        // It says so of itself.
        Assert.StartsWith("IDWeb.", QueryHelpers.ParseQuery(browser.Sent.Query)["x-client-brkrver"].ToString(), StringComparison.Ordinal);
        Assert.Contains(typeof(Program).Assembly.GetReferencedAssemblies(), name => name.Name == "Microsoft.Identity.Web");
        Assert.Equal("/", await browser.ComeBackAsync());
    }
}
