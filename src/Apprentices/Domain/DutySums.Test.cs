namespace Apprentices.Domain;

/// <content>The way to the final test: registration, accommodation, trial test, the test itself, and the time to appeal.</content>
internal sealed partial class DutySums
{
    /// <summary>The registration is at the latest so many months before the contract ends (opplæringsforskrifta § 9-56).</summary>
    public const int RegistrationMonths = 2;

    /// <summary>Our own day for the registration: so many months before the end. House rule.</summary>
    public const int TargetMonths = 5;

    /// <summary>The test is held not earlier than so many months before the end (opplæringsforskrifta § 9-55).</summary>
    public const int TestWindowMonths = 3;

    /// <summary>The trial test: so many months before the end. House rule.</summary>
    public const int MockTestMonths = 6;

    /// <summary>The time to appeal after a test that was not passed (forvaltningsloven § 29).</summary>
    public const int AppealWeeks = 3;

    /// <summary>So many tests there is a right to: the first and a new one (opplæringsforskrifta § 9-66).</summary>
    public const int RightToTests = 2;

    /// <summary>Without an extension the next registration is asked about so many days after the result. House rule.</summary>
    public const int NextRegistrationDays = 28;

    private const string RegistrationParagraph = "opplæringsforskrifta § 9-56";
    private const string TestParagraph = "opplæringsforskrifta § 9-55";

    private readonly IReadOnlyList<TestSitting> sittings = facts.State.Sittings;

    /// <summary>The first test, after which nothing on the way to it is still to be done.</summary>
    private DateOnly? FirstTestOn => sittings.Count > 0 ? sittings[0].HeldOn : null;

    private DateOnly? PassedOn => state.TestPassedOn;

    /// <summary>A contract that ended before its time has no test ahead; what was done on the way to one stays.</summary>
    private IEnumerable<Duty> OfTheTest() => OfTheAppeals().Concat(OfTheAttempts().Where(duty => RunsItsCourse || PassedOn is not null || duty.SettledOn is not null));

    private IEnumerable<Duty> OfTheAppeals()
    {
        foreach (var sitting in sittings.Where(s => s.Appeal is not null || s.AppealBy is not null))
        {
            List<DutyStep> sum = [new(DutyStepKind.NoticeDay, 0, sitting.NoticeOn), new(DutyStepKind.WeeksAfter, AppealWeeks, sitting.NoticeOn.AddDays(7 * AppealWeeks))];
            var paragraph = sitting.Outcome is TestOutcome.Annulled or TestOutcome.SentOut ? "forvaltningsloven § 29" : "forvaltningsloven § 29, opplæringsforskrifta § 10-9";
            yield return Task(DutyKind.Appeal, sum, DutyBasis.Law, paragraph, DutyRole.Apprentice)
                with
            { OpensOn = sitting.NoticeOn, Subject = sitting.Id, SettledOn = sitting.Appeal?.MadeOn };
        }
    }

    private IEnumerable<Duty> OfTheAttempts()
    {
        var first = PeriodOf(attempt: 1);
        var end = first.FullEndsOn;
        var (opensOn, months) = rules.RegistrationOpens(state.CountyOn(end), end);
        var opens = Before(first, months, opensOn);
        yield return Task(DutyKind.RegistrationOpens, opens, DutyBasis.HouseRule, RegistrationParagraph, DutyRole.TrainingManager)
            with
        { Nature = DutyNature.Milestone };
        yield return Task(
            DutyKind.Accommodation, [.. opens, new DutyStep(DutyStepKind.DaysAfter, -1, opensOn.AddDays(-1))], DutyBasis.HouseRule,
            "opplæringsforskrifta § 9-62", DutyRole.Apprentice) with
        { SettledOn = FirstTestOn };
        yield return Meeting(DutyKind.MockTest, Later(Before(first, MockTestMonths)), "", DutyRole.TrainingManager) with { SettledOn = FirstTestOn };

        yield return Task(DutyKind.RegistrationTarget, Before(first, TargetMonths), DutyBasis.HouseRule, RegistrationParagraph, DutyRole.TrainingManager)
            with
        { OpensOn = opensOn, ByOffice = IsByOffice(DutyKind.RegistrationDeadline), SettledOn = FirstTestOn };
        yield return Task(DutyKind.RegistrationDeadline, Before(first, RegistrationMonths), DutyBasis.Law, RegistrationParagraph, DutyRole.TrainingManager)
            with
        { OpensOn = opensOn, SettledOn = FirstTestOn };
        yield return Task(DutyKind.FinalTest, [.. first.EndArithmetic], DutyBasis.Law, TestParagraph, DutyRole.TrainingManager) with
        {
            OpensOn = end.AddMonths(-TestWindowMonths),
            Nature = DutyNature.Window,
            SettledOn = FirstTestOn,
        };
        foreach (var duty in sittings.SelectMany((sitting, place) => sitting.Outcome == TestOutcome.Passed ? [] : Again(sitting, place + 2)))
        {
            yield return duty;
        }
    }

