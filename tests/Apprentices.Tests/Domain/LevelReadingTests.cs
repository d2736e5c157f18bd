using Apprentices.Domain;
using Apprentices.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

/// <summary>How the level of a goal comes about when several rate it, worked out by hand, and what is true of every set of ratings.</summary>
public sealed class LevelReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Guid Goal = Guid.CreateVersion7();
    private static readonly Guid Siv = Guid.CreateVersion7();
    private static readonly Guid Tor = Guid.CreateVersion7();
    private static readonly Guid Ali = Guid.CreateVersion7();

    [Fact]
    public void Without_ratings_there_is_no_level_and_no_dispute()
    {
        var reading = LevelReading.Of(Goal, [], Today);

        Assert.Equal((Level.NotBegun, LevelReason.NotRated, null, false, false), (reading.Level, reading.Reason, reading.Counts, reading.IsDisputed, reading.IsAgreed));
    }

    [Fact]
    public void The_newest_of_two_who_rate_counts_and_the_difference_is_said()
    {
        var reading = LevelReading.Of(Goal, [Given(Tor, Level.NeedsPractice, "2026-11-03"), Given(Siv, Level.Masters, "2026-11-12"), Given(Siv, Level.UnderWay, "2026-05-01")], Today);

        Assert.Equal((Level.Masters, LevelReason.Newest, Siv, true), (reading.Level, reading.Reason, reading.Counts!.RaterId, reading.IsDisputed));
        Assert.Equal([(Siv, Level.Masters), (Tor, Level.NeedsPractice)], reading.Latest.Select(rating => (rating.RaterId, rating.Level)));
    }

    [Fact]
    public void Of_a_days_ratings_the_one_entered_last_counts()
    {
        var first = Given(Siv, Level.Masters, "2026-11-12", hour: 8);
        var second = Given(Tor, Level.UnderWay, "2026-11-12", hour: 9);

        Assert.Equal(Level.UnderWay, LevelReading.Of(Goal, [second, first], Today).Level);
        Assert.Equal(Level.Masters, LevelReading.Of(Goal, [second, first with { At = second.At.AddHours(1) }], Today).Level);
    }

    [Theory]
    [InlineData(Level.UnderWay, Level.NeedsPractice, false)] // one step, both below
    [InlineData(Level.NeedsPractice, Level.Masters, true)] // one step, across mastering
    [InlineData(Level.Masters, Level.MastersIndependently, false)] // one step, both mastered
    [InlineData(Level.NotBegun, Level.NeedsPractice, true)] // two steps below
    [InlineData(Level.NotBegun, Level.UnderWay, false)]
    [InlineData(Level.Masters, Level.Masters, false)]
    public void Two_see_it_differently_from_two_steps_on_or_where_mastering_lies_between(Level one, Level other, bool disputed)
    {
        Assert.Equal(disputed, Reading(one, other).IsDisputed);
        Assert.Equal(disputed, Reading(other, one).IsDisputed);

        static LevelReading Reading(Level siv, Level tor) => LevelReading.Of(Goal, [Given(Siv, siv, "2026-11-12"), Given(Tor, tor, "2026-11-03")], Today);
    }

    [Fact]
    public void A_rating_older_than_180_days_tells_of_how_it_was_and_disputes_nothing()
    {
        Assert.True(Reading(180).IsDisputed);
        Assert.False(Reading(181).IsDisputed);

        static LevelReading Reading(int daysAgo) => LevelReading.Of(
            Goal, [Given(Siv, Level.Masters, "2026-11-20"), Given(Tor, Level.UnderWay, Today.AddDays(-daysAgo).ToString("O"))], Today);
    }

    [Fact]
    public void What_one_said_before_she_changed_her_mind_is_no_dispute()
    {
        var reading = LevelReading.Of(Goal, [Given(Siv, Level.UnderWay, "2026-10-01"), Given(Siv, Level.Masters, "2026-11-12"), Given(Tor, Level.Masters, "2026-11-01")], Today);

        Assert.False(reading.IsDisputed);
        Assert.True(reading.IsAgreed);
    }

    [Fact]
    public void Of_three_any_two_may_see_it_differently()
    {
        var reading = LevelReading.Of(Goal, [Given(Siv, Level.Masters, "2026-11-12"), Given(Ali, Level.Masters, "2026-11-10"), Given(Tor, Level.UnderWay, "2026-11-01")], Today);

        Assert.True(reading.IsDisputed);
        Assert.False(reading.IsAgreed);
    }

    [Fact]
    public void A_goal_that_follows_two_others_counts_by_the_lower_until_it_is_rated_itself()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        RatingRead[] former =
        [
            Given(Siv, Level.MastersIndependently, "2026-08-01") with { GoalId = one },
            Given(Siv, Level.NeedsPractice, "2026-06-01") with { GoalId = one },
            Given(Tor, Level.UnderWay, "2026-07-01") with { GoalId = other },
        ];

        var before = LevelReading.Of(Goal, former, Today, new LevelTakenOver(Level.UnderWay, new(2026, 8, 1)));
        Assert.Equal((Level.UnderWay, LevelReason.OfThoseItFollows, other, false), (before.Level, before.Reason, before.Counts!.GoalId, before.IsDisputed));
        Assert.Equal([other, one], before.Former.Select(rating => rating.GoalId));

        var after = LevelReading.Of(Goal, [.. former, Given(Siv, Level.Masters, "2026-11-12")], Today, new LevelTakenOver(Level.Masters, new(2026, 11, 12)));
        Assert.Equal((Level.Masters, LevelReason.OneRater, Goal, false), (after.Level, after.Reason, after.Counts!.GoalId, after.IsDisputed));
    }

    [Fact]
    public void The_order_in_which_ratings_of_distinct_days_are_entered_never_changes_the_reading() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Arb.From(Gen.Choose(0, 4).Two().ArrayOf()), Arb.From(Gen.Choose(0, int.MaxValue)), (given, seed) =>
        {
            Guid[] raters = [Siv, Tor, Ali];
            var ratings = given.Select((pair, place) => (Level: (Level)pair.Item1, RaterId: raters[pair.Item2 % 3], On: Today.AddDays(-3 * (place + 1)))).ToList();
            var shuffled = ratings.OrderBy(rating => (rating.On.DayNumber * 7919L) ^ seed).ToList();

            var (inOrder, other) = (Enter(ratings), Enter(shuffled));

            Assert.Equal(Said(inOrder.Reading), Said(other.Reading));
            Assert.Equal((inOrder.Level, inOrder.DocumentedOn), (other.Level, other.DocumentedOn));

            // And it is the level the plan keeps.
            Assert.Equal(inOrder.Level, inOrder.Reading.Level);
        }));

    /// <summary>Enters them one after the other, an hour between, as the plan takes them in.</summary>
    private static (LevelReading Reading, Level Level, DateOnly? DocumentedOn) Enter(List<(Level Level, Guid RaterId, DateOnly On)> ratings)
    {
        var goal = Example.Apprenticeship(new(2024, 8, 15), new(2026, 12, 31), goals: 1).Plan[0];
        var at = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        for (var place = 0; place < ratings.Count; place++)
        {
            goal.Rate(ratings[place].Level, null, ratings[place].On, ratings[place].RaterId, at.AddHours(place), Today);
        }

        var read = goal.Ratings.Select(rating => new RatingRead(Goal, rating.Level, rating.RatedOn, rating.RatedAt, rating.RatedById)).ToList();
        return (LevelReading.Of(Goal, read, Today), goal.Level, goal.DocumentedOn);
    }

    private static string Said(LevelReading reading) =>
        $"{reading.Level} {reading.Reason} {reading.IsDisputed} {reading.IsAgreed} {string.Join(", ", reading.Latest.Select(rating => $"{rating.RaterId} {rating.Level} {rating.On}"))}";

    private static RatingRead Given(Guid by, Level level, string on, int hour = 12)
    {
        var day = DateOnly.ParseExact(on, "O");
        return new RatingRead(Goal, level, day, new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.Zero), by);
    }
}
