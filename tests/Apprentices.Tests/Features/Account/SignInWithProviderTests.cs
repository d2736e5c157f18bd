using System.Security.Claims;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Account;

/// <summary>Who comes in by an account of the identity provider, and who does not.</summary>
public sealed class SignInWithProviderTests : AppTests
{
    protected override IReadOnlyDictionary<string, string?> Settings => ProviderExample.Settings;

    [BothDatabases]
    public async Task A_linked_account_signs_in_whatever_it_is_called_by_now()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var input = await App.LinkedAsync(siv);

        var outcome = await App.SignInAsync(input with { UserPrincipalName = "siv.gift@example.no" });

        Assert.Null(outcome.Refusal);
        Assert.Equal(siv.Id.ToString(), outcome.Principal!.FindFirstValue(CurrentUserAccessor.PersonClaim));
        Assert.Equal(("sid-1", ProviderExample.Issuer), (outcome.Principal!.FindFirstValue(SignIn.ProviderSessionClaim), outcome.Principal!.FindFirstValue(SignIn.IssuerClaim)));
        Assert.Equal("siv.gift@example.no", (await App.AccountAsync()).UserPrincipalName);
    }

    [BothDatabases]
    public async Task The_first_time_somebody_in_the_house_says_that_the_account_is_hers()
    {
        var (siv, hr) = (await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync());
        var input = ProviderExample.Of(siv.Email.ToUpperInvariant(), "oid-siv");

        Assert.Equal(SignInRefusal.AwaitsConfirmation, (await App.SignInAsync(input)).Refusal);
        Assert.Equal(SignInRefusal.AwaitsConfirmation, (await App.SignInAsync(input)).Refusal);
        var waiting = await App.As(hr).RunAsync((ListWaitingAccounts use) => use.RunAsync(new(0, 25, null)));
        var row = Assert.Single(waiting.Rows);
        Assert.Equal((siv.Id, "Siv Åmot", false), (row.PersonId, row.PersonName, row.HasAnother));

        await App.As(hr).RunAsync((ConfirmAccount use) => use.RunAsync(row.Id));

        Assert.Null((await App.SignInAsync(input)).Refusal);
        Assert.Empty((await App.As(hr).RunAsync((ListWaitingAccounts use) => use.RunAsync(new(0, 25, null)))).Rows);
    }

    [BothDatabases]
    public async Task What_was_refused_asks_no_more_and_an_invitation_can_still_link_it()
    {
        var (siv, hr) = (await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync());
        var input = ProviderExample.Of(siv.Email);
        await App.SignInAsync(input);
        await App.As(hr).RunAsync(async (RefuseAccount use) => await use.RunAsync((await App.AccountAsync()).Id));

        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(input)).Refusal);
        Assert.Empty((await App.As(hr).RunAsync((ListWaitingAccounts use) => use.RunAsync(new(0, 25, null)))).Rows);

        Assert.Null((await App.SignInAsync(input with { Invitation = await InvitedAsync(hr, siv) })).Refusal);
    }

    /// <summary>The history names whoever signed in; an account that is nobody's yet has asked as nobody.</summary>
    [BothDatabases]
    public async Task That_an_account_is_hers_is_told_as_her_own_act()
    {
        var (siv, hr) = (await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync());
        await App.SignInAsync(ProviderExample.Of(siv.Email));
        await App.SignInAsync(ProviderExample.Of(siv.Email, "another") with { Invitation = await InvitedAsync(hr, siv) });
        await App.SignInAsync(ProviderExample.Of("ada.drift@example.no"));

        var ada = await App.DbAsync(db => db.People.SingleAsync(person => person.Email == "ada.drift@example.no"));
        var acts = await App.DbAsync(db => db.ChangeTraces.Where(trace => trace.UseCase == nameof(SignInWithProvider)).OrderBy(trace => trace.Id)
            .Select(trace => new { By = trace.Actor == null ? null : trace.Actor.PersonId, About = trace.Subject!.PersonId }).Distinct().ToListAsync());
        Assert.Equal([(null, siv.Id), (siv.Id, siv.Id), (ada.Id, ada.Id)], acts.Select(act => (act.By, act.About!.Value)).OrderBy(act => act.By is null ? 0 : act.By == siv.Id ? 1 : 2));
    }

    /// <summary>What an attacker can choose: the tenant she comes from, the name she gives herself, the address she says is hers.</summary>
    [BothDatabases]
    public async Task Nobody_is_known_by_a_name_or_by_another_tenants_word()
    {
        var siv = await Given.PersonAsync(Roles.Instructor, "Siv Åmot", "siv@example.no");
        var hers = await App.LinkedAsync(siv);
        var strangers = new[]
        {
            ProviderExample.Of("siv@example.no", "other") with { TenantId = ProviderExample.OtherTenant },
            ProviderExample.Of("siv@example.no", "other") with { TenantId = "" },
            ProviderExample.Of("Siv Åmot", "other"),
            ProviderExample.Of("siv", "other"),
            ProviderExample.Of("siv@example.no.evil.example", "other"),
            ProviderExample.Of("", "other"),
            hers with { TenantId = ProviderExample.OtherTenant },
            hers with { Issuer = "https://login.evil.example/v2.0", UserPrincipalName = "x@evil.example" },
        };

        foreach (var stranger in strangers)
        {
            Assert.Equal(new SignInWithProvider.Outcome(null, SignInRefusal.Unknown), await App.SignInAsync(stranger));
        }

        Assert.Equal(1, await App.DbAsync(db => db.ProviderAccounts.CountAsync()));
        Assert.DoesNotContain(typeof(SignInWithProvider.Input).GetProperties(), property => property.Name.Contains("Email", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Of two accounts that bore the same name one after the other, only the one that was confirmed is hers.</summary>
    [BothDatabases]
    public async Task A_name_that_is_used_again_waits_anew()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        await App.LinkedAsync(siv);

        Assert.Equal(SignInRefusal.AwaitsConfirmation, (await App.SignInAsync(ProviderExample.Of(siv.Email, "another account"))).Refusal);

        var hr = await Given.HrAsync();
        Assert.True(Assert.Single((await App.As(hr).RunAsync((ListWaitingAccounts use) => use.RunAsync(new(0, 25, null)))).Rows).HasAnother);
    }

    [BothDatabases]
    public async Task Without_an_issuer_or_an_object_id_there_is_nothing_to_know_anybody_by()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => App.SignInAsync(ProviderExample.Of("siv@example.no", " ")));
        await Assert.ThrowsAsync<ArgumentException>(() => App.SignInAsync(ProviderExample.Of("siv@example.no") with { Issuer = "" }));
    }

    [BothDatabases]
    public async Task Somebody_deactivated_or_without_a_role_does_not_come_in()
    {
        var (siv, hr, nobody) = (await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync(), await Given.PersonAsync());
        var input = await App.LinkedAsync(siv);
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(siv.Id));

        Assert.Equal(new SignInWithProvider.Outcome(null, SignInRefusal.Deactivated), await App.SignInAsync(input));
        Assert.Equal(SignInRefusal.Deactivated, (await App.SignInAsync(ProviderExample.Of(siv.Email, "new account"))).Refusal);
        Assert.Equal(SignInRefusal.Unknown, (await App.SignInAsync(await App.LinkedAsync(nobody))).Refusal);

        await App.As(hr).RunAsync((ReactivatePerson use) => use.RunAsync(siv.Id));
        Assert.Null((await App.SignInAsync(input)).Refusal);
    }

    [BothDatabases]
    public async Task Two_first_sign_ins_at_once_leave_one_account()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.SignInAsync(ProviderExample.Of(siv.Email))));

        Assert.All(outcomes, outcome => Assert.Equal(SignInRefusal.AwaitsConfirmation, outcome.Refusal));
        Assert.Equal(siv.Id, (await App.AccountAsync()).PersonId);
    }

    [BothDatabases]
    public async Task Roles_come_and_go_with_the_account_and_what_was_given_here_stays()
    {
        var siv = await Given.PersonAsync(Roles.TrainingManager, "Siv Åmot");
        var input = await App.LinkedAsync(siv);

        await App.SignInAsync(input with { AppRoles = ["Laerling.Instruktor", "Something.Else"], Groups = [ProviderExample.HrGroup, "another"] });
        var with = await App.PersonAsync(siv.Id);
        Assert.Equal((Roles.TrainingManager | Roles.Instructor | Roles.Hr, Roles.Instructor | Roles.Hr, Roles.TrainingManager), (with.Roles, with.MappedRoles, with.GivenRoles));

        var admin = await Given.AdministratorAsync();
        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.Instructor));
        await Assert.ThrowsAsync<RuleException>(() => App.As(admin).RunAsync((TakeRole use) => use.RunAsync(siv.Id, Roles.Hr)));

        await App.SignInAsync(input);
        var without = await App.PersonAsync(siv.Id);
        Assert.Equal((Roles.TrainingManager | Roles.Instructor, Roles.None), (without.Roles, without.MappedRoles));
    }

    [BothDatabases]
    public async Task An_administrator_answers_for_the_accounts_of_hr_and_hr_for_all_others()
    {
        var (hr, other, admin) = (await Given.HrAsync(), await Given.PersonAsync(Roles.Hr | Roles.Instructor), await Given.AdministratorAsync());
        await App.SignInAsync(ProviderExample.Of(other.Email));
        var account = (await App.AccountAsync()).Id;

        Assert.Empty((await App.As(hr).RunAsync((ListWaitingAccounts use) => use.RunAsync(new(0, 25, null)))).Rows);
        await Assert.ThrowsAsync<NotThereException>(() => App.As(hr).RunAsync((ConfirmAccount use) => use.RunAsync(account)));
        await Assert.ThrowsAsync<RuleException>(() => InvitedAsync(hr, other));
        await App.As(admin).RunAsync((ConfirmAccount use) => use.RunAsync(account));

        Assert.Null((await App.SignInAsync(ProviderExample.Of(other.Email))).Refusal);
    }

    private async Task<string> InvitedAsync(Person asking, Person person)
    {
        var address = await App.As(asking).RunAsync((InvitePerson use) => use.RunAsync(person.Id));
        return address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..];
    }
}
