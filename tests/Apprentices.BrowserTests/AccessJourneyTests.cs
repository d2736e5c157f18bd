using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Audits;
using Apprentices.Features.SensitiveFacts;
using Apprentices.Features.Traces;
using Apprentices.Features.Units;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>HR says who sees what: an auditor for a time, HR of a unit, and what is opened only for a purpose.</summary>
public sealed class AccessJourneyTests(Browser browser) : Journey(browser)
{
    private const string Purpose = "Internkontroll av opplæringen";

    [Fact]
    public async Task An_auditor_is_let_in_the_apprentice_is_told_and_hr_shuts_her_out_again()
    {
        var (hr, liv) = (await Given.HrAsync("Hanne Rød"), await Given.PersonAsync(Roles.Apprentice, "Liv Lund"));
        var record = await Given.ApprenticeshipAsync(liv);

        var page = await OpenAsync(hr, AuditLinks.New);
        await page.GetByLabel(AuditTexts.GivenName).FillAsync("Rita");
        await page.GetByLabel(AuditTexts.FamilyName).FillAsync("Revisor");
        await page.GetByLabel(AuditTexts.Email).FillAsync("rita@example.no");
        await page.GetByLabel(AuditTexts.FromOn).FillAsync(SpokenDate.Digits(App.Clock.Today));
        await page.GetByLabel(AuditTexts.ToOn).FillAsync(SpokenDate.Digits(App.Clock.Today.AddDays(7)));
        await page.GetByLabel(AuditTexts.Purpose).FillAsync(Purpose);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Liv Lund" }).CheckAsync();
        await Axe.FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = AuditTexts.Give }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell).GetByText(AuditTexts.IsOpen)).ToBeVisibleAsync();

        var hers = await OpenAsync(liv, ApprenticeshipLinks.Record(record.Id));
        await Expect(hers.GetByText(Purpose)).ToBeVisibleAsync();
        await Expect(hers.GetByText("Rita Revisor")).ToBeVisibleAsync();

        var rita = await App.DbAsync(db => db.People.SingleAsync(p => p.Email == "rita@example.no"));
        var auditor = await OpenAsync(rita, ApprenticeshipLinks.List);
        await auditor.GetByRole(AriaRole.Link, new() { Name = "Liv Lund" }).First.ClickAsync();
        await Expect(auditor.GetByText(Purpose)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = AuditTexts.End }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = AuditTexts.EndConfirm }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell).GetByText(AuditTexts.IsEnded)).ToBeVisibleAsync();
        await auditor.GotoAsync(ApprenticeshipLinks.Plan(record.Id));
        await Expect(auditor.GetByRole(AriaRole.Heading, new() { Name = SharedTexts.NotFoundTitle })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_sealed_is_masked_until_a_purpose_is_stated_and_is_in_no_draft()
    {
        const string Needs = "Fast plass ved vinduet";
        var record = await Given.ApprenticeshipAsync();
        var page = await OpenAsync(await Given.HrAsync(), SensitiveLinks.Of(record.Id), width: 360);

        await page.GetByRole(AriaRole.Button, new() { Name = SensitiveTexts.Write }).ClickAsync();
        await page.GetByLabel(SensitiveTexts.NewText).FillAsync(Needs);
        await page.GetByRole(AriaRole.Button, new() { Name = SensitiveTexts.Keep }).ClickAsync();
        await Expect(page.GetByText(SensitiveTexts.IsKept)).ToBeVisibleAsync();
        Assert.DoesNotContain(Needs, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.False(await App.DbAsync(db => db.Drafts.AnyAsync()));

        await page.GetByRole(AriaRole.Button, new() { Name = SensitiveTexts.Open }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = SensitiveTexts.OpenAndNote }).ClickAsync();
        await Expect(page.GetByText(SensitiveTexts.PurposeMissing)).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
        await page.GetByLabel(SensitiveTexts.Purpose).FillAsync("Planlegge vakter");
        await page.GetByRole(AriaRole.Button, new() { Name = SensitiveTexts.OpenAndNote }).ClickAsync();
        await Expect(page.GetByText(Needs)).ToBeVisibleAsync();
        var trace = await App.DbAsync(db => db.AccessTraces.Include(one => one.Subject).SingleAsync(one => one.What == Opened.Sensitive));
        Assert.Equal("Planlegge vakter", trace.Open(App.Services.GetRequiredService<TraceKeys>()));

        await page.GetByRole(AriaRole.Button, new() { Name = SensitiveTexts.Hide }).ClickAsync();
        await Expect(page.GetByText(Needs)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_has_read_a_record_is_asked_for_once_and_its_pages_are_turned_by_keyboard()
    {
        var (hr, siv, record) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.ApprenticeshipAsync());
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var readings = scope.ServiceProvider.GetRequiredService<AccessLog>();
            for (var at = 0; at < ListRecordReaders.PageSize; at++)
            {
                await readings.NoteAsync(new CurrentUser(siv.Id, siv.Roles, App.Clock.Today), record.Id, Opened.Log, $"Lesing {at}");
            }
        }

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await OpenAsync(hr, TraceLinks.Readers(record.Id));
        await page.GetByLabel(TraceTexts.Cause).FillAsync(Purpose);
        await page.GetByRole(AriaRole.Button, new() { Name = TraceTexts.CauseSubmit }).ClickAsync();
        var pages = page.GetByRole(AriaRole.Navigation, new() { Name = TraceTexts.PagesOfReaders });

        // The fifty readings, that she opened the record, and that she asked for this.
        await Expect(pages.GetByRole(AriaRole.Status)).ToHaveTextAsync(Texts.Format(SharedTexts.Showing, 1, 50, 52));
        await Axe.FindsNothingAsync(page);
        await pages.GetByRole(AriaRole.Button, new() { Name = SharedTexts.Next }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(pages.GetByRole(AriaRole.Status)).ToHaveTextAsync(Texts.Format(SharedTexts.Showing, 51, 52, 52));
        await Expect(pages.GetByRole(AriaRole.Button, new() { Name = SharedTexts.Next })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
        await Axe.FindsNothingAsync(page);

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(pages.GetByRole(AriaRole.Status)).ToHaveTextAsync(Texts.Format(SharedTexts.Showing, 1, 50, 52));
        await Expect(page.GetByText(Purpose)).ToBeVisibleAsync();
        Assert.Equal(1, await App.DbAsync(db => db.AccessTraces.CountAsync(trace => trace.What == Opened.Readers)));
    }

    [Fact]
    public async Task Hr_limited_to_a_unit_finds_only_its_apprentices()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.HrAsync("Una Enhet"));
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), workplace: "Drift");
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Else Bakke"), workplace: "Arkivet");

        var page = await OpenAsync(hr, UnitLinks.Of(una.Id));
        await page.GetByLabel(UnitTexts.IsLimited).CheckAsync();
        await page.GetByLabel("Drift").CheckAsync();
        await Axe.FindsNothingAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = UnitTexts.Save }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell).GetByText("Drift")).ToBeVisibleAsync();

        var limited = await OpenAsync(una, ApprenticeshipLinks.List);
        await Expect(limited.GetByRole(AriaRole.Link, new() { Name = "Liv Lund" }).First).ToBeVisibleAsync();
        await Expect(limited.GetByText("Else Bakke")).ToHaveCountAsync(0);
    }
}
