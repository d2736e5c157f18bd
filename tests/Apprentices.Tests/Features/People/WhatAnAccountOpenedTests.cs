using Apprentices.Domain;
using Apprentices.Features.CalendarFeed;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.People;

/// <summary>What somebody came in by and what she made for herself end when nobody answers for it any more: sessions, own tokens, the calendar's address.</summary>
public sealed class WhatAnAccountOpenedTests : AppTests
{
    private Person hr = null!;
    private Person admin = null!;
    private Person siv = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => ProviderExample.Settings;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (hr, admin, siv) = (await Given.HrAsync(), await Given.AdministratorAsync(), await Given.InstructorAsync("Siv Åmot"));
        await App.LinkedAsync(siv);
    }

    [BothDatabases]
    public async Task Taking_the_account_away_ends_it_and_the_roles_that_came_with_the_account()
    {
        await App.ChangeAsync(async db => (await db.People.SingleAsync(one => one.Id == siv.Id)).Map(Roles.Hr));
        await OpenAsync(siv);

        await UnlinkAsync(admin);

        Assert.Equal((0, 0, 0), await OpenAsIsAsync(siv));
        Assert.Equal(Roles.Instructor, (await App.PersonAsync(siv.Id)).Roles);
    }

    [BothDatabases]
    public async Task One_of_two_accounts_takes_no_role_away()
    {
        await App.ChangeAsync(async db =>
        {
            (await db.People.SingleAsync(one => one.Id == siv.Id)).Map(Roles.TrainingManager);
            var second = new ProviderAccount(siv.Id, ProviderExample.Issuer, ProviderExample.Tenant, "oid-2", null, App.Clock.GetUtcNow());
            second.LinkTo(siv.Id, App.Clock.GetUtcNow());
            await db.AddAsync(second);
        });

        await UnlinkAsync(hr);

        Assert.Equal(Roles.Instructor | Roles.TrainingManager, (await App.PersonAsync(siv.Id)).Roles);
    }

    [BothDatabases]
    public async Task Coming_to_be_in_charge_ends_it_and_another_role_does_not()
    {
        await OpenAsync(siv);

        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.TrainingManager));
        Assert.Equal((1, 1, 1), await OpenAsIsAsync(siv));

        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.Hr));
        Assert.Equal((0, 0, 0), await OpenAsIsAsync(siv));
    }

    [BothDatabases]
    public async Task Coming_to_be_hr_by_a_merger_ends_it_until_an_administrator_confirms_the_account()
    {
        await OpenAsync(siv);
        var nina = await Given.HrAsync("Nina Dahl");

        await MergeAsync(siv, nina);

        var account = await App.AccountAsync();
        Assert.Equal((Roles.Instructor | Roles.Hr, ProviderAccountState.Waiting), ((await App.PersonAsync(siv.Id)).Roles, account.State));
        Assert.Equal((0, 0, 0), await OpenAsIsAsync(siv));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(hr).RunAsync((ConfirmAccount use) => use.RunAsync(account.Id)));
        await App.As(admin).RunAsync((ConfirmAccount use) => use.RunAsync(account.Id));
    }

    /// <summary>Else a merger shuts the only one out who could confirm her account again.</summary>
    [BothDatabases]
    public async Task Who_is_in_charge_already_keeps_her_account_when_hr_is_merged_into_her()
    {
        await App.LinkedAsync(admin);

        await MergeAsync(admin, await Given.HrAsync("Nina Dahl"));

        Assert.Equal(Roles.Administrator | Roles.Hr, (await App.PersonAsync(admin.Id)).Roles);
        Assert.All(await App.DbAsync(db => db.ProviderAccounts.AsNoTracking().ToListAsync()), account => Assert.Equal(ProviderAccountState.Linked, account.State));
    }

    [BothDatabases]
    public async Task An_account_of_hr_that_comes_to_an_administrator_by_her_account_waits()
    {
        var ada = await Given.PersonAsync(Roles.None, "Ada Drift");
        await App.LinkedAsync(ada);
        await App.ChangeAsync(async db => (await db.People.SingleAsync(one => one.Id == ada.Id)).Map(Roles.Administrator));
        var nina = await Given.HrAsync("Nina Dahl");
        var hers = await App.LinkedAsync(nina);

        await MergeAsync(ada, nina);

        Assert.Equal(ProviderAccountState.Waiting, (await App.DbAsync(db => db.ProviderAccounts.AsNoTracking().SingleAsync(account => account.ObjectId == hers.ObjectId))).State);
    }

    [BothDatabases]
    public async Task Ending_the_access_ends_it_and_opening_it_again_does_not_open_that()
    {
        await OpenAsync(siv);

        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(siv.Id));
        await App.As(hr).RunAsync((ReactivatePerson use) => use.RunAsync(siv.Id));

        Assert.Equal((0, 0, 0), await OpenAsIsAsync(siv));
    }

    /// <summary>A sign-in that was under way when the account was taken away may begin its session after that.</summary>
    [BothDatabases]
    public async Task A_session_by_an_account_that_is_no_longer_linked_is_nobodys()
    {
        var session = await BeginAsync();
        Assert.NotNull(await WhoAsync(session));

        await App.ChangeAsync(async db => (await db.ProviderAccounts.SingleAsync()).AskAgain());

        Assert.Null(await WhoAsync(session));
    }

    private Task MergeAsync(Person kept, Person gone) =>
        App.As(hr).RunAsync((MergePeople use) => use.RunAsync(new() { Kept = new() { Id = kept.Id }, Gone = new() { Id = gone.Id } }));

    private async Task UnlinkAsync(Person by) =>
        await App.As(by).RunAsync(async (UnlinkAccount use) => await use.RunAsync(await App.DbAsync(db => db.ProviderAccounts.OrderBy(one => one.Id).Select(one => one.Id).FirstAsync())));

    /// <summary>A session, a token and a calendar's address.</summary>
    private async Task OpenAsync(Person person)
    {
        await BeginAsync();
        await Given.OwnTokenAsync(person);
        await App.As(person).RunAsync((MakeFeedAddress use) => use.RunAsync());
    }

    private async Task<string> BeginAsync()
    {
        var (session, secret) = UserSession.Begin(siv.Id, "", ProviderExample.Issuer, null, App.Clock.GetUtcNow());
        await App.ChangeAsync(async db => await db.AddAsync(session));
        return secret;
    }

    private async Task<Sessions.Somebody?> WhoAsync(string secret)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Sessions>().WhoAsync(SignIn.Principal(siv.Id, siv.Roles, siv.Language, secret), TestContext.Current.CancellationToken);
    }

    private Task<(int Sessions, int Tokens, int Feeds)> OpenAsIsAsync(Person person) => App.DbAsync(async db => (
        await db.UserSessions.CountAsync(session => session.PersonId == person.Id && session.Issuer != null),
        await db.AccessTokens.CountAsync(token => token.PersonId == person.Id && token.RevokedAt == null),
        await db.FeedAddresses.CountAsync(feed => feed.PersonId == person.Id)));
}
