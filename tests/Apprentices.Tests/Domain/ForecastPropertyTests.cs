using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

/// <summary>What is true of every forecast, whatever was documented when and whoever was away.</summary>
public sealed class ForecastPropertyTests
{
    private static readonly DateOnly Start = new(2023, 9, 1);

    /// <summary>A training in days from its first: its length, the day it is looked at, the days away, when goals were expected and documented.</summary>
    private sealed record Story(int Length, int Today, (int From, int Days, int Percent, bool IsOpen)[] Away, (int Expected, int? Documented)[] Goals, int Number)
    {
        public ForecastFacts Facts => new(
            Start, Start.AddDays(Length),
            [.. Away.Select(away => new Away(Start.AddDays(away.From), away.IsOpen ? null : Start.AddDays(away.From + away.Days), away.Percent))],
            [.. Goals.Select(goal => new ForecastGoal(Guid.CreateVersion7(), Start.AddDays(goal.Expected), goal.Documented is { } on ? Start.AddDays(on) : null, false, false))],
            Start.AddDays(Today));

        public DateOnly TodayIs => Start.AddDays(Today);
    }

    private static readonly Arbitrary<Story> Stories = (
        from length in Gen.Choose(180, 1_500)
        from today in Gen.Choose(0, length)
        from away in (
            from start in Gen.Choose(0, length)
            from days in Gen.Choose(0, 200)
            from percent in Gen.Elements(100, 100, 50, 33)
            from isOpen in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (start, days, percent, isOpen)).ArrayOf()
        from goals in (
            from expected in Gen.Choose(1, length)
            from documented in Gen.Frequency((2, Gen.Choose(0, today).Select(day => (int?)day)), (1, Gen.Constant((int?)null)))
            select (expected, documented)).ArrayOf()
        from number in Gen.Choose(0, 100_000)
        select new Story(length, today, [.. away.Take(3)], [.. goals.Take(25)], number)).ToArbitrary();

    [Fact]
    public void More_documented_never_gives_a_later_day() => Holds(story =>
    {
        var open = story.Goals.ToList().FindIndex(goal => goal.Documented is null);
        if (open < 0)
        {
            return;
        }

        var more = story with { Goals = [.. story.Goals.Select((goal, place) => place == open ? goal with { Documented = story.Number % (story.Today + 1) } : goal)] };
        var (before, after) = (Forecast.For(story.Facts), Forecast.For(more.Facts));

        Assert.True(DayOf(after) <= DayOf(before), $"{before.On} became {after.On}");
        Assert.True(after.DaysBehind <= before.DaysBehind);
    });

    [Fact]
    public void A_break_that_is_over_leaves_everybody_where_she_would_stand_without_its_days() => Holds(story =>
    {
        var (from, days) = (1 + (story.Number % Math.Max(story.Today, 1)), 1 + (story.Number % 90));
        int Moved(int day) => day < from ? day : day + days;
        var (without, with) = (
            Forecast.For(story.Facts),
            Forecast.For(new Story(
                Moved(story.Length), Moved(story.Today),
                [.. story.Away.Select(away => (Moved(away.From), Moved(away.From + away.Days) - Moved(away.From), away.Percent, away.IsOpen)), (from, days - 1, 100, false)],
                [.. story.Goals.Select(goal => (Moved(goal.Expected), goal.Documented is { } on ? Moved(on) : (int?)null))], 0).Facts));
        if (from > story.Today || IsNearTheHorizon(without))
        {
            return;
        }

        var before = without.State == ForecastState.Done && without.On < Start.AddDays(from);
        Assert.Equal((without.State, without.On?.AddDays(before ? 0 : days)), (with.State, with.On));
        Assert.Equal((without.DaysBehind, without.Documented, without.Expected), (with.DaysBehind, with.Documented, with.Expected));
        Assert.Equal(without.Goals.Select(goal => goal.DaysLate), with.Goals.Select(goal => goal.DaysLate));
    });

    [Fact]
    public void A_break_that_is_over_never_makes_anybody_later_or_further_behind() => Holds(story =>
    {
        var from = story.Number % (story.Today + 1);
        var days = story.Number % (story.Today - from + 1);
        var (before, after) = (Forecast.For(story.Facts), Forecast.For((story with { Away = [.. story.Away, (from, days, 1 + (story.Number % 100), false)] }).Facts));

        Assert.True(Math.Max(after.DaysBehind, 0) <= Math.Max(before.DaysBehind, 0));
        Assert.All(before.Goals.Zip(after.Goals), pair => Assert.True(Math.Max(pair.Second.DaysLate ?? 0, 0) <= Math.Max(pair.First.DaysLate ?? 0, 0)));
        if (after.State != ForecastState.TooEarly)
        {
            Assert.True(DayOf(after) <= DayOf(before), $"{before.On} became {after.On}");
        }
    });

    [Fact]
    public void A_break_that_is_still_to_come_never_gives_an_earlier_day() => Holds(story =>
    {
        var ahead = (story.Today + 1 + (story.Number % 300), story.Number % 120, 1 + (story.Number % 100), story.Number % 7 == 0);
        var (before, after) = (Forecast.For(story.Facts), Forecast.For((story with { Away = [.. story.Away, ahead] }).Facts));

        Assert.True(DayOf(after) >= DayOf(before), $"{before.On} became {after.On}");
        Assert.Equal((before.Pace, before.Documented, before.Expected), (after.Pace, after.Documented, after.Expected));
        Assert.Equal(Math.Max(before.DaysBehind, 0), Math.Max(after.DaysBehind, 0));
    });

    [Fact]
    public void A_day_lies_ahead_and_is_a_day_of_training() => Holds(story =>
    {
        var forecast = Forecast.For(story.Facts);
        Assert.Equal(forecast.State is ForecastState.Day or ForecastState.Done, forecast.On is not null);
        if (forecast.State == ForecastState.Day)
        {
            Assert.True(forecast.On > story.TodayIs);
            Assert.True(new TrainingTime(Start, story.Facts.Away).On(forecast.On!.Value) > 0);
            Assert.InRange(forecast.Pace!.Training, Forecast.LeastWeeks * 700, Forecast.PaceWeeks * 700);
        }
    });

    [Fact]
    public void The_same_training_so_many_days_later_has_the_same_forecast_so_many_days_later() => Holds(story =>
    {
        var (days, facts) = (story.Number % 1_000, story.Facts);
        var later = new ForecastFacts(
            facts.StartsOn.AddDays(days), facts.EndsOn.AddDays(days),
            [.. facts.Away.Select(away => away with { StartsOn = away.StartsOn.AddDays(days), EndsOn = away.EndsOn?.AddDays(days) })],
            [.. facts.Goals.Select(goal => goal with { ExpectedOn = goal.ExpectedOn.AddDays(days), DocumentedOn = goal.DocumentedOn?.AddDays(days) })],
            facts.Today.AddDays(days));
        var (one, other) = (Forecast.For(facts), Forecast.For(later));
        if (!IsNearTheHorizon(one))
        {
            Assert.Equal((one.State, one.On?.AddDays(days), one.DaysBehind), (other.State, other.On, other.DaysBehind));
        }
    });

    private static DateOnly DayOf(Forecast forecast) => forecast.On ?? DateOnly.MaxValue;

    /// <summary>Ten years are 3,652 or 3,653 days, so what lies that far off may be seen or not.</summary>
    private static bool IsNearTheHorizon(Forecast forecast) =>
        forecast.State == ForecastState.NotInSight || forecast.On > forecast.Today.AddYears(Forecast.HorizonYears).AddDays(-100);

    private static void Holds(Action<Story> check) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Stories, check));
}
