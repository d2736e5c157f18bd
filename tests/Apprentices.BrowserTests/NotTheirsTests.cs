using Apprentices.BrowserTests.Pages;
using Apprentices.BrowserTests.Support;
using Apprentices.Features.Account;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations;
using Apprentices.Features.People;
using Apprentices.Features.Traces;
using Apprentices.Shared;
using Apprentices.Shell;
using Apprentices.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>Whoever opens by its address what is not hers finds nothing, on each kind of page.</summary>
public sealed class NotTheirsTests(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task A_page_of_anothers_apprentice_is_not_found()
    {
        using var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.OtherInstructor], ApprenticeshipLinks.List);
        await new Screen(page).IsOpenAsync();

        foreach (var link in PagesOf(scene))
        {
            await page.GotoAsync(link);
            await Expect(new Screen(page).Heading).ToHaveTextAsync(SharedTexts.NotFoundTitle);
            Assert.DoesNotContain(scene.Apprenticeship.Person.FamilyName, await page.ContentAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Whichever of the app's pages it is: what a person may not see is not there, and is no mistake of the program.</summary>
    [Fact]
    public async Task An_apprentice_who_opens_any_page_is_never_told_that_something_went_wrong()
    {
        using var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.Apprentice], AccountLinks.Privacy);
        List<string> wrong = [];
        foreach (var place in Site.Places.Where(place => place.Seats[0] != Seat.Nobody))
        {
            await page.GotoAsync(place.Link(scene));
            var heading = page.Locator("main h1, main h2").First;
            await Expect(heading).ToBeVisibleAsync();
            if (await heading.InnerTextAsync() == ShellTexts.ErrorTitle)
            {
                wrong.Add(place.Name);
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>A word where a number or an id belongs, and a page after the last.</summary>
    [Fact]
    public async Task An_address_with_a_mistake_in_it_says_so_and_leads_to_no_failure()
    {
        using var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.Hr], $"{PeopleLinks.List}?page=99");
        await Expect(page.GetByText(SharedTexts.LastPage)).ToBeVisibleAsync();
        await page.GetByText(SharedTexts.LastPage).ClickAsync();
        await Expect(page.GetByText(SharedTexts.LastPage)).ToBeHiddenAsync();
        await Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();

        await page.GotoAsync($"{PeopleLinks.List}?page={int.MaxValue}");
        await Expect(page.GetByText(SharedTexts.LastPage)).ToBeVisibleAsync();

        foreach (var wrong in (string[])[$"{PeopleLinks.List}?page=none", $"{TraceLinks.House}?person=none", $"{ApprenticeshipLinks.History(scene.Id)}?asof=none"])
        {
            await page.GotoAsync(wrong);
            await Expect(new Screen(page).Heading).ToHaveTextAsync(SharedTexts.NotFoundTitle);
        }
    }

    [Fact]
    public async Task A_former_instructor_finds_the_talk_she_held_and_nothing_else()
    {
        using var scene = await Scene.SetAsync(App);
        var page = await OpenAsync(scene[Seat.FormerInstructor], EvaluationLinks.Talk(scene.Signed.Id));
        await Expect(page.GetByText(Scene.Said)).ToBeVisibleAsync();

        await page.GotoAsync(ApprenticeshipLinks.Plan(scene.Id));
        await Expect(new Screen(page).Heading).ToHaveTextAsync(SharedTexts.NotFoundTitle);
    }

    [Fact]
    public async Task Hr_reads_what_was_said_only_where_she_is_the_contact()
    {
        using var scene = await Scene.SetAsync(App);
        var link = EvaluationLinks.Talk(scene.Held.Id);

        var hr = await OpenAsync(scene[Seat.Hr], link);
        await Expect(hr.GetByText(EvaluationTexts.ContentClosed)).ToBeVisibleAsync();
        Assert.DoesNotContain(Scene.Said, await hr.ContentAsync(), StringComparison.Ordinal);

        await Expect((await OpenAsync(scene[Seat.NamedHr], link)).GetByText(Scene.Said)).ToBeVisibleAsync();
    }

    private static IEnumerable<string> PagesOf(Scene scene) =>
    [
        ApprenticeshipLinks.Record(scene.Id), ApprenticeshipLinks.Plan(scene.Id), ApprenticeshipLinks.Log(scene.Id), ApprenticeshipLinks.Talks(scene.Id),
        ApprenticeshipLinks.Edit(scene.Id), EvaluationLinks.Talk(scene.Held.Id), EvaluationLinks.Talk(scene.Planned.Id),
    ];
}
