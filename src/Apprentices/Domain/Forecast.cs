namespace Apprentices.Domain;

/// <summary>Whether there is a day to be said, and if not, why.</summary>
public enum ForecastState
{
    /// <summary>The plan has no goals.</summary>
    NoGoals,

    /// <summary>All goals are documented; the day is the one it happened.</summary>
    Done,

    /// <summary>The training is over, and goals are left.</summary>
    Ended,

    /// <summary>The training has not begun.</summary>
    NotBegun,

    /// <summary>There is too little training behind her to say anything.</summary>
    TooEarly,

    /// <summary>Nothing was documented in the time the pace is measured by.</summary>
    NoPace,

    /// <summary>She is away, or will be, and nobody knows until when.</summary>
    OpenBreak,

    /// <summary>At this pace it takes longer than <see cref="Forecast.HorizonYears"/> years.</summary>
    NotInSight,

    /// <summary>There is a day.</summary>
    Day,
}

/// <summary>One goal as a forecast counts it.</summary>
/// <param name="Id">The planned goal.</param>
/// <param name="ExpectedOn">The day by which it is expected.</param>
/// <param name="DocumentedOn">Since when she masters it; empty while she does not.</param>
/// <param name="IsLogged">Whether a log entry names it.</param>
/// <param name="IsRated">Whether anybody has rated it.</param>
public sealed record ForecastGoal(Guid Id, DateOnly ExpectedOn, DateOnly? DocumentedOn, bool IsLogged, bool IsRated);

/// <summary>What a forecast is made from: the contract's days, the days away, the goals that count, and the day it is made on.</summary>
/// <param name="StartsOn">The first day of the training.</param>
/// <param name="EndsOn">Its last day, with what the county has consented to.</param>
/// <param name="Away">The days away, consented to or not: who is away does not learn.</param>
/// <param name="Goals">The goals that count.</param>
/// <param name="Today">The day it is made on.</param>
public sealed record ForecastFacts(DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<Away> Away, IReadOnlyList<ForecastGoal> Goals, DateOnly Today)
{
    /// <summary>The last day if the county consents to what it is asked for; empty where nothing waits, or nothing would move.</summary>
    public DateOnly? ProposedEndsOn { get; init; }

    /// <summary>Those of a record. Needs its plan and its interruptions, and its entries where something waits for the county.</summary>
    public static ForecastFacts Of(Apprenticeship apprenticeship, DateOnly today) => new(
        apprenticeship.StartsOn, apprenticeship.EndsOn,
        [.. apprenticeship.Interruptions.Select(i => new Away(i.StartsOn, i.EndsOn, i.Percent))],
        [
            .. apprenticeship.Plan.Where(goal => goal.LeftOn is null).Select(goal => new ForecastGoal(
                goal.Id, goal.ExpectedOn, goal.Level >= Level.Masters ? goal.DocumentedOn ?? goal.RatedOn : null, goal.IsLogged, goal.RatedOn is not null)),
        ],
        today)
    {
        ProposedEndsOn = apprenticeship.IsWaitingForCounty && apprenticeship.State.ProposedPeriod.EndsOn is var ends && ends != apprenticeship.EndsOn ? ends : null,
    };
}

/// <summary>How fast goals were documented.</summary>
/// <param name="Goals">So many goals.</param>
/// <param name="Training">In so much training, in hundredths of a day.</param>
/// <param name="FromOn">The first day of the time it is measured in; the last is the day of the forecast.</param>
/// <param name="IsSinceStart">Whether that is the whole training so far.</param>
public sealed record ForecastPace(int Goals, long Training, DateOnly FromOn, bool IsSinceStart)
{
    /// <summary>Goals a month, a month being a twelfth of 365.25 days of training.</summary>
    public decimal PerMonth => Goals * 365.25m / 12 * TrainingTime.Day / Training;

    /// <summary>How much training so many goals take, in hundredths of a day, rounded up.</summary>
    public long For(int goals) => ((goals * Training) + Goals - 1) / Goals;
}

/// <summary>How one goal stands against its day.</summary>
/// <param name="Id">The planned goal.</param>
/// <param name="DaysLate">
/// Days of training by which it is late, or was; below zero: early. Empty while its day has not come and it is not documented.
/// </param>
public sealed record GoalLateness(Guid Id, int? DaysLate);

/// <summary>
/// Where a training stands against its plan, and the day by which all its goals will be documented if it goes on as it has gone
/// lately. A pure function: no clock, no database. A yardstick, not a deadline: nothing is overdue by it.
/// </summary>
public sealed partial record Forecast
{
    /// <summary>The pace is measured over so many weeks of training.</summary>
    public const int PaceWeeks = 26;

    /// <summary>With less training than so many weeks nothing is said.</summary>
    public const int LeastWeeks = 8;

    /// <summary>A day further off than so many years is none.</summary>
    public const int HorizonYears = 10;

    private const long PaceTraining = PaceWeeks * 7 * TrainingTime.Day;
    private const long LeastTraining = LeastWeeks * 7 * TrainingTime.Day;

    public required ForecastState State { get; init; }

