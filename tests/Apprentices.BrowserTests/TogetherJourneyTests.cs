using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.Home;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>An instructor and an apprentice, each on her own device, hold a talk together.</summary>
public sealed class TogetherJourneyTests(Browser browser) : Journey(browser)
{
    private const string Masters = "Hva mestrer lærlingen godt nå?";
    private const string Improve = "Hva skal lærlingen øve mer på, og hvordan?";
    private const string Priorities = "Hvilke mål og oppgaver er viktigst det neste halvåret?";
    private const string Action = "Lage en plan for nytt lagringsområde";

    private Person siv = null!;
    private Person ingrid = null!;
    private Evaluation talk = null!;

    [Fact]
    public async Task Two_write_at_the_same_time_take_over_and_lose_nothing_and_what_they_agree_on_is_a_task()
    {
        await ArrangeAsync();
        var hers = new TogetherScreen(await OpenAsync(siv, EvaluationLinks.Talk(talk.Id)));
        var phone = await OpenAsync(ingrid, TogetherLinks.Together(talk.Id), width: 360);
        var mine = new TogetherScreen(phone);
        await Expect(phone.GetByText(TogetherTexts.WhoBegins)).ToBeVisibleAsync();
        await hers.BeginAsync();

        // It opens on the other device by itself, and each sees that the other is there.
        await Expect(mine.Block(Masters)).ToBeVisibleAsync();
        await hers.IsPresentAsync(2);
        await mine.IsPresentAsync(2);

        // Both write at the same time in different blocks; each sees the other's words.
        await Task.WhenAll(hers.WriteAsync(Masters, "Mestrer feilsøking og brukerstøtte."), mine.WriteAsync(Improve, "Vil planlegge et helt system."));
        await Expect(mine.Block(Masters)).ToContainTextAsync("Mestrer feilsøking og brukerstøtte.");
        await Expect(hers.Block(Improve)).ToContainTextAsync("Vil planlegge et helt system.");
        await Expect(hers.Block(Improve)).ToContainTextAsync(Texts.Format(TogetherTexts.WritesNow, "Ingrid"));

        // Taken over while she types: what had not come through stands beside it, and is used.
        await Task.WhenAll(mine.Field(Improve).PressSequentiallyAsync(" Og ha vakt."), hers.TakeOverAsync(Improve));
        await Expect(mine.Field(Improve)).ToBeHiddenAsync();
        await hers.Field(Improve).PressSequentiallyAsync(" Med Siv.");
        await Expect(mine.Block(Improve)).ToContainTextAsync("Med Siv.");
        if (await mine.Block(Improve).GetByRole(AriaRole.Button, new() { Name = TogetherTexts.UseSuggestion }).IsVisibleAsync())
        {
            await hers.ReadyAsync(Improve);
            await mine.UseSuggestionAsync(Improve);
            await Expect(hers.Block(Improve)).ToContainTextAsync(Texts.Format(TogetherTexts.WritesNow, "Ingrid"));
        }

        await mine.WriteAsync(Priorities, "Et system fra behov til drift.");
        await mine.ReadyAsync(Priorities);
        await hers.Level("Mål 1").SelectOptionAsync(new SelectOptionValue { Label = Level.Masters.Word() });
        await Expect(mine.Level("Mål 1")).ToHaveValueAsync(nameof(Level.Masters));
        await hers.AgreeOnAsync(Action, "Ingrid Solheim", "1.12.2026");
        await Expect(mine.Action(Action)).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(phone);

        await hers.EndAsync();
        await Expect(phone.GetByText(TogetherTexts.IsEnded)).ToBeVisibleAsync();
        var kept = await App.DbAsync(db => db.Evaluations.Include(e => e.Blocks).ThenInclude(block => block.Suggestions).Include(e => e.Documents).SingleAsync(e => e.Id == talk.Id));
        Assert.Equal(EvaluationState.Held, kept.State);
        Assert.Single(kept.Documents);
        Assert.StartsWith("Vil planlegge et helt system.", kept.Blocks.Single(block => block.Question == "improve").Text, StringComparison.Ordinal);
        Assert.Equal(Level.Masters, await App.DbAsync(db => db.GoalRatings.Select(rating => rating.Level).SingleAsync()));

        // It is a task on her home, done by a click and taken back by another.
        await phone.GotoAsync(HomeLinks.Home);
        var done = phone.GetByRole(AriaRole.Button, new() { Name = $"{TogetherTexts.Done} – {Action}" });
        await done.ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = $"{TogetherTexts.NotDone} – {Action}" }).ClickAsync();
        await Expect(done).ToBeVisibleAsync();
    }

    private async Task ArrangeAsync()
    {
        App.Clock.Set(new DateOnly(2026, 11, 2), new TimeOnly(10, 0));
        (siv, ingrid) = (await Given.InstructorAsync("Siv Åmot"), await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"));
        talk = (await Given.ApprenticeshipAsync(ingrid, startsOn: App.Clock.Today.AddMonths(-5), instructor: siv)).Evaluations[0];
    }
}
