using Apprentices.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Shared;

public sealed class YearWheelGeometryTests
{
    private static readonly YearWheelGeometry Wheel = YearWheelGeometry.Wide(2026);

    [Fact]
    public void The_year_begins_at_the_top_and_goes_with_the_clock()
    {
        var (x, y) = Wheel.At(Wheel.Turn(new(2026, 1, 1)), 100);
        Assert.Equal((Wheel.Centre, Wheel.Centre - 100), (x, y));

        Assert.True(Wheel.At(Wheel.Turn(new(2026, 4, 1)), 100).X > Wheel.Centre + 99);
        Assert.True(Wheel.At(Wheel.Turn(new(2026, 7, 2)), 100).Y > Wheel.Centre + 99);
        Assert.True(Wheel.At(Wheel.Turn(new(2026, 10, 1)), 100).X < Wheel.Centre - 99);
    }

    [Fact]
    public void A_leap_year_has_room_for_its_last_day() =>
        Assert.Equal(1, YearWheelGeometry.Wide(2028).Turn(new(2029, 1, 1)), 1e-9);

    [Fact]
    public void Weeks_are_ticked_on_their_Mondays() =>
        Assert.Equal([new(2026, 1, 5), new(2026, 1, 12), new DateOnly(2026, 1, 19)], Wheel.Mondays.Take(3));

    [Fact]
    public void What_falls_in_the_same_week_is_one_dot_in_the_tone_that_presses_most()
    {
        var dots = Wheel.ByWeek([Day(new(2026, 11, 29), DueTone.Meeting), Day(new(2026, 11, 23), DueTone.Late), Day(new(2026, 11, 30), DueTone.House)]);

        Assert.Equal([2, 1], dots.Select(dot => dot.Days.Count));
        Assert.Equal([DueTone.Late, DueTone.House], dots.Select(dot => dot.Tone));
        Assert.Equal(new DateOnly(2026, 11, 23), dots[0].Days[0].Day);
    }

    [Fact]
    public void On_a_phone_a_month_is_one_dot() =>
        Assert.Equal([2, 1], YearWheelGeometry.Narrow(2026).ByMonth([Day(new(2026, 2, 1)), Day(new(2026, 2, 28)), Day(new(2026, 3, 1))]).Select(dot => dot.Days.Count));

    [Fact]
    public void Only_the_days_of_the_year_are_shown_in_the_order_of_time()
    {
        var model = new YearWheelModel(2026, new(2026, 11, 23), [Day(new(2027, 1, 1)), Day(new(2026, 12, 31)), Day(new(2026, 1, 1)), Day(new(2025, 12, 31))], "2", "frister");

        Assert.Equal([new(2026, 1, 1), new DateOnly(2026, 12, 31)], model.InTheYear.Select(day => day.Day));
    }

    [Fact]
    public void No_dot_touches_another_and_all_follow_the_year_whatever_falls_due() => Check.QuickThrowOnFailure(Prop.ForAll(Years(), year =>
        new[] { YearWheelGeometry.Wide(year.Year).ByWeek(year.Days), YearWheelGeometry.Narrow(year.Year).ByMonth(year.Days) }
            .Zip([YearWheelGeometry.Wide(year.Year), YearWheelGeometry.Narrow(year.Year)], (Dots, Size) => (Dots, Size))
            .All(size => size.Dots.Zip(size.Dots.Skip(1)).All(pair => pair.First.From < pair.Second.From)
                && size.Dots.Sum(dot => dot.Days.Count) == year.Days.Length
                && Pairs(size.Dots).All(pair => double.Hypot(pair.One.X - pair.Other.X, pair.One.Y - pair.Other.Y) >= 2 * (size.Size.DotSize + 2) - 0.5))));

    [Fact]
    public void Places_are_spread_no_further_than_they_need_and_stay_between_the_ends()
    {
        Assert.Equal([1, 5, 9], Spread.Apart([1, 5, 9], 3, 0, 10));
        Assert.Equal([4, 7, 10], Spread.Apart([9, 9, 10], 3, 0, 10));
        Assert.Equal([0, 5, 10], Spread.Apart([5, 5, 5], 8, 0, 10));
        Assert.Empty(Spread.Apart([], 3, 0, 10));
    }

    private static IEnumerable<(YearWheelGroup One, YearWheelGroup Other)> Pairs(IReadOnlyList<YearWheelGroup> dots) =>
        dots.SelectMany((one, index) => dots.Skip(index + 1).Select(other => (one, other)));

    private static CalendarDay Day(DateOnly day, DueTone tone = DueTone.Meeting) => new(day, "Halvårssamtale 3", "Ingrid Solheim", "/", tone);

    private sealed record YearOfDays(int Year, CalendarDay[] Days);

    private static Arbitrary<YearOfDays> Years() => (
        from year in Gen.Choose(2015, 2045)
        from days in Gen.Choose(0, 364).ArrayOf(120)
        select new YearOfDays(year, [.. days.Select(day => Day(new DateOnly(year, 1, 1).AddDays(day)))])).ToArbitrary();
}