    /// <summary>The day it was made on.</summary>
    public required DateOnly Today { get; init; }

    public required DateOnly EndsOn { get; init; }

    /// <summary>The day all goals will be documented, or were; empty where nobody can say.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Where it is too early: the day from which something can be said, as far as it is known.</summary>
    public DateOnly? KnownFromOn { get; init; }

    public required int Documented { get; init; }
    public required int Expected { get; init; }
    public required int Total { get; init; }

    /// <summary>Days of training by which the plan is ahead of her: since the next goal was expected. Below zero: she is ahead of the plan.</summary>
    public required int DaysBehind { get; init; }

    public required IReadOnlyList<GoalLateness> Goals { get; init; }

    /// <summary>Why, in the order one says it; numbers and days, which the screen makes sentences of.</summary>
    public IReadOnlyList<ForecastReason> Reasons { get; init; } = [];

    public ForecastPace? Pace { get; init; }

    /// <summary>From this day the final test can be held (opplæringsforskrifta § 9-55).</summary>
    public DateOnly TestFromOn => EndsOn.AddMonths(-DutySums.TestWindowMonths);

    /// <summary>Days from the last day of the training to the day; below zero: before it.</summary>
    public int? DaysAfterEnd => On?.DayNumber - EndsOn.DayNumber;

    /// <summary>Days from the first day the test can be held to the day; below zero: before it.</summary>
    public int? DaysAfterTestFrom => On?.DayNumber - TestFromOn.DayNumber;

    /// <summary>Whether the day lies after the last day of the training.</summary>
    public bool IsAfterTheEnd => State == ForecastState.Day && DaysAfterEnd > 0;

    public static Forecast For(ForecastFacts facts)
    {
        var time = new TrainingTime(facts.StartsOn, facts.Away);
        var until = facts.Today < facts.EndsOn ? facts.Today : facts.EndsOn;
        var documented = facts.Goals.Count(goal => goal.DocumentedOn <= facts.Today);
        var standing = new Forecast
        {
            State = ForecastState.Day,
            Today = facts.Today,
            EndsOn = facts.EndsOn,
            Documented = documented,
            Expected = facts.Goals.Count(goal => goal.ExpectedOn <= facts.Today),
            Total = facts.Goals.Count,
            DaysBehind = DaysBehindOf(facts, time, documented, until),
            Goals = [.. facts.Goals.Select(goal => new GoalLateness(goal.Id, DaysLate(goal, time, facts.Today, until)))],
        };
        var said = standing.WithDay(facts, time);
        return said with { Reasons = [.. said.ReasonsFrom(facts, time)] };
    }

    private Forecast WithDay(ForecastFacts facts, TrainingTime time)
    {
        var left = Total - Documented;
        if (Total == 0 || left == 0 || Today > EndsOn || Today < facts.StartsOn)
        {
            return this with
            {
                State = Total == 0 ? ForecastState.NoGoals : left == 0 ? ForecastState.Done : Today > EndsOn ? ForecastState.Ended : ForecastState.NotBegun,
                On = left == 0 ? facts.Goals.Max(goal => goal.DocumentedOn) : null,
            };
        }

        var horizon = Today.AddYears(HorizonYears);
        var trained = time.Between(facts.StartsOn, Today);
        if (trained < LeastTraining)
        {
            return this with { State = ForecastState.TooEarly, KnownFromOn = time.Forward(Today, LeastTraining - trained, horizon) };
        }

        var from = time.Back(Today, PaceTraining);
        var pace = new ForecastPace(
            facts.Goals.Count(goal => goal.DocumentedOn >= from && goal.DocumentedOn <= Today), Math.Min(trained, PaceTraining), from, trained <= PaceTraining);
        if (pace.Goals == 0)
        {
            return this with { State = ForecastState.NoPace, Pace = pace };
        }

        var on = time.Forward(Today, pace.For(left), horizon);
        var state = on is not null ? ForecastState.Day : time.On(horizon) == 0 ? ForecastState.OpenBreak : ForecastState.NotInSight;
        return this with { State = state, On = on, Pace = pace };
    }

    private static int? DaysLate(ForecastGoal goal, TrainingTime time, DateOnly today, DateOnly until) =>
        goal.DocumentedOn is { } on && on <= today ? Between(time, goal.ExpectedOn, on)
        : goal.ExpectedOn <= until ? time.DaysAfter(goal.ExpectedOn, until)
        : null;

    /// <summary>As many goals as are documented were expected by some day, the next one by a later day: she stands between the two.</summary>
    private static int DaysBehindOf(ForecastFacts facts, TrainingTime time, int documented, DateOnly until)
    {
        var expected = facts.Goals.Select(goal => goal.ExpectedOn).Order().ToList();
        return documented < expected.Count && expected[documented] <= until ? time.DaysAfter(expected[documented], until)
            : documented > 0 && expected[documented - 1] > until ? -time.DaysAfter(until, expected[documented - 1])
            : 0;
    }

    private static int Between(TrainingTime time, DateOnly from, DateOnly to) => to >= from ? time.DaysAfter(from, to) : -time.DaysAfter(to, from);
}
