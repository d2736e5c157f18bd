using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

public sealed class HalfYearsTests
{
    [Fact]
    public void A_two_year_contract_has_four_half_years_each_with_a_talk_on_its_last_day()
    {
        var halfYears = HalfYears.For(new(2024, 8, 15), new(2026, 8, 14), []);

        Assert.Equal(
            [
                new HalfYear(1, new(2024, 8, 15), new(2025, 2, 14), new(2025, 2, 14)),
                new HalfYear(2, new(2025, 2, 15), new(2025, 8, 14), new(2025, 8, 14)),
                new HalfYear(3, new(2025, 8, 15), new(2026, 2, 14), new(2026, 2, 14)),
                new HalfYear(4, new(2026, 2, 15), new(2026, 8, 14), new(2026, 8, 14)),
            ],
            halfYears);
    }

    [Theory]
    [InlineData("2025-08-31", "2027-08-30", "2026-02-27", "2026-08-30", "2027-02-27", "2027-08-30")]
    [InlineData("2027-08-31", "2029-08-30", "2028-02-28", "2028-08-30", "2029-02-27", "2029-08-30")]
    [InlineData("2024-02-29", "2026-02-28", "2024-08-28", "2025-02-27", "2025-08-28", "2026-02-28")]
    [InlineData("2025-01-06", "2026-01-05", "2025-07-05", "2026-01-05")]
    [InlineData("2025-01-01", "2025-12-31", "2025-06-30", "2025-12-31")]
    [InlineData("2026-08-17", "2030-08-16", "2027-02-16", "2027-08-16", "2028-02-16", "2028-08-16", "2029-02-16", "2029-08-16", "2030-02-16", "2030-08-16")]
    public void A_half_year_ends_the_day_before_six_more_months_and_a_month_without_the_day_gives_its_last(string start, string end, params string[] ends)
    {
        var halfYears = HalfYears.For(Day(start), Day(end), []);

        Assert.Equal(ends.Select(Day), halfYears.Select(h => h.EndsOn));
    }

    [Theory]
    [InlineData("2026-08-31", 4, "2026-08-31", "2026-08-14")]
    [InlineData("2026-09-14", 4, "2026-09-14", "2026-08-14")]
    [InlineData("2026-09-15", 5, "2026-09-15", "2026-09-15")]
    [InlineData("2026-09-30", 5, "2026-09-30", "2026-09-30")]
    [InlineData("2026-07-31", 4, "2026-07-31", "2026-07-31")]
    public void A_rest_of_at_most_31_days_joins_the_last_half_year_and_its_talk_does_not_wait(string end, int count, string lastEnd, string lastTalk)
    {
        var halfYears = HalfYears.For(new(2024, 8, 15), Day(end), []);

        Assert.Equal(count, halfYears.Count);
        Assert.Equal(Day(lastEnd), halfYears[^1].EndsOn);
        Assert.Equal(Day(lastTalk), halfYears[^1].TalkDueOn);
    }

    [Fact]
    public void A_contract_shorter_than_half_a_year_is_one_half_year()
    {
        var only = Assert.Single(HalfYears.For(new(2026, 1, 1), new(2026, 3, 31), []));

        Assert.Equal(new HalfYear(1, new(2026, 1, 1), new(2026, 3, 31), new(2026, 3, 31)), only);
    }

