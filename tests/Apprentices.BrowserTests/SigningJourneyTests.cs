using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.Home;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A held talk is signed by each in her own browser, locked, added to, handed out and checked.</summary>
public sealed class SigningJourneyTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Two_sign_one_after_the_other_the_third_is_asked_then_and_an_addendum_is_signed_too()
    {
        var held = await HeldTalk.SetAsync(App);
        var (siv, ingrid) = (new SigningScreen(await OpenAsync(held.Instructor, EvaluationLinks.Talk(held.Id))), new SigningScreen(await OpenAsync(held.Apprentice, EvaluationLinks.Talk(held.Id), width: 360)));
        await Expect(siv.Page.GetByText(HeldTalk.Comment)).ToBeVisibleAsync();
        await Expect(siv.Page.GetByText(TalkSeal.Code(await held.HashAsync()))).ToBeVisibleAsync();
        await Expect(siv.Page.GetByText(Texts.Format(SigningTexts.After, "Ingrid og Siv"))).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(siv.Page);
        await siv.SignAsync("Siv Åmot");
        await Expect(siv.Page.GetByLabel(EvaluationTexts.SignName)).ToHaveCountAsync(0);

        await SignByKeysAsync(ingrid.Page, held.Apprentice.FullName);
        await Expect(ingrid.Page.GetByText(EvaluationTexts.Signed, new() { Exact = true })).ToBeVisibleAsync();
        var tor = new SigningScreen(await OpenAsync(held.Manager, HomeLinks.Home));
        await tor.Page.GetByRole(AriaRole.Link, new() { Name = HomeTexts.ReadAndSign }).First.ClickAsync();
        await tor.SignAsync("Tor Eide");
        await Expect(tor.Page.GetByText(SigningTexts.SigningLocked)).ToBeVisibleAsync();

        await ingrid.Page.ReloadAsync();
        await ingrid.AddAsync("Det var fra februar, ikke januar.");
        await ingrid.SignAddendumAsync(held.Apprentice.FullName);
        await siv.Page.ReloadAsync();
        await Expect(siv.Page.GetByText("Det var fra februar, ikke januar.")).ToBeVisibleAsync();
        await siv.RefuseAsync("Det var januar.");
        await Expect(siv.Page.GetByText("«Det var januar.»")).ToBeVisibleAsync();
        await tor.Page.ReloadAsync();
        await tor.SignAddendumAsync("Tor Eide");
        await Expect(tor.Page.GetByText(SigningTexts.AddendumLocked)).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(tor.Page);
        Assert.Equal(EvaluationState.Signed, await held.StateAsync());
    }

    [Fact]
    public async Task The_document_is_fetched_by_one_and_checked_by_somebody_without_an_account()
    {
        var held = await HeldTalk.SetAsync(App);
        await held.SignAllAsync();
        var page = await OpenAsync(held.Apprentice, EvaluationLinks.Talk(held.Id));
        var fetching = page.WaitForDownloadAsync();
        await page.Locator($"main a[href='{SigningLinks.Html(held.Id, Language.Nynorsk)}']").ClickAsync();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.html");
        await (await fetching).SaveAsAsync(file);
        try
        {
            var stranger = await OpenAsync(person: null, SigningLinks.Check);
            await CheckAsync(stranger, file, SigningTexts.CheckValid);
            await Axe.FindsNothingAsync(stranger);
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(file, text.Replace("vaktmøtene", "vaktmøta", StringComparison.Ordinal));
            await CheckAsync(stranger, file, SigningTexts.CheckInvalid);

            await File.WriteAllTextAsync(file, text);
            await stranger.GotoAsync($"file://{file}");
            await Axe.FindsNothingAsync(stranger);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task CheckAsync(IPage page, string file, string answer)
    {
        await page.GetByLabel(SigningTexts.CheckFile, new() { Exact = true }).SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = SigningTexts.CheckSubmit }).ClickAsync();
        await Expect(page.Locator(".check-result")).ToContainTextAsync(answer);
    }

    /// <summary>Without a mouse.</summary>
    private static async Task SignByKeysAsync(IPage page, string name)
    {
        await Expect(page.GetByLabel(EvaluationTexts.SignName)).ToBeVisibleAsync();
        var keys = new Keys(page);
        await keys.GoToAsync(EvaluationTexts.SignHaveRead);
        await keys.PressAsync("Space");
        await keys.GoToAsync(EvaluationTexts.SignName);
        await keys.TypeAsync(name);
        await keys.UseAsync(EvaluationTexts.SignSubmit);
    }
}

internal sealed class SigningScreen(IPage page) : Screen(page)
{
    public new IPage Page => base.Page;

    public async Task SignAsync(string name)
    {
        await Main.GetByLabel(EvaluationTexts.SignHaveRead).CheckAsync();
        await Main.GetByLabel(EvaluationTexts.SignName).FillAsync(name);
        await Button(EvaluationTexts.SignSubmit).ClickAsync();
        await Expect(Main.GetByText(EvaluationTexts.Signed, new() { Exact = true })).ToBeVisibleAsync();
    }

    public async Task SignAddendumAsync(string name)
    {
        await Main.GetByLabel(SigningTexts.HaveReadAddendum).CheckAsync();
        await Main.GetByLabel(EvaluationTexts.SignName).FillAsync(name);
        await Button(SigningTexts.SubmitAddendum).ClickAsync();
        await Expect(Main.GetByText(SigningTexts.SignedAddendum, new() { Exact = true })).ToBeVisibleAsync();
    }

    public async Task AddAsync(string text)
    {
        await Main.GetByText(SigningTexts.AddTitle).ClickAsync();
        await Main.GetByLabel(SigningTexts.AddText, new() { Exact = true }).FillAsync(text);
        await Button(SigningTexts.AddSubmit).ClickAsync();
        await Expect(Main.GetByText(SigningTexts.Added, new() { Exact = true })).ToBeVisibleAsync();
    }

    public async Task RefuseAsync(string reason)
    {
        await Button(SigningTexts.WillNotSign).ClickAsync();
        await Main.GetByLabel(SigningTexts.RefuseReason).FillAsync(reason);
        await Button(SigningTexts.RefuseSubmit).ClickAsync();
        await Expect(Main.GetByText(SigningTexts.Refused, new() { Exact = true })).ToBeVisibleAsync();
    }
}