    /// <summary>
    /// After a test that was not passed there is a right to one more (opplæringsforskrifta § 9-66): by the law's days where the
    /// training was extended far enough, else as soon as the house can. To more than one, only where it was extended. After one
    /// that was annulled, earliest a year later (§ 9-69).
    /// </summary>
    private IEnumerable<Duty> Again(TestSitting last, int attempt)
    {
        var again = PeriodOf(attempt);
        var end = again.FullEndsOn;
        if (HeldOn(attempt) is null && !state.MaySitAfter([.. sittings.Take(attempt - 1)]) && !IsToBeExtended)
        {
            yield break;
        }

        var isAnnulled = last.Outcome == TestOutcome.Annulled;
        var (rightTo, windowAgain) = ParagraphsAfter(last.Outcome);
        var byLaw = end.AddMonths(-RegistrationMonths) > last.NoticeOn && (!isAnnulled || end >= last.NextFromOn);
        var registration = byLaw
            ? Task(DutyKind.RegistrationDeadline, Before(again, RegistrationMonths), DutyBasis.Law, RegistrationParagraph, DutyRole.TrainingManager)
            : Task(
                DutyKind.RegistrationDeadline, isAnnulled ? AfterAYear(last) : DaysAfter(last.NoticeOn, NextRegistrationDays, DutyStepKind.NoticeDay),
                DutyBasis.HouseRule, rightTo, DutyRole.TrainingManager);
        yield return registration with { Number = attempt, OpensOn = last.NoticeOn, SettledOn = HeldOn(attempt) };
        if (end > last.NoticeOn && end >= last.NextFromOn)
        {
            var window = end.AddMonths(-TestWindowMonths);
            yield return Task(
                DutyKind.FinalTest, [.. again.EndArithmetic], DutyBasis.Law, windowAgain, DutyRole.TrainingManager) with
            {
                Number = attempt,
                OpensOn = window > last.NextFromOn ? window : last.NextFromOn,
                Nature = DutyNature.Window,
                SettledOn = HeldOn(attempt),
            };
        }
    }

    /// <summary>What gives the right to another test, alone and with what sets its days.</summary>
    private static (string Right, string Window) ParagraphsAfter(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Annulled => ("opplæringsforskrifta § 9-69", "opplæringsforskrifta §§ 9-55, 9-69"),
        TestOutcome.SentOut => ("opplæringsforskrifta § 9-68", "opplæringsforskrifta §§ 9-55, 9-68"),
        TestOutcome.Revoked => ("opplæringsforskrifta § 10-9", "opplæringsforskrifta §§ 9-55, 10-9"),
        _ => ("opplæringsforskrifta § 9-66", "opplæringsforskrifta §§ 9-55, 9-66"),
    };

    /// <summary>The registration for a test a year after one was annulled, as long before it as the law asks for before the end.</summary>
    private static List<DutyStep> AfterAYear(TestSitting annulled) =>
    [
        new(DutyStepKind.NoticeDay, 0, annulled.NoticeOn), new(DutyStepKind.YearsAfter, ContractState.AnnulledYears, annulled.NextFromOn),
        new(DutyStepKind.MonthsBefore, RegistrationMonths, annulled.NextFromOn.AddMonths(-RegistrationMonths)),
    ];

    /// <summary>Whether it is counted as if the county consented to an extension it is asked for.</summary>
    private bool IsToBeExtended => PassedOn is null && period.Extensions.Count > state.Extensions.Count(extension => extension.ConsentOn is not null);

    private DateOnly? HeldOn(int attempt) => sittings.Count >= attempt ? sittings[attempt - 1].HeldOn : null;

    /// <summary>The days an attempt is counted from: one that was held had not the extensions that came after it.</summary>
    private TrainingPeriod PeriodOf(int attempt) => HeldOn(attempt) is { } held
        ? period with { Extensions = [.. state.Extensions.Where(e => e.ConsentOn <= held).Select(e => e.Days)] } : period;

    private static List<DutyStep> Before(TrainingPeriod days, int months) => Before(days, months, days.FullEndsOn.AddMonths(-months));

    private static List<DutyStep> Before(TrainingPeriod days, int months, DateOnly gives) =>
        [.. days.EndArithmetic, new DutyStep(DutyStepKind.MonthsBefore, months, gives)];
}
