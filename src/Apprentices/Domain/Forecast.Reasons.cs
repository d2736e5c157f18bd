namespace Apprentices.Domain;

/// <summary>What a forecast rests on.</summary>
public enum ForecastReasonKind
{
    /// <summary>So many goals of so many are documented.</summary>
    Documented,

    /// <summary>So many goals were documented since a day, which is so many a month.</summary>
    Pace,

    /// <summary>Nothing was documented since a day.</summary>
    NoPace,

    /// <summary>So many days away were not counted.</summary>
    AwayBehind,

    /// <summary>So many goals are left, which take so many days of training at that pace.</summary>
    Left,

    /// <summary>So many days away, which are known already, lie ahead and make it later.</summary>
    AwayAhead,

    /// <summary>She is away since, or will be from, a day, and nobody knows until when.</summary>
    OpenBreak,

    /// <summary>So many days of training are behind her; so many are needed before anything can be said.</summary>
    TooEarly,

    /// <summary>So many goals have a log and nobody has rated them.</summary>
    LoggedNotRated,

    /// <summary>The county is asked for another last day, and has not answered.</summary>
    WaitingForCounty,
}

/// <summary>One line of the reasons: which, the numbers in it, and a day.</summary>
public sealed record ForecastReason(ForecastReasonKind Kind, int Number = 0, int Of = 0, DateOnly? On = null);

/// <content>Why it says what it says.</content>
public sealed partial record Forecast
{
    private IEnumerable<ForecastReason> ReasonsFrom(ForecastFacts facts, TrainingTime time)
    {
        if (State == ForecastState.NoGoals)
        {
            yield break;
        }

        yield return new(ForecastReasonKind.Documented, Documented, Total);
        if (State == ForecastState.TooEarly)
        {
            yield return new(ForecastReasonKind.TooEarly, (int)(time.Between(facts.StartsOn, Today) / TrainingTime.Day), LeastWeeks * 7, KnownFromOn);
            if (AwayDays(time, facts.StartsOn, Today) is > 0 and var behind)
            {
                yield return new(ForecastReasonKind.AwayBehind, behind);
            }
        }

        if (Pace is { } pace)
        {
            yield return new(pace.Goals == 0 ? ForecastReasonKind.NoPace : ForecastReasonKind.Pace, pace.Goals, On: pace.FromOn);
            if (AwayDays(time, pace.FromOn, Today) is > 0 and var behind)
            {
                yield return new(ForecastReasonKind.AwayBehind, behind);
            }

            if (pace.Goals > 0)
            {
                yield return new(ForecastReasonKind.Left, Total - Documented, (int)((pace.For(Total - Documented) + TrainingTime.Day - 1) / TrainingTime.Day));
            }
        }

        if (State == ForecastState.Day && AwayDays(time, Today.AddDays(1), On!.Value) is > 0 and var ahead)
        {
            yield return new(ForecastReasonKind.AwayAhead, ahead);
        }

        if (State is ForecastState.OpenBreak or ForecastState.TooEarly && facts.Away.Where(away => away is { EndsOn: null }).ToList() is { Count: > 0 } open)
        {
            yield return new(ForecastReasonKind.OpenBreak, On: open.Min(away => away.StartsOn));
        }

        if (State != ForecastState.Done && facts.Goals.Count(goal => goal is { IsLogged: true, IsRated: false }) is > 0 and var unrated)
        {
            yield return new(ForecastReasonKind.LoggedNotRated, unrated);
        }

        if (facts.ProposedEndsOn is { } proposed)
        {
            yield return new(ForecastReasonKind.WaitingForCounty, On: proposed);
        }
    }

    /// <summary>How many days of those between two, both counted, are not training; what is partly away counts by its part, rounded up.</summary>
    private static int AwayDays(TrainingTime time, DateOnly from, DateOnly to) =>
        (int)((((to.DayNumber - from.DayNumber + 1L) * TrainingTime.Day) - time.Between(from, to) + TrainingTime.Day - 1) / TrainingTime.Day);
}
