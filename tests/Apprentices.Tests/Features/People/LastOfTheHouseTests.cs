using Apprentices.Domain;
using Apprentices.Features.People;
using Apprentices.Features.Units;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.People;

/// <summary>Somebody is always left of HR for the whole house, and somebody who administers, whatever is done.</summary>
public sealed class LastOfTheHouseTests : AppTests
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.DbAsync(db => db.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.DeactivatedAt, App.Clock.GetUtcNow())));
    }

    [BothDatabases]
    public async Task The_last_of_hr_for_the_whole_house_keeps_the_role_until_there_is_another()
    {
        var (admin, nina, una) = (await Given.AdministratorAsync(), await Given.HrAsync("Nina Dahl"), await Given.HrAsync("Una Enhet"));
        await LimitAsync(nina, una);

        await RefusedAsync(RuleTexts.LastOfHr, () => App.As(admin).RunAsync((TakeRole use) => use.RunAsync(nina.Id, Roles.Hr)));
        Assert.Equal(Roles.Hr, (await App.PersonAsync(nina.Id)).Roles);

        // Whoever has units alone is not missed, and where there is another nobody is.
        await App.As(admin).RunAsync((TakeRole use) => use.RunAsync(una.Id, Roles.Hr));
        await Given.HrAsync();
        await App.As(admin).RunAsync((TakeRole use) => use.RunAsync(nina.Id, Roles.Hr));
        Assert.Equal((Roles.None, Roles.None), ((await App.PersonAsync(nina.Id)).Roles, (await App.PersonAsync(una.Id)).Roles));
    }

    [BothDatabases]
    public async Task The_last_of_hr_is_not_limited_to_units()
    {
        var (nina, una) = (await Given.HrAsync("Nina Dahl"), await Given.HrAsync("Una Enhet"));
        await LimitAsync(nina, una);

        await RefusedAsync(RuleTexts.LastOfHr, () => LimitAsync(nina, nina));

        Assert.Equal([una.Id], await App.DbAsync(db => db.HrLimits.Select(limit => limit.PersonId).ToListAsync()));
    }

    /// <summary>What limited the one limits the other afterwards.</summary>
    [BothDatabases]
    public async Task The_last_of_hr_is_not_limited_by_being_merged()
    {
        var (nina, twice) = (await Given.HrAsync("Nina Dahl"), await Given.HrAsync("Nina Dal"));
        await LimitAsync(nina, twice);

        await RefusedAsync(RuleTexts.LastOfHr, () => MergeAsync(nina, nina, twice));

        Assert.True(await App.DbAsync(db => db.People.AnyAsync(person => person.Id == twice.Id)));
        await Given.HrAsync();
        await MergeAsync(nina, nina, twice);
        Assert.Equal([nina.Id], await App.DbAsync(db => db.HrLimits.Select(limit => limit.PersonId).ToListAsync()));
    }

    [BothDatabases]
    public async Task The_last_administrator_is_not_merged_into_one_who_may_not_come_in()
    {
        var (hr, last, gone) = (await Given.HrAsync(), await Given.AdministratorAsync(), await Given.AdministratorAsync());
        await App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(gone.Id));

        await RefusedAsync(RuleTexts.LastAdministrator, () => MergeAsync(hr, gone, last));
        await RefusedAsync(RuleTexts.LastAdministrator, () => App.As(hr).RunAsync((DeactivatePerson use) => use.RunAsync(last.Id)));

        Assert.Null((await App.PersonAsync(last.Id)).DeactivatedAt);
    }

    /// <summary>Where nobody was, nobody is missed: a new installation has an administrator before it has HR.</summary>
    [BothDatabases]
    public async Task Where_there_is_nobody_of_hr_an_administrator_works_on()
    {
        var (admin, siv) = (await Given.AdministratorAsync(), await Given.InstructorAsync());

        await App.As(admin).RunAsync((TakeRole use) => use.RunAsync(siv.Id, Roles.Instructor));

        Assert.Equal(Roles.None, (await App.PersonAsync(siv.Id)).Roles);
    }

    private static async Task RefusedAsync(string why, Func<Task> act) => Assert.Equal(why, (await Assert.ThrowsAsync<RuleException>(act)).Message);

    private Task LimitAsync(Person by, Person who) => App.As(by).RunAsync((LimitHr use) => use.RunAsync(who.Id, new LimitHr.Input { IsLimited = true }));

    private Task MergeAsync(Person by, Person kept, Person gone) => App.As(by).RunAsync((MergePeople use) => use.RunAsync(
        new MergePeople.Input { Kept = new() { Id = kept.Id }, Gone = new() { Id = gone.Id } }));
}
