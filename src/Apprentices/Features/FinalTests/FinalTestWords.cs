using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.FinalTests;

/// <summary>What the screens of this feature say.</summary>
internal static class FinalTestWords
{
    public static string Of(TestStage stage) => Text($"Stage{stage}");

    public static string Of(TestOutcome outcome) => Text($"Outcome{outcome}");

    public static string Of(ReadinessKind kind) => Text($"Kind{kind}");

    public static string Of(ReadinessState state) => Text($"Ready{state}");

    public static string Of(TestDatesEnd end) => Text($"End{end}");

    public static string Choice(TestEvent what) => Text($"Choice{what}");

    public static string Help(TestEvent what) => Text($"Help{what}");

    public static string Submit(TestEvent what) => Text($"Submit{what}");

    public static ChipState Chip(TestStage stage, bool isLate) => stage switch
    {
        _ when isLate => ChipState.Late,
        TestStage.Passed => ChipState.Ok,
        TestStage.NotRegistered => ChipState.Done,
        TestStage.Held => ChipState.Soon,
        TestStage.DatesAgreed => ChipState.Ok,
        _ => ChipState.Paused,
    };

    public static ChipState Chip(ReadinessState state) => state switch
    {
        ReadinessState.Done => ChipState.Ok,
        ReadinessState.Waiting => ChipState.Paused,
        ReadinessState.Blocks => ChipState.Soon,
        ReadinessState.Late => ChipState.Late,
        _ => ChipState.Done,
    };

    public static ChipState Chip(TestOutcome outcome) => outcome == TestOutcome.Passed ? ChipState.Ok : ChipState.Done;

    /// <summary>What became of a test, with its grade where it has one.</summary>
    public static string Of(TestSitting sitting) =>
        sitting.Grade is { } grade ? Capital(RecordWords.Of(grade)) : Of(sitting.Outcome);

    /// <summary>"Torsdag 14. mai 2026", or two such days.</summary>
    public static string Days(TestDates dates) => dates.FirstDayOn == dates.LastDayOn
        ? Capital(SpokenDate.Full(dates.FirstDayOn))
        : Texts.Format(FinalTestTexts.FromToDay, Capital(SpokenDate.Full(dates.FirstDayOn)), SpokenDate.Full(dates.LastDayOn));

    public static string? Meeting(TestDates dates) => (dates.MeetingOn, dates.MeetingAt) switch
    {
        ({ } day, { } time) => Texts.Format(FinalTestTexts.DayAt, Capital(SpokenDate.Full(day)), time.ToString("HH.mm", CultureInfo.InvariantCulture)),
        ({ } day, null) => Capital(SpokenDate.Full(day)),
        _ => null,
    };

    /// <summary>What to think of before some days are agreed.</summary>
    public static IEnumerable<string> Warnings(FinalTestDetails test, AttemptDetails attempt, DateOnly first, DateOnly last)
    {
        foreach (var warning in TestDays.WarningsOf(first, last, attempt.OpensOn, attempt.ClosesOn ?? test.EndsOn, test.WorkingDays))
        {
            yield return warning switch
            {
                TestDaysWarning.BeforeWindow => Texts.Format(FinalTestTexts.WarnBeforeWindow, SpokenDate.Digits(attempt.OpensOn!.Value)),
                TestDaysWarning.AfterWindow => Texts.Format(FinalTestTexts.WarnAfterWindow, SpokenDate.Digits(attempt.ClosesOn ?? test.EndsOn)),
                TestDaysWarning.BeginsOnDayOff => FinalTestTexts.WarnBeginsOnDayOff,
                TestDaysWarning.EndsOnDayOff => FinalTestTexts.WarnEndsOnDayOff,
                TestDaysWarning.HolidaysBetween => FinalTestTexts.WarnHolidays,
                _ => Texts.Format(FinalTestTexts.WarnOtherLength, TestDays.Between(first, last), test.WorkingDays),
            };
        }
    }

    /// <summary>One line about where the way to the test stands.</summary>
    public static string Standing(FinalTestDetails test) => test switch
    {
        { State.TestPassedOn: { } on } => Texts.Format(FinalTestTexts.StandsPassed, SpokenDate.Full(on)),
        { IsCut: true } => FinalTestTexts.StandsCut,
        { Ahead: null } => FinalTestTexts.StandsNoMore,
        { Ahead.Current: { } agreed } => Texts.Format(FinalTestTexts.StandsAgreed, SpokenDate.Full(agreed.Dates.FirstDayOn), SpokenDate.Distance(agreed.Dates.FirstDayOn, test.Today)),
        { Ahead: { OpensOn: { } opens, ClosesOn: { } closes } } => Texts.Format(FinalTestTexts.StandsWindow, SpokenDate.Full(opens), SpokenDate.Full(closes)),
        { State.NextTestFromOn: { } next } => Texts.Format(FinalTestTexts.StandsNext, SpokenDate.Full(next)),
        _ => FinalTestTexts.StandsSoon,
    };

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    private static string Text(string key) => FinalTestTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
