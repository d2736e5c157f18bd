using System.Net;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Api;
using Apprentices.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>An administrator lets another program in, and shuts it out again; the program asks over HTTP.</summary>
public sealed class AccessTokenJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task A_token_is_shown_once_opens_the_api_and_opens_nothing_when_it_is_revoked()
    {
        var page = await OpenAsync(await Given.AdministratorAsync(), ApiLinks.Tokens, width: 360, theme: ColorScheme.Dark);
        await Expect(page.GetByText(ApiTexts.Empty)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = ApiTexts.Create }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group).First).ToBeFocusedAsync();
        await page.GetByLabel(ApiTexts.Name).FillAsync("Lønnssystemet");
        await page.GetByRole(AriaRole.Button, new() { Name = ApiTexts.Create }).ClickAsync();
        var field = page.GetByLabel(ApiTexts.Secret, new() { Exact = true });
        await Expect(field).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
        var secret = await field.InputValueAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(secret));

        await page.GetByRole(AriaRole.Button, new() { Name = ApiTexts.Done }).ClickAsync();
        await Expect(field).ToHaveCountAsync(0);
        Assert.DoesNotContain(secret, await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = ApiTexts.Revoke }).ClickAsync();
        await Axe.FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = ApiTexts.RevokeConfirm }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell).GetByText(ApiTexts.Revoked)).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(secret));
    }

    private async Task<HttpStatusCode> AskAsync(string secret)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var answer = await client.GetAsync($"{ApiEndpoints.Root}/trades");
        return answer.StatusCode;
    }
}
