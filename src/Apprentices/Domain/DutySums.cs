namespace Apprentices.Domain;

/// <summary>Counts the duties of one apprenticeship over one set of days; <see cref="Duties"/> puts two of them side by side.</summary>
internal sealed partial class DutySums(DutyFacts facts, DutyRules rules, TrainingPeriod period)
{
    /// <summary>A contract not approved so many days after its start is asked about. House rule.</summary>
    public const int ApprovalDays = 60;

    /// <summary>The plan is asked about so many days after the start. House rule; that there is one, is law.</summary>
    public const int PlanDays = 30;

    /// <summary>The first talk where there is no probation: so many months after the start. House rule.</summary>
    public const int StartTalkMonths = 3;

    /// <summary>The probation of a training wholly at work (opplæringslova § 7-4).</summary>
    public const int ProbationMonths = 6;

    /// <summary>A talk is proposed so many days before its window ends. House rule.</summary>
    public const int TalkLeadDays = 14;

    /// <summary>A change is told the county or the office within so many days of being entered. House rule.</summary>
    public const int NoticeDays = 7;

    private readonly ContractState state = facts.State;
    private readonly Apprenticeship.Terms terms = facts.State.Terms;

    private bool HasOffice => !string.IsNullOrWhiteSpace(terms.TrainingOffice);

    /// <summary>Whether the training runs its course: no test is held after a contract that ended before its time.</summary>
    private bool RunsItsCourse => state.CutOn is null;

    public IReadOnlyList<Duty> All() => [.. OfTheStart(), .. OfTheTalks(), .. OfTheTest(), .. OfTheEnd(), .. OfTheChecklist(), .. OfTheNotices()];

    private IEnumerable<Duty> OfTheStart()
    {
        var start = period.StartsOn;
        var before = DaysAfter(start, -1, DutyStepKind.ContractStart);
        yield return Task(DutyKind.ContractSigned, before, DutyBasis.Law, "opplæringslova § 7-2", DutyRole.Hr) with { SettledOn = state.SignedOn };
        yield return Task(DutyKind.AgreementSigned, before, DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr) with { SettledOn = state.Agreement?.SignedOn };
        yield return Task(DutyKind.ContractApproved, DaysAfter(start, ApprovalDays, DutyStepKind.ContractStart), DutyBasis.HouseRule, "opplæringslova § 7-2", DutyRole.Hr)
            with
        { OpensOn = start, SettledOn = state.ApprovedOn };
        yield return Task(
            DutyKind.PlanInPlace, DaysAfter(start, PlanDays, DutyStepKind.ContractStart), DutyBasis.HouseRule,
            "opplæringslova § 7-10, opplæringsforskrifta § 9-1", DutyRole.TrainingManager) with
        { OpensOn = start };

        if (terms.Variant == ContractVariant.FullTrainingAtWork)
        {
            List<DutyStep> steps = [new(DutyStepKind.ContractStart, 0, start), new(DutyStepKind.Months, ProbationMonths, start.AddMonths(ProbationMonths).AddDays(-1))];
            yield return Task(DutyKind.ProbationEnds, steps, DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr)
                with
            { OpensOn = start, Nature = DutyNature.Milestone };
        }
        else
        {
            List<DutyStep> steps = [new(DutyStepKind.ContractStart, 0, start), new(DutyStepKind.Months, StartTalkMonths, start.AddMonths(StartTalkMonths).AddDays(-1))];
            yield return Meeting(DutyKind.StartTalk, Later(steps), "opplæringsforskrifta § 9-6", DutyRole.Instructor) with { OpensOn = start };
        }
    }

    private IEnumerable<Duty> OfTheEnd()
    {
        if (state.Termination is { } termination)
        {
            List<DutyStep> lastDay = [new(DutyStepKind.ChangeDay, 0, termination.LastDayOn)];
            yield return Task(DutyKind.Attest, lastDay, DutyBasis.Law, "opplæringslova § 7-3", DutyRole.TrainingManager) with { Subject = termination.Id };
            yield break;
        }

        // The employment agreement lapses with the training: completed later than that, it has lapsed already.
        yield return Task(DutyKind.Closing, [.. EndSteps()], DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr);
    }

