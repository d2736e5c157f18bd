using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A talk is agreed, moved and its people invited; HR sees whom it waits for and asks them.</summary>
public sealed class TalkReturnsJourneyTests(Browser browser) : Journey(browser)
{
    private MailSink sink = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => sink.Settings;

    public override async ValueTask InitializeAsync()
    {
        sink = await MailSink.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await sink.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_instructor_agrees_and_moves_a_talk_and_HR_reminds_those_it_waits_for()
    {
        var (instructor, liv, hr) = (await Given.InstructorAsync("Inga Veien"), await Given.PersonAsync(Roles.Apprentice, "Liv Lund", email: "liv.lund@example.no"), await Given.HrAsync());
        var talk = await Given.EvaluationAsync(dueOn: App.Clock.Today.AddDays(20), liv, instructor);

        var page = (await OpenAsync(instructor, EvaluationLinks.Talk(talk.Id))).Locator("main");
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync("3.10.2026");
        await page.GetByLabel("Klokkeslett").FillAsync("9.30");
        await Expect(page.GetByText("Dagen er i en helg.")).ToBeVisibleAsync();
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync("30.9.2026");
        await page.GetByLabel("Sted").FillAsync("Møterom Fyret");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre avtalen" }).ClickAsync();
        await Expect(page.GetByText("Møtet er lagret, og innkallingene er på vei.")).ToBeVisibleAsync();
        await Expect(page).ToContainTextAsync("onsdag 30. september 2026 kl. 09.30");

        await page.GetByText("Flytt eller endre møtet").ClickAsync();
        await page.GetByLabel("Klokkeslett").FillAsync("13");
        await page.GetByLabel("Sted").FocusAsync();
        await page.GetByLabel("Hvorfor flyttes den?").FillAsync("Vakt om morgenen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre endringen" }).ClickAsync();
        await Expect(page).ToContainTextAsync("onsdag 30. september 2026 kl. 13.00");
        await App.AsConsole().RunAsync((SendTalkMails send) => send.RunAsync());
        Assert.All(await sink.WaitForAsync(2), mail => Assert.Equal("REQUEST", mail.Calendar!.Method));

        var control = await OpenAsync(hr, TalkReturnLinks.Returns);
        await control.GetByLabel("Velg Halvårssamtale 1 med Liv Lund").CheckAsync();
        await control.GetByRole(AriaRole.Button, new() { Name = "Send påminnelse om 1 samtale" }).ClickAsync();
        await Expect(control.GetByText("2 påminnelser er på vei.")).ToBeVisibleAsync();
        await App.AsConsole().RunAsync((SendTalkMails send) => send.RunAsync());
        Assert.Equal(2, (await sink.WaitForAsync(4)).Count(mail => mail.Subject == "Forbered halvårssamtale 1"));

        await control.ReloadAsync();
        await Expect(control.Locator("main")).ToContainTextAsync("Bedt om å forberede seg");
        await Axe.FindsNothingAsync(control);
    }
}
