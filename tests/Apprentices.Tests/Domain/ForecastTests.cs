using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>
/// Forecasts worked out by hand. Unless a test says otherwise the training lasts the years 2025 and 2026 and today is 31 March
/// 2026: 1 October to 31 March are 31 + 30 + 31 + 31 + 28 + 31 = 182 days, 26 weeks.
/// </summary>
public sealed partial class ForecastTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);
    private static readonly DateOnly End = new(2026, 12, 31);
    private static readonly DateOnly Today = new(2026, 3, 31);

    /// <summary>Eight of fifteen: three before October and five in the 26 weeks.</summary>
    private static readonly DateOnly[] EightDocumented =
        [new(2025, 5, 1), new(2025, 7, 30), new(2025, 7, 31), new(2025, 10, 1), new(2025, 10, 20), new(2026, 2, 2), new(2026, 3, 1), new(2026, 3, 31)];

    /// <summary>From 1 November to 1 January: 30 + 31 + 1 = 62 days.</summary>
    private static readonly Away Leave = new(new(2025, 11, 1), new(2026, 1, 1), 100);

    /// <summary>
    /// 5 goals in 182 days, 7 left: 7 × 182 / 5 = 254.8 days of training, so the 255th day from tomorrow. April to November are
    /// 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 = 244, and 11 more give 11 December. That is 20 days before 31 December, and 31 + 30 +
    /// 11 = 72 after 30 September, three months before it. A month has 365.25 / 12 = 30.4375 days: 5 × 30.4375 / 182 = 0.836.
    /// </summary>
    [Fact]
    public void The_goals_that_are_left_take_as_long_as_those_of_the_last_26_weeks_took()
    {
        var forecast = Forecast.For(Facts());

        Assert.Equal((ForecastState.Day, new DateOnly(2026, 12, 11)), (forecast.State, forecast.On));
        Assert.Equal((new DateOnly(2026, 9, 30), -20, 72, false), (forecast.TestFromOn, forecast.DaysAfterEnd, forecast.DaysAfterTestFrom, forecast.IsAfterTheEnd));
        Assert.Equal((5, new DateOnly(2025, 10, 1), false), (forecast.Pace!.Goals, forecast.Pace.FromOn, forecast.Pace.IsSinceStart));
        Assert.Equal(0.836m, Math.Round(forecast.Pace.PerMonth, 3));
        Assert.Equal(
            [
                new ForecastReason(ForecastReasonKind.Documented, 8, 15),
                new(ForecastReasonKind.Pace, 5, On: new(2025, 10, 1)),
                new(ForecastReasonKind.Left, 7, 255),
                new(ForecastReasonKind.LoggedNotRated, 3),
            ],
            forecast.Reasons);
    }

    /// <summary>
    /// The 62 days are no training, so 26 weeks of it reach 62 days further back: 1 October less 31 (September 30, August 1) is 31
    /// August, less 31 more 31 July. What was documented on that day counts, on the day before not: 6 goals in 182 days. 7 × 182 / 6
    /// = 212.3, so the 213th day: April to September are 183, and 30 more give 30 October. The training ends 62 days later than
    /// 31 December (31 + 28 + 3): 3 March 2027. From 30 October to it: 1 + 30 + 31 + 31 + 28 + 3 = 124 days; to 3 December: 1 + 30 + 3 = 34.
    /// </summary>
    [Fact]
    public void A_leave_of_62_days_is_left_out_of_the_pace()
    {
        var forecast = Forecast.For(Facts(Leave) with { EndsOn = new(2027, 3, 3) });

        Assert.Equal(new DateOnly(2026, 10, 30), forecast.On);
        Assert.Equal((-124, -34), (forecast.DaysAfterEnd, forecast.DaysAfterTestFrom));
        Assert.Equal((6, new DateOnly(2025, 7, 31)), (forecast.Pace!.Goals, forecast.Pace.FromOn));
        Assert.Contains(new ForecastReason(ForecastReasonKind.AwayBehind, 62), forecast.Reasons);
    }

    /// <summary>
    /// Half of 62 days is 31 days of training and 31 away. 26 weeks reach 31 days further back, to 31 August; nothing was documented
    /// in September, so it is 5 goals in 182 days again, and 11 December.
    /// </summary>
    [Fact]
    public void Of_a_leave_of_half_the_time_half_the_days_are_left_out()
    {
        var forecast = Forecast.For(Facts(Leave with { Percent = 50 }));

        Assert.Equal((5, new DateOnly(2025, 8, 31)), (forecast.Pace!.Goals, forecast.Pace.FromOn));
        Assert.Equal(new DateOnly(2026, 12, 11), forecast.On);
        Assert.Contains(new ForecastReason(ForecastReasonKind.AwayBehind, 31), forecast.Reasons);
    }

    /// <summary>62 days from tomorrow, 1 April to 1 June, are none of the 255: 11 December and 62 days (20 + 31 + 11) is 11 February.</summary>
    [Fact]
    public void A_leave_that_begins_tomorrow_moves_the_day_by_its_days()
    {
        var forecast = Forecast.For(Facts(new Away(new(2026, 4, 1), new(2026, 6, 1), 100)));

        Assert.Equal((new DateOnly(2027, 2, 11), 42, true), (forecast.On, forecast.DaysAfterEnd, forecast.IsAfterTheEnd));
        Assert.Contains(new ForecastReason(ForecastReasonKind.AwayAhead, 62), forecast.Reasons);
        Assert.DoesNotContain(forecast.Reasons, reason => reason.Kind == ForecastReasonKind.AwayBehind);
    }

    /// <summary>
    /// At half the time the 62 days hold 31 of the 254.8 days of training; 223.8 are left, 224 days after 1 June: 29 + 31 + 31 + 30 +
    /// 31 + 30 + 31 = 213 to the end of December, and 11 more: 11 January.
    /// </summary>
    [Fact]
    public void A_leave_of_half_the_time_that_begins_tomorrow_moves_the_day_by_half_its_days()
    {
        var forecast = Forecast.For(Facts(new Away(new(2026, 4, 1), new(2026, 6, 1), 50)));

        Assert.Equal(new DateOnly(2027, 1, 11), forecast.On);
        Assert.Contains(new ForecastReason(ForecastReasonKind.AwayAhead, 31), forecast.Reasons);
    }

    [Fact]
    public void While_nobody_knows_when_a_leave_ends_there_is_no_day()
    {
        var forecast = Forecast.For(Facts(new Away(new(2026, 3, 20), null, 100)));

        Assert.Equal((ForecastState.OpenBreak, null), (forecast.State, forecast.On));
        Assert.Contains(new ForecastReason(ForecastReasonKind.OpenBreak, On: new(2026, 3, 20)), forecast.Reasons);
    }

    /// <summary>
    /// From tomorrow half of each day is left: 254.8 days of training take 509.6, so the 510th day. To the end of 2026: 275 days;
    /// January to July: 31 + 28 + 31 + 30 + 31 + 30 + 31 = 212, together 487; 23 more give 23 August 2027. 510 / 2 = 255 days away.
    /// </summary>
    [Fact]
    public void With_an_open_leave_of_half_the_time_it_goes_on_at_half_the_pace()
    {
        var forecast = Forecast.For(Facts(new Away(new(2026, 4, 1), null, 50)));

        Assert.Equal((ForecastState.Day, new DateOnly(2027, 8, 23)), (forecast.State, forecast.On));
        Assert.Contains(new ForecastReason(ForecastReasonKind.AwayAhead, 255), forecast.Reasons);
    }

    [Fact]
    public void An_open_leave_that_begins_after_the_day_does_not_matter() =>
        Assert.Equal(new DateOnly(2026, 12, 11), Forecast.For(Facts(new Away(new(2026, 12, 12), null, 100))).On);

    /// <summary>5 February to 31 March are 24 + 31 = 55 days, one less than eight weeks; tomorrow it is 56, with 1 goal: 14 × 56 = 784 days.</summary>
    [Fact]
    public void With_less_than_eight_weeks_behind_her_it_is_too_early_to_say()
    {
        var facts = FactsOf(new(2026, 2, 5), new(2028, 2, 4), Today, [new(2026, 3, 1)]);
        var early = Forecast.For(facts);
        var tomorrow = Forecast.For(facts with { Today = Today.AddDays(1) });

        Assert.Equal((ForecastState.TooEarly, null, Today.AddDays(1)), (early.State, early.On, early.KnownFromOn));
        Assert.Contains(new ForecastReason(ForecastReasonKind.TooEarly, 55, 56, Today.AddDays(1)), early.Reasons);
        Assert.Equal((ForecastState.Day, Today.AddDays(1 + 784), true), (tomorrow.State, tomorrow.On, tomorrow.Pace!.IsSinceStart));
    }

    [Fact]
    public void Without_a_goal_in_26_weeks_there_is_no_pace_and_no_day()
    {
        var forecast = Forecast.For(Facts() with { Goals = GoalsOf([.. EightDocumented.Take(3)]) });

        Assert.Equal((ForecastState.NoPace, null), (forecast.State, forecast.On));
        Assert.Contains(new ForecastReason(ForecastReasonKind.NoPace, 0, On: new(2025, 10, 1)), forecast.Reasons);
    }

    [Fact]
    public void Where_all_is_documented_the_day_is_the_one_it_happened()
    {
        var forecast = Forecast.For(Facts() with { Goals = [.. GoalsOf(EightDocumented).Where(goal => goal.DocumentedOn is not null)] });

        Assert.Equal((ForecastState.Done, new DateOnly(2026, 3, 31)), (forecast.State, forecast.On));
    }

    /// <summary>
    /// 1 September to 29 February are 30 + 31 + 30 + 31 + 31 + 29 = 182 days, with 2 of 4 goals. The other 2 take 182 more: March to
    /// August are 184, two less is 29 August. Three months before 31 May is 29 February.
    /// </summary>
    [Fact]
    public void A_29_February_is_a_day_like_any_other()
    {
        var goals = GoalsOf([new(2023, 9, 1), new(2024, 2, 29)], total: 4);
        var forecast = Forecast.For(new ForecastFacts(new(2023, 9, 1), new(2024, 5, 31), [], goals, new(2024, 2, 29)));

        Assert.Equal((2, new DateOnly(2024, 8, 29)), (forecast.Pace!.Goals, forecast.On));
        Assert.Equal((new DateOnly(2024, 2, 29), 182, 90), (forecast.TestFromOn, forecast.DaysAfterTestFrom, forecast.DaysAfterEnd));
    }

    /// <summary>Who is away is away whether the county has answered or not; only the last day of the training waits for its answer.</summary>
    [Fact]
    public void The_county_moves_the_last_day_and_not_the_forecast()
    {
        var (waiting, consented) = (Example.Apprenticeship(Start, End), Example.Apprenticeship(Start, End));
        waiting.Interrupt(Leave.StartsOn, Leave.EndsOn, 100, countyConsentOn: null);
        consented.Interrupt(Leave.StartsOn, Leave.EndsOn, 100, countyConsentOn: new(2025, 10, 20));
        foreach (var record in new[] { waiting, consented })
        {
            foreach (var (goal, day) in record.Plan.Zip(EightDocumented))
            {
                goal.Rate(Level.Masters, null, day, Guid.CreateVersion7(), new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), Today);
            }
        }

        var (without, with) = (Forecast.For(ForecastFacts.Of(waiting, Today)), Forecast.For(ForecastFacts.Of(consented, Today)));

        Assert.Equal((new DateOnly(2026, 10, 30), End, -62), (without.On, without.EndsOn, without.DaysAfterEnd));
        Assert.Contains(new ForecastReason(ForecastReasonKind.WaitingForCounty, On: new(2027, 3, 3)), without.Reasons);
        Assert.Equal((new DateOnly(2026, 10, 30), new DateOnly(2027, 3, 3), -124), (with.On, with.EndsOn, with.DaysAfterEnd));
        Assert.DoesNotContain(with.Reasons, reason => reason.Kind == ForecastReasonKind.WaitingForCounty);
    }

    [Fact]
    public void Before_it_begins_after_it_ended_and_without_goals_nothing_is_forecast()
    {
        Assert.Equal(ForecastState.NotBegun, Forecast.For(Facts() with { Today = Start.AddDays(-1), Goals = GoalsOf([]) }).State);
        Assert.Equal(ForecastState.Ended, Forecast.For(Facts() with { Today = End.AddDays(1) }).State);
        Assert.Equal((ForecastState.NoGoals, 0), (Forecast.For(Facts() with { Goals = [] }).State, Forecast.For(Facts() with { Goals = [] }).Reasons.Count));
    }

    /// <summary>1 goal in 182 days, 25 left: 4,550 days, which is more than ten years.</summary>
    [Fact]
    public void A_day_more_than_ten_years_off_is_none() =>
        Assert.Equal((ForecastState.NotInSight, null), Forecast.For(Facts() with { Goals = GoalsOf([new(2026, 1, 5)], total: 26) }) is var forecast ? (forecast.State, forecast.On) : default);

    private static ForecastFacts Facts(params Away[] away) => FactsOf(Start, End, Today, EightDocumented, away);

    private static ForecastFacts FactsOf(DateOnly start, DateOnly end, DateOnly today, DateOnly[] documented, params Away[] away) =>
        new(start, end, away, GoalsOf(documented), today);

    /// <summary>So many goals; of those that are not documented the first three have a log.</summary>
    private static IReadOnlyList<ForecastGoal> GoalsOf(DateOnly[] documented, int total = 15) =>
    [
        .. Enumerable.Range(0, total).Select(place => new ForecastGoal(
            Guid.CreateVersion7(), Start.AddMonths(place + 1), place < documented.Length ? documented[place] : null,
            place < documented.Length + 3, place < documented.Length)),
    ];
}
