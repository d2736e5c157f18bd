using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Guards;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.People;

/// <summary>Who gives and takes roles, and that somebody is always left who can.</summary>
public sealed class RolesTests : AppTests
{
    [BothDatabases]
    public async Task A_role_that_is_taken_is_gone_at_the_next_use_case()
    {
        var (admin, nina) = (await Given.AdministratorAsync(), await Given.HrAsync("Nina Dahl"));
        await Given.HrAsync();
        await App.As(nina).RunAsync((ListPeople use) => use.RunAsync(null, new Page(0, 25)));

        await App.As(admin).RunAsync((TakeRole use) => use.RunAsync(nina.Id, Roles.Hr));

        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(nina).RunAsync((ListPeople use) => use.RunAsync(null, new Page(0, 25))));
    }

    [BothDatabases]
    public async Task Nobody_gives_herself_a_role_or_one_to_somebody_who_may_not_come_in()
    {
        var (admin, siv) = (await Given.AdministratorAsync(), await Given.InstructorAsync());
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == siv.Id)).Deactivate(App.Clock.GetUtcNow()));

        await Assert.ThrowsAsync<RuleException>(() => App.As(admin).RunAsync((GiveRole use) => use.RunAsync(admin.Id, Roles.Hr)));
        await Assert.ThrowsAsync<RuleException>(() => App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.Hr)));
        Assert.Equal((Roles.Administrator, Roles.Instructor), ((await App.PersonAsync(admin.Id)).Roles, (await App.PersonAsync(siv.Id)).Roles));
    }

    [BothDatabases]
    public async Task The_last_administrator_who_can_come_in_stays_one()
    {
        await App.DbAsync(db => db.People.Where(p => (p.Roles & Roles.Administrator) != Roles.None).ExecuteDeleteAsync());
        var (last, gone, hr) = (await Given.AdministratorAsync(), await Given.AdministratorAsync(), await Given.HrAsync());
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(gone.Id));

        await Assert.ThrowsAsync<RuleException>(() => App.As(last).RunAsync((TakeRole use) => use.RunAsync(last.Id, Roles.Administrator)));
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(last.Id)));
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(hr.Id)));

        var second = await Given.AdministratorAsync();
        await App.As(second).RunAsync((TakeRole use) => use.RunAsync(last.Id, Roles.Administrator));
        Assert.Equal(Roles.None, (await App.PersonAsync(last.Id)).Roles);
    }

    [BothDatabases]
    public async Task Of_two_administrators_who_take_each_others_role_at_once_one_remains()
    {
        await App.DbAsync(db => db.People.Where(p => (p.Roles & Roles.Administrator) != Roles.None).ExecuteDeleteAsync());
        var (one, other) = (await Given.AdministratorAsync(), await Given.AdministratorAsync());

        await Task.WhenAll(TakeAsync(one, other), TakeAsync(other, one));

        Assert.Equal(1, await App.DbAsync(db => db.People.CountAsync(p => (p.Roles & Roles.Administrator) != Roles.None)));
    }

    [BothDatabases]
    public async Task The_page_tells_where_each_role_comes_from()
    {
        var (admin, siv) = (await Given.AdministratorAsync(), await Given.PersonAsync(Roles.Instructor, "Siv Åmot"));
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == siv.Id)).Map(Roles.Instructor | Roles.TrainingManager));

        var rows = (await App.As(admin).RunAsync((ListRoles use) => use.RunAsync("Åmot", Roles.None, new Page(0, 25)))).Rows;

        var row = Assert.Single(rows);
        Assert.Equal((Roles.Instructor, Roles.Instructor | Roles.TrainingManager), (row.Given, row.Mapped));
        Assert.Empty((await App.As(admin).RunAsync((ListRoles use) => use.RunAsync("Åmot", Roles.Hr, new Page(0, 25)))).Rows);
        var details = await App.As(admin).RunAsync((ReadAccess use) => use.RunAsync(siv.Id));
        Assert.Equal((row.Given, row.Mapped), (details.Given, details.Mapped));
    }

    [BothDatabases]
    public async Task Merging_moves_an_account_and_asks_again_where_it_would_open_more()
    {
        var (hr, kept, gone, other) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.InstructorAsync(), await Given.InstructorAsync());
        var nina = await Given.HrAsync();
        var (hers, others) = (await App.LinkedAsync(gone), await App.LinkedAsync(other));

        await MergeAsync(hr, kept, gone);
        await MergeAsync(hr, nina, other);

        var accounts = await App.DbAsync(db => db.ProviderAccounts.AsNoTracking().ToDictionaryAsync(account => account.ObjectId));
        Assert.Equal((kept.Id, ProviderAccountState.Linked), (accounts[hers.ObjectId].PersonId, accounts[hers.ObjectId].State));
        Assert.Equal((nina.Id, ProviderAccountState.Waiting), (accounts[others.ObjectId].PersonId, accounts[others.ObjectId].State));
    }

    [BothDatabases]
    public async Task Who_comes_to_be_in_charge_is_asked_for_again()
    {
        var (admin, hr, siv) = (await Given.AdministratorAsync(), await Given.HrAsync(), await Given.InstructorAsync());
        await App.LinkedAsync(siv);
        await App.As(hr).RunAsync((InvitePerson use) => use.RunAsync(siv.Id));

        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.TrainingManager));
        Assert.Equal((true, 1), await AnsweredForAsync());

        await App.As(admin).RunAsync((GiveRole use) => use.RunAsync(siv.Id, Roles.Hr));
        Assert.Equal((false, 0), await AnsweredForAsync());

        Task<(bool, int)> AnsweredForAsync() => App.DbAsync(async db =>
            (await db.ProviderAccounts.AnyAsync(account => account.PersonId == siv.Id && account.LinkedAt != null), await db.Invitations.CountAsync()));
    }

    /// <summary>Whoever gives it knows before that the accounts wait afresh; where they do not, nothing is said.</summary>
    [BothDatabases]
    public async Task Before_a_role_is_given_it_is_said_that_the_accounts_wait_to_be_confirmed_afresh()
    {
        var (admin, siv) = (await Given.AdministratorAsync(), await Given.InstructorAsync("Siv Åmot"));
        var warning = Texts.Format(PeopleTexts.RoleAsksAgain, "Siv Åmot");

        var details = await App.As(admin).RunAsync((ReadAccess use) => use.RunAsync(siv.Id));
        Assert.EndsWith(warning, RoleWords.GiveQuestion(details, Roles.Hr), StringComparison.Ordinal);
        Assert.EndsWith(warning, RoleWords.GiveQuestion(details, Roles.Administrator), StringComparison.Ordinal);
        Assert.DoesNotContain(warning, RoleWords.GiveQuestion(details, Roles.TrainingManager), StringComparison.Ordinal);

        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == siv.Id)).Map(Roles.Hr));
        details = await App.As(admin).RunAsync((ReadAccess use) => use.RunAsync(siv.Id));
        Assert.DoesNotContain(warning, RoleWords.GiveQuestion(details, Roles.Hr), StringComparison.Ordinal);
        Assert.Contains("RoleWords.GiveQuestion(Person, role)", SourceFiles.Text("src/Apprentices/Features/People/RolesOfPerson.razor"), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task An_invitation_counts_for_the_address_it_was_made_for()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync());
        await App.As(hr).RunAsync((InvitePerson use) => use.RunAsync(siv.Id));
        var input = (await App.As(hr).RunAsync((CorrectPerson use) => use.ReadAsync(siv.Id)))!;

        input.Phone = "22 00 00 00";
        await App.As(hr).RunAsync((CorrectPerson use) => use.RunAsync(siv.Id, input));
        Assert.Equal(1, await App.DbAsync(db => db.Invitations.CountAsync()));

        (input.Email, input.Version) = ("annen@example.no", input.Version + 1);
        await App.As(hr).RunAsync((CorrectPerson use) => use.RunAsync(siv.Id, input));
        Assert.Equal(0, await App.DbAsync(db => db.Invitations.CountAsync()));
    }

    /// <summary>Whichever way the address is changed; here on the contract's own form, which HR of units has as well.</summary>
    [BothDatabases]
    public async Task An_invitation_to_the_address_before_opens_nothing_once_the_contract_has_another()
    {
        var (hr, contract) = (await Given.HrAsync(), await Given.ApprenticeshipAsync());
        await App.As(hr).RunAsync((InvitePerson use) => use.RunAsync(contract.PersonId));
        var input = (await App.As(hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(contract.Id)))!;

        input.Email = "annen@example.no";
        await App.As(hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(contract.Id, input));

        Assert.Equal((0, 0), await App.DbAsync(async db => (await db.Invitations.CountAsync(), await db.InvitationMails.CountAsync())));
    }

    private Task MergeAsync(Person asking, Person kept, Person gone) => App.As(asking).RunAsync((MergePeople use) => use.RunAsync(
        new MergePeople.Input { Kept = new() { Id = kept.Id }, Gone = new() { Id = gone.Id } }));

    private async Task TakeAsync(Person asking, Person person)
    {
        try
        {
            await App.As(asking).RunAsync((TakeRole use) => use.RunAsync(person.Id, Roles.Administrator));
        }
        catch (Exception lost) when (lost is RuleException or NotAllowedException || LostRace.Caused(lost))
        {
            // The other was faster.
        }
    }
}