    private IEnumerable<Duty> OfTheChecklist()
    {
        foreach (var point in rules.Checklist)
        {
            var atStart = point.Phase == ChecklistPhase.Start;
            var day = atStart ? period.StartsOn : period.EndsOn;
            if ((point.CurriculumCode is null || point.CurriculumCode == state.CurriculumOn(day))
                && (point.WorkplaceId is null || point.WorkplaceId == state.WorkplaceOn(day))
                && (point.RetiredOn is null || point.RetiredOn > period.StartsOn))
            {
                IEnumerable<DutyStep> sum = atStart ? [new DutyStep(DutyStepKind.ContractStart, 0, day)] : EndSteps();
                yield return Task(
                    DutyKind.ChecklistPoint,
                    point.OffsetDays == 0 ? [.. sum] : [.. sum, new DutyStep(DutyStepKind.DaysAfter, point.OffsetDays, day.AddDays(point.OffsetDays))],
                    DutyBasis.HouseRule, "", point.Responsible) with
                { Subject = point.Id };
            }
        }
    }

    private IEnumerable<Duty> OfTheNotices()
    {
        foreach (var told in state.ToTell)
        {
            // An agreed termination is told in writing before it takes effect; the rest within some days of being known.
            var notice = told.Change is ContractTerminated ended
                ? Task(DutyKind.Notice, DaysAfter(ended.LastDayOn, -1, DutyStepKind.ChangeDay), DutyBasis.Law, "opplæringslova § 7-3", DutyRole.Hr)
                : Task(DutyKind.Notice, DaysAfter(told.RecordedOn, NoticeDays, DutyStepKind.RecordedDay), DutyBasis.HouseRule, "opplæringslova §§ 7-2, 7-10", DutyRole.Hr);
            yield return notice with
            {
                OpensOn = told.RecordedOn < notice.DueOn ? told.RecordedOn : notice.DueOn,
                Subject = told.Id,
                SettledOn = told.AnsweredOn,
                ByOffice = IsByOffice(DutyKind.Notice),
            };
        }
    }

    private IEnumerable<DutyStep> EndSteps() =>
        state.CutOn is { } cut && cut == period.EndsOn ? [new DutyStep(DutyStepKind.ChangeDay, 0, cut)] : period.EndArithmetic;

    private bool IsByOffice(DutyKind kind) => HasOffice && rules.ByOffice.Contains(kind);

    private Duty Task(DutyKind kind, IReadOnlyList<DutyStep> sum, DutyBasis basis, string paragraph, DutyRole responsible) =>
        new(kind, 1, sum[^1].Gives, sum[^1].Gives, basis, paragraph, responsible, sum) { ByOffice = IsByOffice(kind) };

    /// <summary>A meeting of the house's own: it is held on the day its sum gives.</summary>
    private Duty Meeting(DutyKind kind, IReadOnlyList<DutyStep> sum, string paragraph, DutyRole responsible) =>
        Task(kind, sum, DutyBasis.HouseRule, paragraph, responsible) with { Nature = DutyNature.Meeting, MeetOn = sum[^1].Gives, MeetArithmetic = sum };

    private static List<DutyStep> DaysAfter(DateOnly day, int days, DutyStepKind from) =>
        [new(from, 0, day), new(DutyStepKind.DaysAfter, days, day.AddDays(days))];

    private List<DutyStep> Earlier(List<DutyStep> sum) =>
        MeetingDays.OnOrBefore(sum[^1].Gives, rules.Closure) is var day && day == sum[^1].Gives
            ? sum : [.. sum, new DutyStep(DutyStepKind.WorkingDayBefore, sum[^1].Gives.DayNumber - day.DayNumber, day)];

    private List<DutyStep> Later(List<DutyStep> sum) =>
        MeetingDays.OnOrAfter(sum[^1].Gives, rules.Closure) is var day && day == sum[^1].Gives
            ? sum : [.. sum, new DutyStep(DutyStepKind.WorkingDayAfter, day.DayNumber - sum[^1].Gives.DayNumber, day)];
}
