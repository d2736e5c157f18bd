using System.Globalization;
using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

public sealed class ExpectedGrantTests
{
    [Fact]
    public void An_apprentice_with_youth_right_from_August_2024_by_half_years_and_years()
    {
        var grant = ExpectedGrant.For(new(2024, 8, 15), new(2026, 8, 14), [], GrantBasis.One);

        // 6 975 x (17/31 + 4); three times 6 x 7 628.875; 7 628.875 x (1 + 14/31)
        Assert.Equal([31_725.00m, 45_773.25m, 45_773.25m, 45_773.25m, 11_074.17m], grant.HalfYears.Select(half => half.Amount));
        Assert.Equal([true, false, false, true, true], grant.HalfYears.Select(half => half.IsEstimate));
        Assert.Equal(
            [new(2024, 31_725.00m, true), new(2025, 91_546.50m, false), new GrantYear(2026, 56_847.42m, true)], grant.Years);
        Assert.Equal(180_118.92m, grant.Total);
        Assert.Equal(24, grant.SpreadOverMonths);
    }

    [Fact]
    public void A_training_without_youth_right_over_three_rates_and_the_extraordinary_one()
    {
        var grant = ExpectedGrant.For(new(2020, 11, 16), new(2022, 11, 15), [], GrantBasis.Two);

        // 1.5 x 5 288; 6 x (5 452 + 708); 6 x 5 452 twice; 4.5 x 5 452
        Assert.Equal([7_932m, 36_960m, 32_712m, 32_712m, 24_534m], grant.HalfYears.Select(half => half.Amount));
        Assert.Equal([7_932m, 69_672m, 57_246m], grant.Years.Select(year => year.Amount));
        Assert.Equal([false, false, false, true, true], grant.HalfYears.Select(half => half.IsEstimate));
    }

    [Fact]
    public void Each_half_year_shows_its_sum()
    {
        var half = ExpectedGrant.For(new(2021, 2, 15), new(2023, 2, 14), [], GrantBasis.Two).HalfYears[0];

        Assert.Equal([5_452m, 708m], half.Parts.Select(part => part.PerMonth));
        Assert.All(half.Parts, part =>
        {
            Assert.Equal(new(2021, 1, 1), part.Rate.ValidFrom);
            Assert.Equal((new DateOnly(2021, 2, 15), new DateOnly(2021, 6, 30)), (part.From, part.To));
            Assert.Equal((136, 4.5m), (part.Days, part.Months));
        });
        Assert.Equal([24_534m, 3_186m], half.Parts.Select(part => part.Amount));
        Assert.Equal(27_720m, half.Amount);
    }

    [Fact]
    public void It_is_paid_when_the_half_year_is_over()
    {
        var grant = ExpectedGrant.For(new(2025, 1, 1), new(2026, 12, 31), [], GrantBasis.Two);

        Assert.Equal([Day("2025-07-01"), Day("2026-01-01"), Day("2026-07-01"), Day("2027-01-01")], grant.HalfYears.Select(half => half.PaidFrom));
        Assert.Equal((Day("2025-01-01"), Day("2025-06-30")), (grant.HalfYears[0].StartsOn, grant.HalfYears[0].EndsOn));
    }

    [Theory]
    [InlineData("2025-01-01", "2026-12-31", 24, "183093.00")]
    [InlineData("2025-01-01", "2025-12-31", 24, "91546.50")]
    [InlineData("2025-01-01", "2028-12-31", 48, "183093.04")]
    [InlineData("2025-01-01", "2027-12-31", 36, "183093.00")]
    [InlineData("2018-01-01", "2019-12-31", 24, "153053.04")]
    public void Grant_I_is_one_year_of_training_however_long_it_is_spread(string start, string end, int months, string total)
    {
        var grant = ExpectedGrant.For(Day(start), Day(end), [], GrantBasis.One);

        Assert.Equal(months, grant.SpreadOverMonths);
        Assert.Equal(decimal.Parse(total, CultureInfo.InvariantCulture), grant.Total);
    }

    [Fact]
    public void Half_an_ore_is_rounded_up_once_a_half_year() => Assert.All(
        ExpectedGrant.For(new(2025, 1, 1), new(2028, 12, 31), [], GrantBasis.One).HalfYears,
        half => Assert.Equal(22_886.63m, half.Amount));