    [Fact]
    public void A_break_of_62_days_moves_what_lies_after_its_first_day_by_62_days()
    {
        var halfYears = HalfYears.For(new(2025, 8, 18), new(2027, 8, 17), [new Break(new(2026, 3, 2), new(2026, 5, 2), 100)]);

        Assert.Equal(
            [Day("2026-02-17"), Day("2026-10-18"), Day("2027-04-20"), Day("2027-10-18")],
            halfYears.Select(h => h.EndsOn));
        Assert.Equal(Day("2026-10-19"), halfYears[2].StartsOn);
        Assert.Equal(Day("2027-10-18"), HalfYears.EndAfter(new(2027, 8, 17), [new Break(new(2026, 3, 2), new(2026, 5, 2), 100)]));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-10", 50, 5)]
    [InlineData("2026-03-01", "2026-03-11", 50, 6)]
    [InlineData("2026-03-01", "2026-03-01", 1, 1)]
    [InlineData("2026-03-01", "2026-03-01", 100, 1)]
    public void A_part_time_break_counts_its_share_of_days_rounded_up(string start, string end, int percent, int days) =>
        Assert.Equal(days, new Break(Day(start), Day(end), percent).Days);

    [Fact]
    public void A_break_on_the_last_day_of_a_half_year_moves_it_and_one_the_day_after_does_not()
    {
        var onTheDay = HalfYears.For(new(2024, 8, 15), new(2026, 8, 14), [new Break(new(2025, 2, 14), new(2025, 2, 14), 100)]);
        var theDayAfter = HalfYears.For(new(2024, 8, 15), new(2026, 8, 14), [new Break(new(2025, 2, 15), new(2025, 2, 15), 100)]);

        Assert.Equal(Day("2025-02-15"), onTheDay[0].EndsOn);
        Assert.Equal(Day("2025-02-14"), theDayAfter[0].EndsOn);
        Assert.Equal(Day("2025-08-15"), theDayAfter[1].EndsOn);
    }

    [Fact]
    public void Half_years_tile_the_training_without_gap_or_overlap() => Check.QuickThrowOnFailure(Prop.ForAll(Contracts(), contract =>
    {
        var halfYears = HalfYears.For(contract.Start, contract.End, contract.Breaks);
        return halfYears[0].StartsOn == contract.Start
            && halfYears[^1].EndsOn == HalfYears.EndAfter(contract.End, contract.Breaks)
            && halfYears.Zip(halfYears.Skip(1)).All(pair => pair.Second.StartsOn == pair.First.EndsOn.AddDays(1))
            && halfYears.All(h => h.StartsOn <= h.EndsOn && h.TalkDueOn <= h.EndsOn);
    }));

    [Fact]
    public void The_order_in_which_breaks_are_entered_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Contracts(), contract =>
        HalfYears.For(contract.Start, contract.End, contract.Breaks)
            .SequenceEqual(HalfYears.For(contract.Start, contract.End, contract.Breaks.Reverse()))));

    [Fact]
    public void Without_breaks_no_talk_waits_longer_than_six_months() => Check.QuickThrowOnFailure(Prop.ForAll(Contracts(), contract =>
        HalfYears.For(contract.Start, contract.End, []).All(h => h.TalkDueOn < h.StartsOn.AddMonths(6).AddDays(4))));

    [Fact]
    public void The_sum_behind_a_talk_ends_on_its_day() => Check.QuickThrowOnFailure(Prop.ForAll(Contracts(), contract =>
        Example.TalksOf(contract.Start, contract.End, contract.Breaks).All(duty => duty.Arithmetic[^1].Gives == duty.DueOn)));

    private sealed record Contract(DateOnly Start, DateOnly End, Break[] Breaks);

    private static Arbitrary<Contract> Contracts()
    {
        var contracts =
            from start in Gen.Choose(new DateOnly(2015, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
            from length in Gen.Choose(20, 1500)
            from breaks in (
                from offset in Gen.Choose(-30, length + 60)
                from days in Gen.Choose(1, 200)
                from percent in Gen.Choose(1, 100)
                select new Break(DateOnly.FromDayNumber(start + offset), DateOnly.FromDayNumber(start + offset + days - 1), percent)).ArrayOf(3)
            select new Contract(
                DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(start + length),
                [.. breaks.Where(b => b.StartsOn.DayNumber >= start).DistinctBy(b => (b.StartsOn, b.EndsOn))]);
        return contracts.ToArbitrary();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
