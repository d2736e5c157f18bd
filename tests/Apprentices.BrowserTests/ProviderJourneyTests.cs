using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Shell;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Apprentices.BrowserTests;

/// <summary>Signing in and out with an identity provider as it is done at work: another program's pages, and back.</summary>
public sealed class ProviderJourneyTests(Browser browser) : Journey(browser)
{
    private static readonly IReadOnlyDictionary<string, object> Accounts = new Dictionary<string, object>
    {
        ["Nina"] = new { sub = "konto-nina", preferred_username = "nina.dahl@example.no" },
        ["Per"] = new { sub = "konto-per", preferred_username = "per@example.no", roles = new[] { "Apprentices.Hr" } },
        ["Liv"] = new { sub = "konto-liv", preferred_username = "liv@example.no", groups = new[] { "instruktorer" } },
        ["Fremmed"] = new { sub = "konto-fremmed", preferred_username = "fremmed@example.no", email = "nina.dahl@example.no" },
    };

    private readonly CertifiedProvider provider = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(provider.Settings) { ["SignIn:AppRoles:Apprentices.Hr"] = "Hr", ["SignIn:Groups:instruktorer"] = "Instructor" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();

        // Tokens and cookies are held against the clock of the machine.
        App.Clock.Advance(OfficeTime.Clock.GetUtcNow() - App.Clock.GetUtcNow());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await provider.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Empty(provider.Complaints);
    }

