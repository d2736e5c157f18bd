using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.People;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Account;

/// <summary>A link that makes an account somebody's: once, for some days, and only together with signing in at the provider.</summary>
public sealed class InvitationTests : AppTests
{
    private Person hr = null!;
    private Person siv = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => ProviderExample.Settings;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"));
    }

    [BothDatabases]
    public async Task It_links_one_account_and_no_second()
    {
        var secret = await InviteAsync();

        Assert.Null((await App.SignInAsync(Guest(secret))).Refusal);
        Assert.Null((await App.SignInAsync(Guest(null))).Refusal);
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(Guest(secret) with { ObjectId = "another" })).Refusal);
        Assert.Equal(siv.Id, (await App.AccountAsync()).PersonId);
    }

    [BothDatabases]
    public async Task Of_several_who_show_it_at_once_one_gets_in()
    {
        var secret = await InviteAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => App.SignInAsync(Guest(secret) with { ObjectId = $"oid-{number}" })));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
    }

    [BothDatabases]
    public async Task Expired_replaced_guessed_or_of_one_deactivated_it_links_nothing()
    {
        var (replaced, last) = (await InviteAsync(), await InviteAsync());
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(Guest(replaced))).Refusal);
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(Guest(Secret.Make()))).Refusal);
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(Guest("not one"))).Refusal);

        App.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(Guest(last))).Refusal);

        var fresh = await InviteAsync();
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(siv.Id));
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(Guest(fresh))).Refusal);
        await Assert.ThrowsAsync<RuleException>(InviteAsync);
        Assert.Equal(0, await App.DbAsync(db => db.ProviderAccounts.CountAsync()));
    }

    [BothDatabases]
    public async Task No_secret_lies_in_the_database()
    {
        var secret = await InviteAsync();
        await App.As(hr).RunAsync((InvitePerson use) => use.MailAsync(siv.Id));

        Assert.DoesNotContain((await AllRows.ReadAsync(App)).Values, rows => rows.Contains(secret, StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task By_mail_it_goes_out_once_with_a_link_that_works()
    {
        await App.As(hr).RunAsync((InvitePerson use) => use.MailAsync(siv.Id));

        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());

        var mail = Assert.Single(await MailServer.WaitForAsync(1));
        Assert.Equal(siv.Email, Assert.Single(mail.To));
        var secret = mail.Text!.Split(AccountLinks.Invitation + "#")[1][..43];
        Assert.Null((await App.SignInAsync(Guest(secret))).Refusal);
    }

    [BothDatabases]
    public async Task One_that_was_replaced_before_it_went_out_is_not_mailed()
    {
        await App.As(hr).RunAsync((InvitePerson use) => use.MailAsync(siv.Id));
        await InviteAsync();

        Assert.Equal(0, await SendAsync());
    }

    /// <summary>An account that bears no name we know.</summary>
    private static SignInWithProvider.Input Guest(string? secret) => ProviderExample.Of("s_amot#EXT#@tenant.example", "oid-guest") with { Invitation = secret };

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendInvitations use) => use.RunAsync());

    private async Task<string> InviteAsync() => (await App.As(hr).RunAsync((InvitePerson use) => use.RunAsync(siv.Id))).Split('#')[1];
}
