using System.Text.RegularExpressions;
using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>A reminder goes over a real SMTP server, and its link opens the page it is about.</summary>
public sealed partial class ReminderJourneyTests(Browser browser) : Journey(browser)
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
    public async Task The_link_in_the_mail_opens_the_talk_after_signing_in()
    {
        var (instructor, liv) = (await Given.InstructorAsync("Inga Veien"), await Given.PersonAsync(Roles.Apprentice, "Liv Lund", email: "liv.lund@example.no"));
        var talk = await Given.EvaluationAsync(dueOn: App.Clock.Today.AddDays(7), liv, instructor);

        await App.AsConsole().RunAsync((QueueReminders queue) => queue.RunAsync());
        await App.AsConsole().RunAsync((SendQueuedReminders send) => send.RunAsync());
        var mails = await sink.WaitForAsync(2);
        var hers = mails.Single(mail => mail.To.Contains("liv.lund@example.no"));
        var link = new Uri(Link.Match(hers.Text!).Value);

        var page = await OpenAsync(person: null, link.PathAndQuery);
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(AccountLinks.SignIn)));
        await new SignInScreen(page).ChooseAsync(liv.FullName);

        await Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(EvaluationLinks.Talk(talk.Id))}$"));
        await Expect(new TalkScreen(page).Heading).ToBeVisibleAsync();

        await page.GotoAsync(ReminderLinks.Inbox);
        await Expect(page.Locator($"main a[href='{EvaluationLinks.Talk(talk.Id)}']").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task HR_puts_a_topic_in_the_inbox_alone_and_is_not_asked_where_the_law_sets_the_day()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var page = await OpenAsync(hr, ReminderLinks.Rule("Duty-PlanInPlace"));
        await page.GetByRole(AriaRole.Radio, new() { Name = "Bare i innboksen" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre regelen" }).ClickAsync();

        await Expect(page.GetByText("Regelen er lagret.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Standardregelen:")).ToContainTextAsync("på e-post og i innboksen");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Bare i innboksen" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tilbake til standardregelen" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "På e-post og i innboksen" })).ToBeCheckedAsync();

        await page.GotoAsync(ReminderLinks.Rules);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Opplæringsplanen på plass" })).ToContainTextAsync("Bare i innboksen");

        await page.GotoAsync(ReminderLinks.Rule("Talk"));
        await Expect(page.GetByText("den kommer alltid på e-post også")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"https://laerling\.example\.no/\S+")]
    private static partial Regex Link { get; }
}
