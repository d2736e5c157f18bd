using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

public sealed class MeetingDaysTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-21", "2026-11-23")]
    [InlineData("2026-04-02", "2026-04-07")]
    [InlineData("2026-05-14", "2026-05-15")]
    [InlineData("2025-05-17", "2025-05-19")]
    [InlineData("2027-05-15", "2027-05-18")]
    [InlineData("2026-12-25", "2026-12-28")]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2027-01-01", "2027-01-04")]
    [InlineData("2026-07-01", "2026-08-03")]
    [InlineData("2027-07-31", "2027-08-02")]
    public void A_meeting_that_may_wait_is_moved_to_the_next_day_that_suits(string day, string moved) =>
        Assert.Equal(Day(moved), MeetingDays.OnOrAfter(Day(day), SummerClosure.Default));

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-22", "2026-11-20")]
    [InlineData("2026-04-06", "2026-04-01")]
    [InlineData("2026-05-14", "2026-05-13")]
    [InlineData("2027-05-17", "2027-05-14")]
    [InlineData("2026-12-27", "2026-12-24")]
    [InlineData("2027-01-01", "2026-12-31")]
    [InlineData("2028-01-02", "2027-12-31")]
    [InlineData("2026-07-31", "2026-06-30")]
    [InlineData("2028-07-31", "2028-06-30")]
    [InlineData("2029-07-15", "2029-06-29")]
    [InlineData("2026-08-02", "2026-06-30")]
    public void A_meeting_that_may_not_wait_is_moved_to_the_last_day_before_that_suits(string day, string moved) =>
        Assert.Equal(Day(moved), MeetingDays.OnOrBefore(Day(day), SummerClosure.Default));

    [Fact]
    public void Without_a_closure_a_meeting_is_held_in_July()
    {
        Assert.Equal(new(2026, 7, 15), MeetingDays.OnOrAfter(new(2026, 7, 15), closure: null));
        Assert.Equal(new(2026, 7, 31), MeetingDays.OnOrBefore(new(2026, 8, 2), closure: null));
    }

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-31", true)]
    [InlineData("2026-08-01", false)]
    public void The_closure_is_all_of_July_unless_the_house_says_otherwise(string day, bool closed) =>
        Assert.Equal(closed, SummerClosure.Default.Contains(Day(day)));

    [Theory]
    [InlineData("2026-12-20", false)]
    [InlineData("2026-12-21", true)]
    [InlineData("2027-01-05", true)]
    [InlineData("2027-01-06", false)]
    [InlineData("2026-07-15", false)]
    public void A_closure_may_reach_over_New_Years_Eve(string day, bool closed) =>
        Assert.Equal(closed, new SummerClosure(12, 21, 1, 5).Contains(Day(day)));

    [Fact]
    public void A_closure_of_the_whole_year_closes_nothing() =>
        Assert.Equal(new(2026, 11, 23), MeetingDays.OnOrAfter(new(2026, 11, 21), new SummerClosure(1, 1, 12, 31)));

    [Fact]
    public void The_day_found_suits_lies_on_the_right_side_and_no_nearer_one_does() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases(), asked =>
        {
            var after = MeetingDays.OnOrAfter(asked.Day, asked.Closure);
            var before = MeetingDays.OnOrBefore(asked.Day, asked.Closure);
            return Suits(after, asked.Closure)
                && Suits(before, asked.Closure)
                && before <= asked.Day && asked.Day <= after
                && !DaysBetween(before, after).Any(day => day != before && day != after && Suits(day, asked.Closure));
        }));

    private sealed record Asked(DateOnly Day, SummerClosure? Closure);

    private static Arbitrary<Asked> Cases()
    {
        var cases =
            from day in Gen.Choose(new DateOnly(2015, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
            from closed in Gen.Choose(0, 3)
            from fromMonth in Gen.Choose(1, 12)
            from fromDay in Gen.Choose(1, 28)
            from months in Gen.Choose(0, 2)
            from toDay in Gen.Choose(1, 28)
            select new Asked(DateOnly.FromDayNumber(day), closed switch
            {
                0 => null,
                1 => SummerClosure.Default,
                _ => new SummerClosure(fromMonth, fromDay, ((fromMonth + months - 1) % 12) + 1, months == 0 ? Math.Max(fromDay, toDay) : toDay),
            });
        return cases.ToArbitrary();
    }

    private static bool Suits(DateOnly day, SummerClosure? closure) => WorkingDays.IsWorkingDay(day) && closure?.Contains(day) != true;

    private static IEnumerable<DateOnly> DaysBetween(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
