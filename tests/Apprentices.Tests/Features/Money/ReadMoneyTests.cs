using System.Net;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Money;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Money;

public sealed class ReadMoneyTests : AppTests
{
    private static readonly DateOnly Start = new(2024, 8, 15);

    [BothDatabases]
    public async Task The_pay_steps_follow_the_half_years_as_the_county_has_consented_to_them()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync(startsOn: Start);
        var away = await ChangeAsync(contract, (a, today) => a.Record(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, Prolongs: true), Decider.BothParties, today).Id);

        var waiting = await ReadAsync(hr, contract.Id);
        await ChangeAsync(contract, (a, today) => a.Record(new ConsentGiven(away, today), Decider.County, today).Id);
        var consented = await ReadAsync(hr, contract.Id);

        Assert.Equal(
            [(1, 30, Start, new DateOnly(2025, 2, 14)), (2, 40, new(2025, 2, 15), new(2025, 8, 14)), (3, 50, new(2025, 8, 15), new(2026, 2, 14)), (4, 80, new(2026, 2, 15), new(2026, 8, 14))],
            StepsOf(waiting));
        Assert.Equal([30, 40, 50, 80], StepsOf(consented).Select(step => step.Percent));
        Assert.Equal([new(2025, 2, 14), new(2025, 10, 15), new(2026, 4, 17), new(2026, 10, 15)], StepsOf(consented).Select(step => step.To));
        Assert.True(waiting.IsWaiting);
        Assert.False(consented.IsWaiting);
    }

    [BothDatabases]
    public async Task What_is_paid_ends_with_the_training_and_where_no_table_fits_the_reason_is_said()
    {
        var hr = await Given.HrAsync();
        var (cut, longer) = (await Given.ApprenticeshipAsync(startsOn: Start), await Given.ApprenticeshipAsync(startsOn: Start, endsOn: Start.AddMonths(36).AddDays(-1)));
        await ChangeAsync(cut, (a, today) => a.Record(new ContractTerminated(new(2025, 11, 30), TerminationWay.ByAgreement), Decider.BothParties, today).Id);

        Assert.Equal(
            [(30, new DateOnly(2025, 2, 14)), (40, new(2025, 8, 14)), (50, new(2025, 11, 30))],
            StepsOf(await ReadAsync(hr, cut.Id)).Select(step => (step.Percent, step.To)));
        Assert.Equal(new PaySteps(null, NoPayTable.OtherLength), (await ReadAsync(hr, longer.Id)).Pay);
    }

    [BothDatabases]
    public async Task Which_grant_it_is_follows_from_her_youth_right_and_both_are_shown_while_nobody_knows()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync(startsOn: Start);

        var unknown = (await ReadAsync(hr, contract.Id)).Grant!;
        await CorrectAsync(contract, terms => terms with { HasYouthRight = true, ResidenceCountyNumber = "46", TrainingOffice = "OK stat" });
        var one = (await ReadAsync(hr, contract.Id)).Grant!;
        await CorrectAsync(contract, terms => terms with { HasYouthRight = false });
        var two = (await ReadAsync(hr, contract.Id)).Grant!;

        Assert.Equal([GrantBasis.One, GrantBasis.Two], unknown.Possible.Select(grant => grant.Basis));
        Assert.Equal((null, "03", false), (unknown.HasYouthRight, unknown.CountyNumber, unknown.IsResidenceKnown));
        Assert.Equal(GrantBasis.One, Assert.Single(one.Possible).Basis);
        Assert.Equal(("46", true, "OK stat"), (one.CountyNumber, one.IsResidenceKnown, one.TrainingOffice));
        Assert.Equal(GrantBasis.Two, Assert.Single(two.Possible).Basis);
        Assert.Equal(6 * 5_963m, two.Possible[0].HalfYears.Single(half => half.StartsOn == new DateOnly(2025, 1, 1)).Amount);
    }

    [BothDatabases]
    public async Task The_apprentice_and_those_who_follow_her_up_see_the_pay_and_never_the_grants()
    {
        var (hr, siv, other) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.InstructorAsync());
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var contract = await Given.ApprenticeshipAsync(mari, startsOn: Start, instructor: siv);

        foreach (var reader in new[] { mari, siv })
        {
            var seen = await ReadAsync(reader, contract.Id);
            Assert.Equal((4, null), (seen.Pay.Steps!.Count, seen.Grant));
            Assert.DoesNotContain(MoneyTexts.GrantOne, await FileAsync(reader, contract.Id), StringComparison.Ordinal);
        }

        Assert.Null(await App.As(other).RunAsync((ReadMoney use) => use.RunAsync(contract.Id)));
        await Assert.ThrowsAsync<NotThereException>(() => FileAsync(other, contract.Id));
        Assert.Contains(MoneyTexts.GrantOne, await FileAsync(hr, contract.Id), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task The_totals_are_the_sums_of_all_records_by_half_year_and_county()
    {
        var hr = await Given.HrAsync();
        var contracts = new List<Apprenticeship>();
        for (var number = 0; number < 3; number++)
        {
            contracts.Add(await Given.ApprenticeshipAsync(startsOn: Start));
        }

        await CorrectAsync(contracts[0], terms => terms with { HasYouthRight = true, ResidenceCountyNumber = "46" });
        await CorrectAsync(contracts[1], terms => terms with { HasYouthRight = false });

        var told = new List<int>();
        var all = await App.As(hr).RunAsync((ListGrants use) => use.RunAsync(new Told(told)));

        var grants = new List<ReadMoney.Grants>();
        foreach (var contract in contracts)
        {
            grants.Add((await ReadAsync(hr, contract.Id)).Grant!);
        }

        var half = new DateOnly(2025, 7, 1);
        var both = grants[2].Possible.Select(grant => AmountIn(grant, half)).ToList();
        var line = all.Of(null).Single(row => row.StartsOn == half);
        Assert.Equal((3, 1, 3), (all.Apprenticeships, all.YouthRightUnknown, line.People));
        Assert.Equal((AmountIn(grants[0].Possible[0], half), AmountIn(grants[1].Possible[0], half)), (line.One, line.Two));
        Assert.Equal((both.Min(), both.Max()), (line.AtLeast, line.AtMost));
        Assert.Equal(["03", "46"], all.Lines.Where(row => row.StartsOn == half).Select(row => row.CountyNumber));
        Assert.Equal(line.One, all.Of("46").Single(row => row.StartsOn == half).Highest);
        Assert.Equal([3], told);
    }

    [Fact]
    public async Task The_files_are_for_those_who_may_see_what_is_in_them()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv);

        foreach (var (asking, address, status) in new[]
        {
            (hr, MoneyLinks.Grants, HttpStatusCode.OK), (siv, MoneyLinks.Grants, HttpStatusCode.NotFound),
            (siv, ApprenticeshipLinks.Money(contract.Id), HttpStatusCode.OK), (await Given.InstructorAsync(), ApprenticeshipLinks.Money(contract.Id), HttpStatusCode.NotFound),
        })
        {
            using var client = App.ClientOf(asking);
            using var answer = await client.GetAsync(new Uri(ListFormat.Excel.In(address), UriKind.Relative));
            Assert.Equal((address, status), (address, answer.StatusCode));
        }
    }

    private static decimal AmountIn(ExpectedGrant grant, DateOnly first) => grant.HalfYears.Single(half => half.StartsOn == first).Amount!.Value;

    private static IEnumerable<(int Number, int Percent, DateOnly From, DateOnly To)> StepsOf(ReadMoney.Result money) =>
        money.Pay.Steps!.Select(step => (step.HalfYear.Number, step.Percent, step.HalfYear.StartsOn, step.HalfYear.EndsOn));

    private async Task<ReadMoney.Result> ReadAsync(Person reader, Guid id) => (await App.As(reader).RunAsync((ReadMoney use) => use.RunAsync(id)))!;

    private Task<string> FileAsync(Person reader, Guid id) => ListRead.CsvAsync(output => App.As(reader).RunAsync((DownloadMoney use) => use.RunAsync(id, output)));

    private async Task<T> ChangeAsync<T>(Apprenticeship contract, Func<Apprenticeship, DateOnly, T> change)
    {
        T result = default!;
        await App.ChangeAsync(async db => result = change(await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == contract.Id), App.Clock.Today));
        return result;
    }

    private Task CorrectAsync(Apprenticeship contract, Func<Apprenticeship.Terms, Apprenticeship.Terms> with) => App.ChangeAsync(async db =>
    {
        var row = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == contract.Id);
        row.Correct(with(row.State.Terms), await db.Curricula.Include(c => c.AllGoals).SingleAsync(c => c.Code == row.CurriculumCode), App.Clock.Today);
    });

    private sealed class Told(List<int> counts) : IProgress<int>
    {
        public void Report(int value) => counts.Add(value);
    }
}
