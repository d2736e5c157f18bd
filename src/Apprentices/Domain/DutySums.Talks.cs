namespace Apprentices.Domain;

/// <content>The talks: one each half-year by law, and the house's extra ones before a change.</content>
internal sealed partial class DutySums
{
    /// <summary>
    /// Adults on the way to a trade certificate on the job have the same right by another paragraph (opplæringsforskrifta
    /// § 15-9).
    /// </summary>
    private string TalkParagraph => terms.Kind == ContractKind.OnTheJobCandidate ? "opplæringsforskrifta §§ 9-6, 15-9" : Duties.HalfYearTalkParagraph;

    private IEnumerable<Duty> OfTheTalks()
    {
        var halfYears = period.HalfYears;
        foreach (var halfYear in halfYears)
        {
            var meeting = MeetingOf(halfYear, halfYear.Number == halfYears.Count && RunsItsCourse);
            yield return new Duty(
                DutyKind.HalfYearTalk, halfYear.Number, halfYear.StartsOn, halfYear.TalkDueOn, DutyBasis.Law, TalkParagraph, DutyRole.Instructor,
                TalkArithmetic(halfYear))
            {
                Nature = DutyNature.Meeting,
                MeetOn = meeting[^1].Gives,
                MeetArithmetic = meeting,
            };
        }

        foreach (var (subject, changesOn) in Changes())
        {
            var sum = Earlier(DaysAfter(changesOn, -1, DutyStepKind.ChangeDay));
            yield return Meeting(DutyKind.TalkBeforeChange, sum, "opplæringsforskrifta § 9-6", DutyRole.Instructor) with { Subject = subject };
        }
    }

    /// <summary>
    /// The working day proposed for a talk: two weeks before its window ends; the last one before the days of the final test,
    /// so that it prepares for it. Never outside the window.
    /// </summary>
    private List<DutyStep> MeetingOf(HalfYear halfYear, bool isLast)
    {
        List<DutyStep> sum = [.. TalkArithmetic(halfYear)];
        var beforeTest = period.FullEndsOn.AddMonths(-TestWindowMonths);
        var proposed = isLast && halfYear.Contains(beforeTest) && beforeTest <= halfYear.TalkDueOn
            ? Earlier([.. period.EndArithmetic, new DutyStep(DutyStepKind.MonthsBefore, TestWindowMonths, beforeTest), new DutyStep(DutyStepKind.DaysAfter, -1, beforeTest.AddDays(-1))])
            : Earlier([.. sum, new DutyStep(DutyStepKind.DaysAfter, -TalkLeadDays, halfYear.TalkDueOn.AddDays(-TalkLeadDays))]);
        if (proposed[^1].Gives >= halfYear.StartsOn)
        {
            return proposed;
        }

        // A window so short or so full of holidays has its first working day, and where it has none its last day.
        var first = Later([.. sum, new DutyStep(DutyStepKind.DaysAfter, halfYear.StartsOn.DayNumber - sum[^1].Gives.DayNumber, halfYear.StartsOn)]);
        return first[^1].Gives <= halfYear.TalkDueOn ? first : sum;
    }

    private List<DutyStep> TalkArithmetic(HalfYear halfYear)
    {
        var months = 6 * halfYear.Number;
        var day = period.StartsOn.AddMonths(months).AddDays(-1);
        List<DutyStep> steps = [new(DutyStepKind.ContractStart, 0, period.StartsOn), new(DutyStepKind.Months, months, day)];
        if (period.ContractEndsOn < day)
        {
            day = period.ContractEndsOn;
            steps.Add(new DutyStep(DutyStepKind.ContractEnd, 0, day));
        }

        steps.AddRange(period.Moved(day));
        if (steps[^1].Gives > halfYear.TalkDueOn)
        {
            steps.Add(new DutyStep(DutyStepKind.ChangeDay, 0, halfYear.TalkDueOn));
        }

        return steps;
    }

    /// <summary>The days from which she works elsewhere or has another instructor, each with what says so; one talk a day.</summary>
    private IEnumerable<(Guid Subject, DateOnly Day)> Changes() => state.Workplaces.Skip(1)
        .Select(workplace => (Subject: workplace.EntryId, Day: workplace.FromOn))
        .Concat(facts.InstructorChanges.Select(change => (Subject: change.Assignment, Day: change.FromOn)))
        .Where(change => change.Day > period.StartsOn && change.Day <= period.EndsOn)
        .OrderBy(change => change.Day)
        .DistinctBy(change => change.Day);
}
