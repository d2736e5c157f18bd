using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class ExpectedDaysTests
{
    private static readonly HalfYear HundredDays = new(1, new(2026, 1, 1), new(2026, 4, 10), new(2026, 4, 10));

    [Fact]
    public void Goals_are_spread_evenly_and_the_last_is_expected_on_the_last_day()
    {
        var days = ExpectedDays.For(HundredDays, 4, []);

        Assert.Equal([new(2026, 1, 25), new(2026, 2, 19), new(2026, 3, 16), new DateOnly(2026, 4, 10)], days);
    }

    [Fact]
    public void An_uneven_share_is_rounded_to_the_later_day()
    {
        var days = ExpectedDays.For(HundredDays, 3, []);

        Assert.Equal([new(2026, 2, 3), new(2026, 3, 8), new DateOnly(2026, 4, 10)], days);
    }

    [Fact]
    public void Days_of_a_full_break_do_not_count_and_those_of_a_partial_one_do()
    {
        var full = ExpectedDays.For(HundredDays, 2, [new Break(new(2026, 1, 11), new(2026, 2, 9), 100)]);
        var partial = ExpectedDays.For(HundredDays, 2, [new Break(new(2026, 1, 11), new(2026, 2, 9), 50)]);

        Assert.Equal([new(2026, 3, 6), new DateOnly(2026, 4, 10)], full);
        Assert.Equal([new(2026, 2, 19), new DateOnly(2026, 4, 10)], partial);
    }

    [Fact]
    public void A_half_year_wholly_away_expects_its_goals_on_its_last_day() =>
        Assert.Equal([HundredDays.EndsOn], ExpectedDays.For(HundredDays, 1, [new Break(new(2025, 12, 1), new(2026, 5, 1), 100)]));

    [Theory]
    [InlineData(15, 4, new[] { 4, 4, 4, 3 })]
    [InlineData(21, 4, new[] { 6, 5, 5, 5 })]
    [InlineData(23, 4, new[] { 6, 6, 6, 5 })]
    [InlineData(15, 2, new[] { 8, 7 })]
    [InlineData(15, 8, new[] { 2, 2, 2, 2, 2, 2, 2, 1 })]
    [InlineData(3, 4, new[] { 1, 1, 1, 0 })]
    public void Goals_are_first_planned_evenly_over_the_half_years_in_their_order(int goals, int halfYears, int[] each)
    {
        var planned = Enumerable.Range(0, goals).Select(place => ExpectedDays.FirstHalfYearOf(place, goals, halfYears)).ToList();

        Assert.Equal(each, Enumerable.Range(1, halfYears).Select(number => planned.Count(half => half == number)));
        Assert.Equal(planned.Order(), planned);
    }
}
