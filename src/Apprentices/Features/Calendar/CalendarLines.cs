using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Shared;

namespace Apprentices.Features.Calendar;

/// <summary>Puts a record's calendar into lines, in the order of their days.</summary>
internal static class CalendarLines
{
    /// <summary>Papers of the start and house rules that are done are read in the list of what was due, not here.</summary>
    private static readonly DutyKind[] OnlyWhileOpen =
    [
        DutyKind.ContractSigned, DutyKind.AgreementSigned, DutyKind.ContractApproved, DutyKind.PlanInPlace, DutyKind.ChecklistPoint, DutyKind.Notice,
        DutyKind.Accommodation,
    ];

    public static IReadOnlyList<CalendarLine> Of(ShowRecordCalendar.Result record) =>
    [
        .. Start(record).Concat(record.State.Workplaces.Skip(1).Select(period => Workplace(record, period))).Concat(record.State.Breaks.Select(Break))
            .Concat(record.Duties.Where(duty => IsShown(record, duty)).Select(duty => duty.Kind == DutyKind.HalfYearTalk ? Talk(record, duty) : Line(record, duty)))
            .Concat(record.Talks.Where(talk => talk.Kind != EvaluationKind.HalfYear && talk.State != EvaluationState.Waived).Select(Arranged))
            .OrderBy(line => line.From).ThenBy(line => line.To ?? line.From).ThenBy(line => line.Key, StringComparer.Ordinal),
    ];

    /// <summary>What the page explains first: the next day the law sets, else the next of all.</summary>
    public static CalendarLine? First(IReadOnlyList<CalendarLine> lines, DateOnly today)
    {
        var ahead = lines.Where(line => line is { Duty: not null, IsDone: false } && line.Duty.DueOn >= today).ToList();
        return ahead.FirstOrDefault(line => line.Duty is { Basis: DutyBasis.Law, Nature: DutyNature.Task }) ?? ahead.FirstOrDefault() ?? lines.LastOrDefault(line => line.Duty is not null);
    }

    private static IEnumerable<CalendarLine> Start(ShowRecordCalendar.Result record)
    {
        var first = record.State.Workplaces[0];
        yield return new CalendarLine("", record.State.Period.StartsOn, null, CalendarMarkKind.Training, CalendarTexts.TrainingBegins, record.Workplaces.GetValueOrDefault(first.Value) ?? "");
    }

    private static CalendarLine Workplace(ShowRecordCalendar.Result record, Since<Guid> period) => new(
        "", period.FromOn, null, CalendarMarkKind.Training, Texts.Format(CalendarTexts.NewWorkplace, record.Workplaces.GetValueOrDefault(period.Value)), "");

    private static CalendarLine Break(ContractBreak away)
    {
        var days = away.ToOn is { } to ? Texts.Count(to.DayNumber - away.FromOn.DayNumber + 1, SharedTexts.DaysOne, SharedTexts.DaysSeveral) : null;
        var title = (days, away.Percent) switch
        {
            (null, _) => CalendarTexts.BreakOpen,
            (_, 100) => Texts.Format(CalendarTexts.Break, days),
            _ => Texts.Format(CalendarTexts.BreakPart, away.Percent, days),
        };
        var note = away switch
        {
            { Prolongs: false } => CalendarTexts.BreakMovesNothing,
            { IsRefused: true } => CalendarTexts.BreakRefused,
            { IsWaiting: true } => CalendarTexts.BreakWaits,
            { ConsentOn: { } on } => Texts.Format(CalendarTexts.BreakConsented, SpokenDate.Digits(on)),
            _ => "",
        };
        return new CalendarLine("", away.FromOn, away.ToOn, CalendarMarkKind.Break, title, note);
    }

    private static bool IsShown(ShowRecordCalendar.Result record, Duty duty) =>
        !OnlyWhileOpen.Contains(duty.Kind) || duty.IsOnlyProposed || record.FollowedUp.GetValueOrDefault(duty.Key)?.State is DutyState.Open;

