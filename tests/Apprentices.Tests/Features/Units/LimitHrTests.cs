using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.People;
using Apprentices.Features.Reminders;
using Apprentices.Features.Units;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Features.CalendarFeed;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Units;

public sealed class LimitHrTests : AppTests
{
    [BothDatabases]
    public async Task Whoever_is_limited_sees_and_counts_only_the_apprentices_of_her_units_from_her_next_click_on()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.HrAsync("Una Enhet"));
        var (hers, _) = await TwoAsync();
        Assert.Equal(2, await CountAsync(una));

        await LimitAsync(hr, una, "Drift");

        var list = await App.As(una).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(), new Page(0, 25)));
        Assert.Equal((hers.Id, 1), (Assert.Single(list.Rows).Id, list.Hits.All));
        Assert.Equal(1, (await App.As(una).RunAsync((ShowOverview use) => use.RunAsync())).Active);
        Assert.Empty((await App.As(una).RunAsync((SearchAnything use) => use.RunAsync("Bakke"))).Records);
        Assert.Empty((await App.As(una).RunAsync((SearchAnything use) => use.RunAsync("Arkivet"))).Workplaces);

        await App.As(hr).RunAsync((LimitHr use) => use.RunAsync(una.Id, new LimitHr.Input { IsLimited = false, Version = 0 }));
        Assert.Equal(2, await CountAsync(una));
    }

    /// <summary>The way a browser comes, by its cookie: what is read of the roles there must be limited as well.</summary>
    [Fact]
    public async Task A_file_holds_only_her_units()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.HrAsync("Una Enhet"));
        await TwoAsync();
        await LimitAsync(hr, una, "Drift");

        using var client = App.ClientOf(una);
        var file = await client.GetStringAsync(ListFormat.Csv.In(ApprenticeshipLinks.List), TestContext.Current.CancellationToken);

        Assert.Contains("Lund", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Bakke", file, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task With_no_unit_named_she_sees_nobody_and_somebody_stays_for_the_whole_house()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.HrAsync("Una Enhet"));
        await TwoAsync();

        await LimitAsync(hr, una);

        Assert.Equal(0, await CountAsync(una));
        var refusal = await Assert.ThrowsAsync<RuleException>(() => LimitAsync(hr, hr, "Drift"));
        Assert.Equal(RuleTexts.LastOfHr, refusal.Message);
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(una).RunAsync((LimitHr use) => use.RunAsync(una.Id, new LimitHr.Input { Version = 0 })));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((LimitHr use) => use.RunAsync(una.Id, new LimitHr.Input { Version = 7 })));
    }

    [BothDatabases]
    public async Task Nobody_lifts_her_own_limit()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.PersonAsync(Roles.Hr | Roles.Administrator, "Una Enhet"));
        await TwoAsync();
        await LimitAsync(hr, una, "Drift");

        var refusal = await Assert.ThrowsAsync<RuleException>(() => App.As(una).RunAsync((LimitHr use) => use.RunAsync(una.Id, new LimitHr.Input { Version = 0 })));

        Assert.Equal(UnitTexts.OwnLimit, refusal.Message);
        Assert.Equal(1, await CountAsync(una));
    }

    /// <summary>Where no HR contact is named, HR is told: of her units, and of nothing else.</summary>
    [BothDatabases]
    public async Task Her_calendar_holds_only_her_units()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.HrAsync("Una Enhet"));
        var (_, other) = await TwoAsync();
        await App.ChangeAsync(db =>
        {
            var (key, due) = (new DutyKey(DutyKind.ContractApproved, 7, Guid.Empty), App.Clock.Today.AddDays(10));
            var duty = TrackedDuty.OfTheEmployer(new Duty(key.Kind, key.Number, due.AddDays(-30), due, DutyBasis.HouseRule, "", DutyRole.Hr, []), Guid.CreateVersion7());
            db.Add(duty);
            db.Entry(duty).Property(row => row.ApprenticeshipId).CurrentValue = other.Id;
            return Task.CompletedTask;
        });
        await LimitAsync(hr, una, "Drift");

        Assert.Contains((await App.FedAsync(hr)).All, one => one.Summary.Contains("Bakke", StringComparison.Ordinal));
        Assert.DoesNotContain((await App.FedAsync(una)).All, one => one.Summary.Contains("Bakke", StringComparison.Ordinal));
    }

    /// <summary>By another role of hers she does not reach beyond her units: what HR may do would go with her.</summary>
    [BothDatabases]
    public async Task Her_other_roles_open_nothing_outside_her_units()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.PersonAsync(Roles.Hr | Roles.Instructor, "Una Enhet"));
        var other = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Else Bakke"), instructor: una, workplace: "Arkivet");

        await LimitAsync(hr, una, "Drift");

        Assert.Null(await App.As(una).RunAsync((ReadApprenticeship use) => use.RunAsync(other.Id)));
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        Assert.False(await App.DbAsync(db => db.Reminders.AnyAsync(r => r.RecipientId == una.Id)));
    }

    [BothDatabases]
    public async Task She_neither_registers_nor_moves_anybody_outside_her_units_nor_makes_another_hr()
    {
        var (hr, una) = (await Given.HrAsync("Hanne Rød"), await Given.HrAsync("Una Enhet"));
        var (hers, other) = await TwoAsync();
        await LimitAsync(hr, una, "Drift");

        var outside = await Assert.ThrowsAsync<RuleException>(() => RegisterAsync(una, "Arkivet", "ny@example.no"));
        Assert.Equal(RuleTexts.WorkplaceOfAnotherUnit, outside.Message);
        var anothers = await Assert.ThrowsAsync<RuleException>(() => RegisterAsync(una, "Drift", other.Person.Email, other.Person));
        Assert.DoesNotContain("Bakke", anothers.Message, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, await RegisterAsync(una, "Drift", "ny@example.no"));

        var contact = new AssignSupervisor.Input { Role = AssignmentRole.HrContact, FromOn = App.Clock.Today, Person = new PersonChoice { IsNew = true, GivenName = "Ny", FamilyName = "Sjef", Email = "sjef@example.no" } };
        var refusal = await Assert.ThrowsAsync<RuleException>(() => App.As(una).RunAsync((AssignSupervisor use) => use.RunAsync(hers.Id, contact)));
        Assert.Equal(RuleTexts.ContactNotInHr, refusal.Message);
    }

    private Task<Guid> RegisterAsync(Person by, string workplace, string email, Person? like = null) => App.As(by).RunAsync((RegisterApprenticeship use) => use.RunAsync(new RegisterApprenticeship.Input
    {
        GivenName = like?.GivenName ?? "Ny",
        FamilyName = like?.FamilyName ?? "Lærling",
        Email = email,
        CountyNumber = "03",
        CurriculumCode = Given.CurriculumCode,
        Workplace = workplace,
        StartsOn = App.Clock.Today,
        EndsOn = App.Clock.Today.AddYears(2).AddDays(-1),
    }));

    private async Task<int> CountAsync(Person who) => (await App.As(who).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(), new Page(0, 25)))).Hits.All;

    private async Task<(Apprenticeship Hers, Apprenticeship Other)> TwoAsync()
    {
        var hers = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), workplace: "Drift");
        var other = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Else Bakke"), workplace: "Arkivet");
        return (hers, await App.DbAsync(db => db.Apprenticeships.Include(a => a.Person).SingleAsync(a => a.Id == other.Id)));
    }

    private async Task LimitAsync(Person by, Person who, params string[] units)
    {
        var details = await App.As(by).RunAsync((LimitHr use) => use.ReadAsync(who.Id));
        details!.Input.IsLimited = true;
        foreach (var unit in details.Input.Units)
        {
            unit.IsHers = units.Contains(unit.Name);
        }

        await App.As(by).RunAsync((LimitHr use) => use.RunAsync(who.Id, details.Input));
    }
}