    [Fact]
    public void A_full_break_pauses_the_grant()
    {
        // 62 days away, made up for at the end: January, February and June, 1 day of March, 29 of May.
        var grant = ExpectedGrant.For(
            new(2025, 1, 1), new(2027, 3, 3), [new Break(new(2025, 3, 2), new(2025, 5, 2), 100)], GrantBasis.One);

        var half = grant.HalfYears[0];
        var part = Assert.Single(half.Parts);
        Assert.Equal(119, part.Days);
        Assert.Equal(24, grant.SpreadOverMonths);
        Assert.Equal(30_269.41m, half.Amount);
        Assert.Equal(5, grant.HalfYears.Count);
    }

    [Fact]
    public void A_part_time_break_pauses_nothing_and_spreads_grant_I_over_the_longer_time()
    {
        Break[] half = [new(new(2025, 3, 2), new(2025, 5, 2), 50)];

        var one = ExpectedGrant.For(new(2025, 1, 1), new(2027, 1, 31), half, GrantBasis.One);
        var two = ExpectedGrant.For(new(2025, 1, 1), new(2027, 1, 31), half, GrantBasis.Two);

        Assert.Equal(25, one.SpreadOverMonths);
        Assert.Equal(43_942.32m, one.HalfYears[0].Amount);
        Assert.Equal(183_093.00m, one.Total);
        Assert.Equal(35_778m, two.HalfYears[0].Amount);
    }

    [Fact]
    public void A_half_year_wholly_away_gives_nothing_and_is_still_there()
    {
        var grant = ExpectedGrant.For(
            new(2025, 1, 1), new(2027, 7, 3), [new Break(new(2025, 7, 1), new(2025, 12, 31), 100)], GrantBasis.Two);

        Assert.Equal([35_778m, 0m, 35_778m], grant.HalfYears.Take(3).Select(half => half.Amount));
        Assert.Empty(grant.HalfYears[1].Parts);
    }

    [Fact]
    public void A_half_year_before_the_first_rate_has_no_amount()
    {
        var grant = ExpectedGrant.For(new(2017, 8, 1), new(2019, 7, 31), [], GrantBasis.Two);

        Assert.Equal([null, 29_905.50m, 29_905.50m, 29_905.50m, 4_984.25m], grant.HalfYears.Select(half => half.Amount));
        Assert.Equal(new GrantYear(2017, null, false), grant.Years[0]);
        Assert.Equal([false, false, false, true, true], grant.HalfYears.Select(half => half.IsEstimate));
    }

    [Fact]
    public void A_part_of_a_leap_February_is_a_part_of_29_days() =>
        Assert.Equal(3_084.31m, ExpectedGrant.For(new(2028, 2, 15), new(2028, 2, 29), [], GrantBasis.Two).Total);

    [Fact]
    public void Every_day_in_training_counts_once() => Check.QuickThrowOnFailure(Prop.ForAll(Trainings(), training =>
    {
        var days = Enumerable.Range(training.Start.DayNumber, training.End.DayNumber - training.Start.DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Count(day => !training.Breaks.Any(b => b.Percent == 100 && b.StartsOn <= day && day <= b.EndsOn));
        var grant = ExpectedGrant.For(training.Start, training.End, training.Breaks, GrantBasis.One);
        return grant.HalfYears.Sum(half => half.Parts.Sum(part => part.Days)) == days
            && grant.HalfYears[0].StartsOn <= training.Start && grant.HalfYears[^1].EndsOn >= training.End
            && grant.Years.Sum(year => year.Amount) == grant.Total;
    }));

    [Fact]
    public void Two_years_or_more_of_grant_I_come_to_a_year_of_training_wherever_they_begin() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Trainings(), training =>
        {
            var months = 24 + (training.End.DayNumber % 37);
            var grant = ExpectedGrant.For(training.Start, training.Start.AddMonths(months).AddDays(-1), [], GrantBasis.One);
            return grant.SpreadOverMonths == months && Math.Abs(grant.Total - 183_093m) < 183_093m * 0.005m;
        }));

    private sealed record Training(DateOnly Start, DateOnly End, Break[] Breaks);

    private static Arbitrary<Training> Trainings()
    {
        var trainings =
            from start in Gen.Choose(new DateOnly(2025, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
            from length in Gen.Choose(20, 1500)
            from breaks in (
                from offset in Gen.Choose(-30, length + 60)
                from days in Gen.Choose(1, 300)
                from percent in Gen.Elements(50, 100)
                select new Break(DateOnly.FromDayNumber(start + offset), DateOnly.FromDayNumber(start + offset + days - 1), percent)).ArrayOf(3)
            select new Training(DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(start + length), breaks);
        return trainings.ToArbitrary();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