    private static CalendarLine Talk(ShowRecordCalendar.Result record, Duty duty)
    {
        var talk = record.Talks.FirstOrDefault(row => row.Kind == EvaluationKind.HalfYear && row.Number == duty.Number);
        var (day, note, isLate) = talk switch
        {
            null => (duty.MeetOn ?? duty.DueOn, DutyTexts.OnlyProposed, false),
            { State: EvaluationState.Signed, HeldOn: { } held } => (held, CalendarTexts.TalkSigned, false),
            { State: EvaluationState.Held, HeldOn: { } held } => (held, CalendarTexts.TalkHeld, false),
            { State: EvaluationState.HeldBeforeSystem } => (talk.HeldOn ?? talk.DueOn, CalendarTexts.TalkBefore, false),
            { State: EvaluationState.UnknownBeforeSystem } => (talk.DueOn, CalendarTexts.TalkUnknown, false),
            { State: EvaluationState.Waived } => (talk.DueOn, DutyTexts.StateWaived, false),
            _ when talk.DueOn < record.Today && !record.IsOver => (talk.DueOn, CalendarTexts.TalkLate, true),
            { PlannedOn: { } planned } => (planned, Texts.Format(CalendarTexts.TalkPlanned, Capital(SpokenDate.Distance(planned, record.Today)), SpokenDate.DayAndYear(talk.DueOn)), false),
            _ when duty.MeetOn is { } meet && meet >= record.Today => (meet, Texts.Format(CalendarTexts.TalkProposed, SpokenDate.DayAndYear(talk.DueOn)), false),
            _ => (talk.DueOn, CalendarTexts.TalkLastDay, false),
        };
        return new CalendarLine(
            CalendarLine.KeyOf(duty), day, null, talk?.State is EvaluationState.Held or EvaluationState.Signed or EvaluationState.HeldBeforeSystem ? CalendarMarkKind.Held : CalendarMarkKind.Planned,
            record.TitleOf(duty), WithProposal(note, duty))
        {
            Duty = duty,
            IsLate = isLate,
            IsDone = talk is not (null or { State: EvaluationState.Planned }),
            Responsible = record.ResponsibleFor(duty),
            Href = talk is null ? null : EvaluationLinks.Talk(talk.Id),
        };
    }

    /// <summary>A talk beside the half-yearly ones: the day it is agreed for or was held.</summary>
    private static CalendarLine Arranged(ShowRecordCalendar.Talk talk) => new(
        "", talk.HeldOn ?? talk.PlannedOn ?? talk.DueOn, null, talk.State == EvaluationState.Planned ? CalendarMarkKind.Planned : CalendarMarkKind.Held,
        TalkWords.Title(talk.Kind, talk.Number), talk.State switch
        {
            EvaluationState.Signed => CalendarTexts.TalkSigned,
            EvaluationState.Held => CalendarTexts.TalkHeld,
            _ => CalendarTexts.TalkAgreed,
        })
    {
        IsDone = talk.State != EvaluationState.Planned,
        Href = EvaluationLinks.Talk(talk.Id),
    };

    private static CalendarLine Line(ShowRecordCalendar.Result record, Duty duty)
    {
        var followed = record.FollowedUp.GetValueOrDefault(duty.Key);
        var isWindow = duty.Nature == DutyNature.Window;
        var due = followed is { State: DutyState.Done or DutyState.Waived } ? followed.DueOn : duty.DueOn;
        var isLate = followed is { State: DutyState.Open, SentOn: null } && duty.Basis == DutyBasis.Law && duty.Nature != DutyNature.Milestone && due < record.Today;
        var note = followed switch
        {
            { State: DutyState.Done, DoneOn: { } done } => Texts.Format(CalendarTexts.DoneOn, SpokenDate.Digits(done)),
            { State: DutyState.Waived } => DutyTexts.StateWaived,
            { State: DutyState.BeforeSystem } => DutyTexts.StateBeforeSystem,
            { State: DutyState.Open, SentOn: { } sent } => Texts.Format(CalendarTexts.SentOn, SpokenDate.Digits(sent)),
            _ when duty.IsOnlyProposed => DutyTexts.OnlyProposed,
            _ when isLate => DutyTexts.StateOverdue,
            _ when isWindow && record.FinalTestWorkingDays is { } days => Texts.Format(CalendarTexts.TestDays, days),
            _ when duty.ByOffice => CalendarTexts.ByOffice,
            _ when duty.Basis == DutyBasis.HouseRule && duty.Nature != DutyNature.Milestone => DutyTexts.BasisHouseRule,
            _ => DutyWords.Law(duty),
        };
        return new CalendarLine(
            CalendarLine.KeyOf(duty), isWindow ? duty.OpensOn : due, isWindow ? due : null,
            isWindow ? CalendarMarkKind.Window
            : followed?.State == DutyState.Done ? CalendarMarkKind.Held
            : duty.Nature == DutyNature.Meeting ? CalendarMarkKind.Planned
            : duty.Kind == DutyKind.Closing ? CalendarMarkKind.Training
            : duty.Basis == DutyBasis.Law ? CalendarMarkKind.Law : CalendarMarkKind.House,
            record.TitleOf(duty), WithProposal(note, duty))
        {
            Duty = duty,
            IsLate = isLate,
            IsDone = followed?.State is DutyState.Done or DutyState.Waived,
            Responsible = record.ResponsibleFor(duty),
            Href = followed is null || duty.Nature == DutyNature.Milestone ? null : DeadlineLinks.Duty(followed.Id),
        };
    }

    private static string Capital(string text) => char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];

    private static string WithProposal(string note, Duty duty) =>
        duty.ProposedDueOn is { } proposed ? $"{note} {Texts.Format(DutyTexts.WaitingDay, SpokenDate.Digits(proposed))}.".Trim() : note;
}