    [Fact]
    public async Task Somebody_signs_in_is_somebody_and_signs_out_everywhere()
    {
        var nina = await Given.HrAsync("Nina Dahl");
        await LinkAsync(nina, "konto-nina");
        await provider.StartAsync(Address, Accounts);

        // She is led where she was going.
        var page = await OpenAsync(person: null, "/people", width: 360);
        await Axe.FindsNothingAsync(page);
        await SignInAsync(page, "Nina");
        await Expect(page).ToHaveURLAsync($"{Address}/people");
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        Assert.Equal(1, await SessionsAsync());

        // A second browser, the same person, another session of the provider's: it stays.
        var elsewhere = await OpenAsync(person: null, AccountLinks.SignIn);
        await SignInAsync(elsewhere, "Nina");
        await IsInAsync(elsewhere);
        Assert.Equal(2, await SessionsAsync());

        await page.Locator("[popovertarget=person-menu]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = ShellTexts.SignOut }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja, logg ut" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = AccountTexts.SignInWithWorkAccount })).ToBeVisibleAsync();
        Assert.Equal(1, await SessionsAsync());

        // The provider asks who she is again: she is signed out there, too.
        await page.GetByRole(AriaRole.Link, new() { Name = AccountTexts.SignInWithWorkAccount }).ClickAsync();
        await Expect(page.GetByLabel("Navn")).ToBeVisibleAsync();

        // Out at the provider, by its own page: the session here ends by itself (back channel).
        await elsewhere.GotoAsync($"{provider.Address}/session/end");
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Ja, logg ut" }).ClickAsync();
        await Expect(elsewhere.GetByRole(AriaRole.Heading)).ToBeVisibleAsync();
        Assert.Equal(0, await SessionsAsync());
        await elsewhere.GotoAsync($"{Address}/people");
        await Expect(elsewhere.GetByRole(AriaRole.Link, new() { Name = AccountTexts.SignInWithWorkAccount })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Roles_come_from_the_provider_and_nobody_unknown_or_deactivated_comes_in()
    {
        var per = await Given.PersonAsync(Roles.Apprentice, "Per Moen");
        await LinkAsync(per, "konto-per");
        await LinkAsync(await Given.PersonAsync(Roles.None, "Liv Haug"), "konto-liv");
        var nina = await Given.HrAsync("Nina Dahl");
        await LinkAsync(nina, "konto-nina");
        await App.ChangeAsync(async db => (await db.People.FindAsync(nina.Id))!.Deactivate(App.Clock.GetUtcNow()));
        await provider.StartAsync(Address, Accounts);

        var page = await OpenAsync(person: null, "/people");
        await SignInAsync(page, "Per");
        await Expect(page).ToHaveURLAsync($"{Address}/people");
        await Expect(page.GetByRole(AriaRole.Main).GetByText("Nina Dahl").First).ToBeVisibleAsync();

        // Here nobody has given her a role; her group at work does.
        var instructor = await OpenAsync(person: null, AccountLinks.SignIn);
        await SignInAsync(instructor, "Liv");
        await IsInAsync(instructor);

        // Neither a name nor an e-mail address makes a stranger somebody.
        var stranger = await OpenAsync(person: null, AccountLinks.SignIn);
        await SignInAsync(stranger, "Fremmed");
        await Expect(stranger).ToHaveURLAsync($"{Address}{AccountLinks.Refused(SignInRefusal.Unknown)}");
        await Expect(stranger.GetByText("hjelp@example.no")).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(stranger);

        var former = await OpenAsync(person: null, AccountLinks.SignIn);
        await SignInAsync(former, "Nina");
        await Expect(former).ToHaveURLAsync($"{Address}{AccountLinks.Refused(SignInRefusal.Deactivated)}");
        await Expect(former.GetByText("hjelp@example.no")).ToBeVisibleAsync();
        Assert.Equal(2, await SessionsAsync());

        var undecided = await OpenAsync(person: null, AccountLinks.SignIn);
        await undecided.GetByRole(AriaRole.Link, new() { Name = AccountTexts.SignInWithWorkAccount }).ClickAsync();
        await undecided.GetByRole(AriaRole.Button, new() { Name = "Avbryt" }).ClickAsync();
        await Expect(undecided.GetByRole(AriaRole.Heading, new() { Name = AccountTexts.StoppedCancelled })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_to_be_and_its_new_keys_are_taken()
    {
        var nina = await Given.HrAsync("Nina Dahl");
        await LinkAsync(nina, "konto-nina");
        var page = await OpenAsync(person: null, "/people", width: 360, theme: ColorScheme.Dark);
        await page.GetByRole(AriaRole.Link, new() { Name = AccountTexts.SignInWithWorkAccount }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = AccountTexts.StoppedAway })).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);

        // Those who are in stay in.
        var inside = await OpenAsync(nina, "/people");
        await Expect(inside.GetByRole(AriaRole.Main).GetByText("Nina Dahl").First).ToBeVisibleAsync();

        await provider.StartAsync(Address, Accounts);
        await page.GetByRole(AriaRole.Link, new() { Name = AccountTexts.StoppedAgain }).ClickAsync();
        await NameAsync(page, "Nina");
        await IsInAsync(page);

        // Started anew, it has other keys.
        await provider.StopAsync();
        await provider.StartAsync(Address, Accounts);
        var second = await OpenAsync(person: null, AccountLinks.SignIn);
        await SignInAsync(second, "Nina");
        await IsInAsync(second);
    }

    private static Task IsInAsync(IPage page) => Expect(page.Locator("[popovertarget=person-menu]")).ToBeVisibleAsync();

    private static async Task SignInAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = AccountTexts.SignInWithWorkAccount }).ClickAsync();
        await NameAsync(page, name);
    }

    private static async Task NameAsync(IPage page, string name)
    {
        await page.GetByLabel("Navn").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Logg inn" }).ClickAsync();
    }

    private Task LinkAsync(Person person, string account) => App.ChangeAsync(db =>
    {
        var known = new ProviderAccount(person.Id, provider.Address, "", account, person.Email, App.Clock.GetUtcNow());
        known.LinkTo(person.Id, App.Clock.GetUtcNow());
        db.Add(known);
        return Task.CompletedTask;
    });

    private Task<int> SessionsAsync() => App.DbAsync(db => db.UserSessions.CountAsync());
}
