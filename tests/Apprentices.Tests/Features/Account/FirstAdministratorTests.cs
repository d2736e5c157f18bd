using System.Security.Claims;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Account;

/// <summary>How a new installation is entered where nobody is known yet.</summary>
public sealed class FirstAdministratorTests : AppTests
{
    protected override IReadOnlyDictionary<string, string?> Settings => ProviderExample.Settings;

    [BothDatabases]
    public async Task The_one_the_settings_name_is_administrator_and_lets_hr_in()
    {
        await EmptyAsync();

        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(ProviderExample.Of("somebody@example.no"))).Refusal);
        Assert.Null((await App.SignInAsync(ProviderExample.Of("Ada.Drift@example.no", "oid-ada"))).Refusal);

        var ada = await App.DbAsync(db => db.People.AsNoTracking().SingleAsync());
        Assert.Equal(("Ada Drift", Roles.Administrator), (ada.FullName, ada.Roles));
        var hr = await App.As(ada).RunAsync((EnterColleague use) => use.RunAsync(new() { GivenName = "Nina", FamilyName = "Dahl", Email = "nina@example.no" }));
        Assert.Equal(SignInRefusal.AwaitsConfirmation, (await App.SignInAsync(ProviderExample.Of("nina@example.no"))).Refusal);
        var waiting = await App.As(ada).RunAsync((ListWaitingAccounts use) => use.RunAsync(new(0, 25, null)));
        await App.As(ada).RunAsync((ConfirmAccount use) => use.RunAsync(Assert.Single(waiting.Rows).Id));
        Assert.Null((await App.SignInAsync(ProviderExample.Of("nina@example.no"))).Refusal);
        Assert.Equal(Roles.Hr, (await App.PersonAsync(hr)).Roles);
    }

    [BothDatabases]
    public async Task Only_within_our_tenant_and_only_while_there_is_no_other()
    {
        await EmptyAsync();
        var named = ProviderExample.Of("ada.drift@example.no");
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(named with { TenantId = ProviderExample.OtherTenant })).Refusal);

        await Given.AdministratorAsync();
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(named)).Refusal);
        var ada = await Given.PersonAsync(Roles.Instructor, "Ada Drift", "ada.drift@example.no");
        Assert.Equal(SignInRefusal.AwaitsConfirmation, (await App.SignInAsync(named)).Refusal);
        Assert.Equal(Roles.Instructor, (await App.PersonAsync(ada.Id)).Roles);
    }

    /// <summary>Where the provider says another name than the user principal name, it may be one that people choose for themselves.</summary>
    [BothDatabases]
    public async Task Not_by_a_name_that_is_not_said_to_be_the_principal_name()
    {
        await EmptyAsync();
        Claim[] said = [new("iss", ProviderExample.Issuer), new("tid", ProviderExample.Tenant), new("oid", "oid-x"), new("preferred_username", "ada.drift@example.no")];
        var chosen = ProviderClaims.Read(new(new ClaimsIdentity(said)), new());
        var sure = ProviderClaims.Read(new(new ClaimsIdentity([.. said, new("upn", "ada.drift@example.no")])), new());

        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(chosen)).Refusal);
        Assert.Null((await App.SignInAsync(sure)).Refusal);
    }

    [BothDatabases]
    public async Task One_whose_access_has_ended_does_not_come_back_by_being_named()
    {
        await EmptyAsync();
        var ada = await Given.PersonAsync(Roles.Administrator, "Ada Drift", "ada.drift@example.no");
        await App.LinkedAsync(ada);
        await App.ChangeAsync(async db => (await db.People.SingleAsync()).Deactivate(App.Clock.GetUtcNow()));

        Assert.Equal(SignInRefusal.Deactivated, (await App.SignInAsync(ProviderExample.Of(ada.Email))).Refusal);
    }

    [BothDatabases]
    public async Task One_whose_access_has_ended_is_given_nothing_by_being_named()
    {
        await EmptyAsync();
        var ada = await Given.PersonAsync(Roles.Instructor, "Ada Drift", "ada.drift@example.no");
        await App.ChangeAsync(async db => (await db.People.SingleAsync()).Deactivate(App.Clock.GetUtcNow()));
        var named = ProviderExample.Of(ada.Email);

        // Neither while nobody knows the account, nor when it is known for hers.
        Assert.Equal(SignInRefusal.Deactivated, (await App.SignInAsync(named)).Refusal);
        Assert.Equal(0, await App.DbAsync(db => db.ProviderAccounts.CountAsync()));
        Assert.Equal(Roles.Instructor, (await App.PersonAsync(ada.Id)).Roles);
        await App.LinkedAsync(ada);
        Assert.Equal(SignInRefusal.Deactivated, (await App.SignInAsync(named)).Refusal);
        Assert.Equal(Roles.Instructor, (await App.PersonAsync(ada.Id)).Roles);
    }

    private Task<int> EmptyAsync() => App.DbAsync(db => db.People.ExecuteDeleteAsync());
}
