using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Apprentices.Tests.Features.Evaluations.Signing;

/// <summary>The check page as somebody uses it who has a file and no account.</summary>
public sealed partial class CheckPageTests : AppTests
{
    private const int PerMinute = 8;

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Documents:ChecksPerMinute"] = "8" };

    [BothDatabases]
    public async Task Anybody_learns_whether_the_file_is_valid_and_nothing_else()
    {
        var held = await HeldTalk.SetAsync(App);
        await held.SignAllAsync();
        var file = (await App.As(held.Apprentice).RunAsync((DownloadTalkDocument use) => use.RunAsync(held.Id, new(DownloadTalkDocument.Form.Page)))).Bytes;
        using var browser = Nobody();

        var valid = await CheckAsync(browser, file, "samtale.html");
        Assert.Contains(SigningTexts.CheckValid, valid, StringComparison.Ordinal);
        Assert.Contains("samtale.html", valid, StringComparison.Ordinal);
        Assert.DoesNotContain("Ingrid", valid, StringComparison.Ordinal);
        Assert.DoesNotContain(SigningTexts.CheckValid, await browser.GetStringAsync(SigningLinks.Check), StringComparison.Ordinal);

        file[file.Length / 2] ^= 1;
        var changed = await CheckAsync(browser, file, "samtale.html");
        Assert.Contains(SigningTexts.CheckInvalid, changed, StringComparison.Ordinal);
        Assert.Contains(SigningTexts.CheckNoFile, await CheckAsync(browser, [], ""), StringComparison.Ordinal);
        Assert.Contains(SigningTexts.CheckTooLarge, await CheckAsync(browser, new byte[CheckDocument.LargestFile + 1], "stor.pdf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_site_or_without_the_token_is_refused_and_a_made_up_answer_shows_nothing()
    {
        using var browser = Nobody();
        var token = await TokenAsync(browser);
        using (var without = await SendAsync(browser, "made-up", Encoding.UTF8.GetBytes("x"), "x.html"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        }

        using var stranger = Nobody();
        using (var elsewhere = await SendAsync(stranger, token, Encoding.UTF8.GetBytes("x"), "x.html"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
        }

        using var cookies = new HttpRequestMessage(HttpMethod.Get, SigningLinks.Check);
        cookies.Headers.Add("Cookie", "checked=CfDJ8made-up");
        using var answer = await App.ClientOf(null).SendAsync(cookies);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(SigningTexts.CheckValid, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_checks_too_often_is_asked_to_wait()
    {
        using var browser = Nobody();
        var token = await TokenAsync(browser);
        for (var number = 0; number < PerMinute; number++)
        {
            using var within = await SendAsync(browser, token, [1], "x.html");
            Assert.Equal(HttpStatusCode.Redirect, within.StatusCode);
        }

        using var over = await SendAsync(browser, token, [1], "x.html");
        Assert.Equal(HttpStatusCode.TooManyRequests, over.StatusCode);
        Assert.Equal(CheckLimit.Window, over.Headers.RetryAfter?.Delta);
        using var page = await browser.GetAsync(SigningLinks.Check);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static async Task<string> CheckAsync(HttpClient browser, byte[] file, string name)
    {
        using var sent = await SendAsync(browser, await TokenAsync(browser), file, name);
        Assert.Equal((HttpStatusCode.Redirect, SigningLinks.Check), (sent.StatusCode, sent.Headers.Location!.OriginalString));
        return WebUtility.HtmlDecode(await browser.GetStringAsync(SigningLinks.Check));
    }

    /// <summary>As a browser sends a form: the token first, then the file.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string token, byte[] file, string name)
    {
        using var form = new MultipartFormDataContent();
        using var text = new StringContent(token);
        text.Headers.ContentType = null;
        form.Add(text, "__RequestVerificationToken");
        using var content = new ByteArrayContent(file);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
        form.Add(content);
        return await browser.PostAsync(SigningLinks.Check, form);
    }

    private static async Task<string> TokenAsync(HttpClient browser) => TokenField.Match(await browser.GetStringAsync(SigningLinks.Check)).Groups[1].Value;

    private HttpClient Nobody() => App.Browser();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField { get; }
}
