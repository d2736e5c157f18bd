using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>A forecast and its reasons in words. To the apprentice herself it says «you».</summary>
public static class ForecastWords
{
    /// <summary>The one sentence.</summary>
    public static string Sentence(Forecast forecast, bool isOwn) => forecast.State switch
    {
        ForecastState.Day => Texts.Format(isOwn ? ForecastTexts.DayOwn : ForecastTexts.Day, Day(forecast.On)),
        ForecastState.Done => Texts.Format(ForecastTexts.Done, Day(forecast.On)),
        ForecastState.Ended => Texts.Format(ForecastTexts.Ended, forecast.Total - forecast.Documented, forecast.Total),
        ForecastState.NotBegun => ForecastTexts.NotBegun,
        ForecastState.TooEarly => ForecastTexts.TooEarly,
        ForecastState.NoPace => ForecastTexts.NoPace,
        ForecastState.OpenBreak => ForecastTexts.OpenBreak,
        ForecastState.NotInSight => Texts.Format(ForecastTexts.NotInSight, Forecast.HorizonYears),
        _ => ForecastTexts.NoGoals,
    };

    /// <summary>The same in as few words as a list has room for.</summary>
    public static string Short(Forecast forecast) => forecast.State switch
    {
        ForecastState.Day => Day(forecast.On),
        ForecastState.Done => Texts.Format(ForecastTexts.ShortDone, Day(forecast.On)),
        ForecastState.TooEarly or ForecastState.NotBegun => ForecastTexts.ShortTooEarly,
        ForecastState.NoPace => ForecastTexts.ShortNoPace,
        ForecastState.OpenBreak => ForecastTexts.ShortOpenBreak,
        ForecastState.NotInSight => Texts.Format(ForecastTexts.ShortNotInSight, Forecast.HorizonYears),
        _ => "–",
    };

    /// <summary>How the day lies to the end of the training and to the final test; empty where there is no day ahead.</summary>
    public static string? Against(Forecast forecast, bool isOwn) => forecast is { State: ForecastState.Day, DaysAfterEnd: { } days }
        ? $"{AgainstEnd(forecast, days, isOwn)} {Test(forecast)}"
        : null;

    /// <summary>The same against the end of the training alone, for a list.</summary>
    public static string? ShortAgainst(Forecast forecast) => forecast is { State: ForecastState.Day, DaysAfterEnd: { } days }
        ? days == 0 ? ForecastTexts.ShortOnEnd : Texts.Format(days > 0 ? ForecastTexts.ShortAfterEnd : ForecastTexts.ShortBeforeEnd, Span(Math.Abs(days)))
        : null;

    private static string AgainstEnd(Forecast forecast, int days, bool isOwn) => days switch
    {
        0 => Texts.Format(ForecastTexts.OnEnd, Day(forecast.EndsOn)),
        > 0 => Texts.Format(isOwn ? ForecastTexts.AfterEndOwn : ForecastTexts.AfterEnd, Span(days), Day(forecast.EndsOn)),
        _ => Texts.Format(isOwn ? ForecastTexts.BeforeEndOwn : ForecastTexts.BeforeEnd, Span(-days), Day(forecast.EndsOn)),
    };

    /// <summary>One reason.</summary>
    public static string Of(ForecastReason reason, Forecast forecast) => reason.Kind switch
    {
        ForecastReasonKind.Documented => Texts.Format(ForecastTexts.WhyDocumented, reason.Number, reason.Of, forecast.Expected),
        ForecastReasonKind.Pace => Texts.Format(
            forecast.Pace!.IsSinceStart ? ForecastTexts.WhyPaceSinceStart : ForecastTexts.WhyPace,
            Goals(reason.Number), forecast.Pace.PerMonth.ToString("0.0", CultureInfo.CurrentCulture), Forecast.PaceWeeks, Day(reason.On)),
        ForecastReasonKind.NoPace => Texts.Format(
            forecast.Pace!.IsSinceStart ? ForecastTexts.WhyNoPaceSinceStart : ForecastTexts.WhyNoPace, Forecast.PaceWeeks, Day(reason.On)),
        ForecastReasonKind.AwayBehind => Texts.Count(reason.Number, ForecastTexts.WhyAwayBehindOne, ForecastTexts.WhyAwayBehind),
        ForecastReasonKind.Left => Texts.Format(ForecastTexts.WhyLeft, Goals(reason.Number), reason.Of),
        ForecastReasonKind.AwayAhead => Texts.Count(reason.Number, ForecastTexts.WhyAwayAheadOne, ForecastTexts.WhyAwayAhead),
        ForecastReasonKind.OpenBreak => Texts.Format(reason.On > forecast.Today ? ForecastTexts.WhyOpenBreakAhead : ForecastTexts.WhyOpenBreak, Day(reason.On)),
        ForecastReasonKind.TooEarly => reason.On is { } on
            ? Texts.Format(ForecastTexts.WhyTooEarly, reason.Number, reason.Of, Day(on))
            : Texts.Format(ForecastTexts.WhyTooEarlyOpen, reason.Number, reason.Of),
        ForecastReasonKind.LoggedNotRated => Texts.Count(reason.Number, ForecastTexts.WhyLoggedNotRatedOne, ForecastTexts.WhyLoggedNotRated),
        _ => Texts.Format(ForecastTexts.WhyWaiting, Day(forecast.EndsOn), Day(reason.On)),
    };

    /// <summary>A number of days as people say it: days up to a fortnight, then weeks, months and years.</summary>
    public static string Span(int days) => days switch
    {
        < 14 => Texts.Count(days, SharedTexts.DaysOne, SharedTexts.DaysSeveral),
        < 90 => Texts.Format(ForecastTexts.Weeks, (days + 3) / 7),
        > 730 => Texts.Format(ForecastTexts.Years, days / 365),
        _ => Texts.Format(ForecastTexts.Months, (int)Math.Round(days / 30.4375, MidpointRounding.AwayFromZero)),
    };

    private static string Test(Forecast forecast) => forecast.DaysAfterTestFrom is > 0 and var days
        ? Texts.Format(ForecastTexts.TestBefore, Day(forecast.TestFromOn), Span(days))
        : Texts.Format(ForecastTexts.TestAfter, Day(forecast.TestFromOn));

    private static string Goals(int number) => Texts.Count(number, ForecastTexts.GoalsOne, ForecastTexts.GoalsSeveral);

    private static string Day(DateOnly? day) => day is { } on ? on.ToString(ForecastTexts.DayFormat, CultureInfo.CurrentCulture) : "";
}
