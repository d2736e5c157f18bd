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

    private IReadOnlyList<(Guid Id, TestHeld Test)> Failed => [.. state.Tests.Where(test => test.Test.Grade == TestGrade.NotPassed)];

    /// <summary>The first test, after which nothing on the way to it is still to be done.</summary>
    private DateOnly? FirstTestOn => state.Tests.Count > 0 ? state.Tests[0].Test.HeldOn : null;

    private DateOnly? PassedOn => state.Tests.FirstOrDefault(test => test.Test.Grade != TestGrade.NotPassed).Test?.HeldOn;

    /// <summary>A contract that ended before its time has no test ahead; what was done on the way to one stays.</summary>
    private IEnumerable<Duty> OfTheTest() => OfTheAppeals().Concat(OfTheAttempts().Where(duty => RunsItsCourse || PassedOn is not null || duty.SettledOn is not null));

    private IEnumerable<Duty> OfTheAppeals()
    {
        foreach (var (id, test) in Failed)
        {
            List<DutyStep> sum = [new(DutyStepKind.NoticeDay, 0, test.NoticeOn), new(DutyStepKind.WeeksAfter, AppealWeeks, test.NoticeOn.AddDays(7 * AppealWeeks))];
            yield return Task(DutyKind.Appeal, sum, DutyBasis.Law, "forvaltningsloven § 29, opplæringsforskrifta § 10-9", DutyRole.Apprentice)
                with
            { OpensOn = test.NoticeOn, Subject = id };
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
        foreach (var duty in Failed.SelectMany((failed, place) => Again(failed.Test, place + 2)))
        {
            yield return duty;
        }
    }

    /// <summary>
    /// After a test that was not passed there is a right to one more (opplæringsforskrifta § 9-66): by the law's days where the
    /// training was extended far enough, else as soon as the house can. To more than one, only where it was extended.
    /// </summary>
    private IEnumerable<Duty> Again(TestHeld failed, int attempt)
    {
        var again = PeriodOf(attempt);
        var end = again.FullEndsOn;
        if (attempt > RightToTests && again.Extensions.Count == 0 && HeldOn(attempt) is null)
        {
            yield break;
        }

        var byLaw = end.AddMonths(-RegistrationMonths) > failed.NoticeOn;
        var registration = byLaw
            ? Task(DutyKind.RegistrationDeadline, Before(again, RegistrationMonths), DutyBasis.Law, RegistrationParagraph, DutyRole.TrainingManager)
            : Task(
                DutyKind.RegistrationDeadline, DaysAfter(failed.NoticeOn, NextRegistrationDays, DutyStepKind.NoticeDay), DutyBasis.HouseRule,
                "opplæringsforskrifta § 9-66", DutyRole.TrainingManager);
        yield return registration with { Number = attempt, OpensOn = failed.NoticeOn, SettledOn = HeldOn(attempt) };
        if (end > failed.NoticeOn)
        {
            var window = end.AddMonths(-TestWindowMonths);
            yield return Task(DutyKind.FinalTest, [.. again.EndArithmetic], DutyBasis.Law, "opplæringsforskrifta §§ 9-55, 9-66", DutyRole.TrainingManager) with
            {
                Number = attempt,
                OpensOn = window > failed.NoticeOn ? window : failed.NoticeOn.AddDays(1),
                Nature = DutyNature.Window,
                SettledOn = HeldOn(attempt),
            };
        }
    }

    private DateOnly? HeldOn(int attempt) => state.Tests.Count >= attempt ? state.Tests[attempt - 1].Test.HeldOn : null;

    /// <summary>The days an attempt is counted from: one that was held had not the extensions that came after it.</summary>
    private TrainingPeriod PeriodOf(int attempt) => HeldOn(attempt) is { } held
        ? period with { Extensions = [.. state.Extensions.Where(e => e.ConsentOn <= held).Select(e => e.Days)] } : period;

    private static List<DutyStep> Before(TrainingPeriod days, int months) => Before(days, months, days.FullEndsOn.AddMonths(-months));

    private static List<DutyStep> Before(TrainingPeriod days, int months, DateOnly gives) =>
        [.. days.EndArithmetic, new DutyStep(DutyStepKind.MonthsBefore, months, gives)];
}
