using Apprentices.Domain;
using Apprentices.Features.Setup;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Setup;

public sealed class ApprovalsTests : AppTests
{
    private static readonly DateOnly EndsOn = new(2027, 8, 14);

    [BothDatabases]
    public async Task An_approval_lapses_two_years_after_the_last_contract_under_it_and_says_why()
    {
        var hr = await Given.HrAsync();
        var apprenticeship = await Given.ApprenticeshipAsync(endsOn: EndsOn);
        await Given.ApprenticeshipAsync(endsOn: EndsOn.AddMonths(-3));

        await App.As(hr).RunAsync((EnterApproval use) => use.RunAsync(For(apprenticeship)));

        var approval = Assert.Single((await ListAsync(hr)).Approvals);
        Assert.Equal((2, EndsOn.AddYears(2)), (approval.Contracts, approval.Lapse!.DueOn));
        Assert.Equal("Den siste kontrakten slutter 14.8.2027; + 2 år = 14.8.2029", DutyWords.Sentence(approval.Lapse.Arithmetic));
        Assert.Equal("opplæringslova § 7-9", approval.Lapse.Paragraph);
        Assert.Equal([EndsOn.AddYears(2)], await LapsesAsync());
    }

    [BothDatabases]
    public async Task Contracts_without_an_approval_for_their_trade_place_and_county_are_listed()
    {
        var hr = await Given.HrAsync();
        var oslo = await Given.ApprenticeshipAsync();
        await Given.ApprenticeshipAsync();
        await Given.ApprenticeshipAsync(county: "46");
        await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddYears(-3), workplace: "Arkiv");
        await Given.ApprenticeshipAsync(curriculum: "TEST02-01", workplace: "Arkiv");

        await App.As(hr).RunAsync((EnterApproval use) => use.RunAsync(For(oslo)));

        Assert.Equal(
            [("TEST01-01", "Drift", "46", 1), ("TEST02-01", "Arkiv", "03", 1)],
            (await ListAsync(hr)).Missing.Select(lack => (lack.CurriculumCode, lack.Workplace, lack.CountyNumber, lack.Contracts)).Order());
    }

    [BothDatabases]
    public async Task Nobody_is_reminded_of_an_approval_that_is_lost_until_it_holds_after_all()
    {
        var hr = await Given.HrAsync();
        var apprenticeship = await Given.ApprenticeshipAsync(endsOn: EndsOn);
        var id = await App.As(hr).RunAsync((EnterApproval use) => use.RunAsync(For(apprenticeship)));

        await App.As(hr).RunAsync((LoseApproval use) => use.RunAsync(id, App.Clock.Today));
        var lost = await ListAsync(hr);
        Assert.Empty(await LapsesAsync());
        Assert.Equal((App.Clock.Today, null), (lost.Approvals[0].LostOn!.Value, lost.Approvals[0].Lapse));
        Assert.Single(lost.Missing);

        await App.As(hr).RunAsync((LoseApproval use) => use.RunAsync(id, null));
        Assert.Single(await LapsesAsync());
        Assert.Empty((await ListAsync(hr)).Missing);
    }

    [BothDatabases]
    public async Task There_are_never_two_at_once_for_the_same_trade_place_and_county()
    {
        var hr = await Given.HrAsync();
        var apprenticeship = await Given.ApprenticeshipAsync();
        var first = await App.As(hr).RunAsync((EnterApproval use) => use.RunAsync(For(apprenticeship)));
        var again = For(apprenticeship);
        again.FromOn = App.Clock.Today;

        var refused = await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((EnterApproval use) => use.RunAsync(again)));
        Assert.Equal(SetupTexts.ApprovalThere, refused.Message);

        await App.As(hr).RunAsync((LoseApproval use) => use.RunAsync(first, App.Clock.Today));
        await App.As(hr).RunAsync((EnterApproval use) => use.RunAsync(again));
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((LoseApproval use) => use.RunAsync(first, null)));
    }

    [Fact]
    public async Task It_is_not_lost_before_it_was_given()
    {
        var hr = await Given.HrAsync();
        var id = await App.As(hr).RunAsync(async (EnterApproval use) => await use.RunAsync(For(await Given.ApprenticeshipAsync())));

        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((LoseApproval use) => use.RunAsync(id, new DateOnly(2019, 12, 31))));
    }

    private static EnterApproval.Input For(Apprenticeship apprenticeship) => new()
    {
        CurriculumCode = apprenticeship.CurriculumCode,
        WorkplaceId = apprenticeship.WorkplaceId,
        CountyNumber = apprenticeship.CountyNumber,
        FromOn = new DateOnly(2020, 1, 1),
    };

    private Task<ListApprovals.Result> ListAsync(Person hr) => App.As(hr).RunAsync((ListApprovals use) => use.RunAsync());

    private Task<List<DateOnly>> LapsesAsync() => App.DbAsync(db =>
        db.TrackedDuties.Where(duty => duty.Kind == DutyKind.ApprovalLapses).Where(TrackedDuty.IsOpen).Select(duty => duty.DueOn).ToListAsync());
}
