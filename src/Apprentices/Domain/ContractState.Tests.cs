namespace Apprentices.Domain;

/// <summary>What became of one test she sat.</summary>
public enum TestOutcome
{
    Passed,
    NotPassed,

    /// <summary>Annulled for cheating.</summary>
    Annulled,

    /// <summary>She was sent out for disturbing it.</summary>
    SentOut,

    /// <summary>What was decided was revoked after an appeal.</summary>
    Revoked,
}

/// <summary>One test she sat: an attempt, by its last day, with what stands after appeals.</summary>
/// <param name="Id">The entry of its result, or the one that says it was annulled or she was sent out.</param>
/// <param name="HeldOn">The last day of the test.</param>
/// <param name="NoticeOn">The day she learned of it, from which the time to appeal counts.</param>
/// <param name="Outcome">What became of it, as it stands now.</param>
public sealed record TestSitting(Guid Id, DateOnly HeldOn, DateOnly NoticeOn, TestOutcome Outcome)
{
    /// <summary>The grade as it stands; nothing where there is none.</summary>
    public TestGrade? Grade { get; init; }

    /// <summary>The appeal against it, if there is one.</summary>
    public TestAppeal? Appeal { get; init; }

    /// <summary>The first day a new test can be after it.</summary>
    public DateOnly NextFromOn => Outcome == TestOutcome.Annulled ? NoticeOn.AddYears(ContractState.AnnulledYears) : NoticeOn.AddDays(1);

    /// <summary>The last day to appeal; nothing where there is nothing to appeal against.</summary>
    public DateOnly? AppealBy => Appeal is not null || Outcome is TestOutcome.Passed or TestOutcome.Revoked ? null : NoticeOn.AddDays(7 * DutySums.AppealWeeks);
}

/// <summary>An appeal, and how it ended once it has.</summary>
public sealed record TestAppeal(Guid Id, Guid Test, DateOnly MadeOn)
{
    public DateOnly? DecidedOn { get; init; }
    public AppealOutcome? Outcome { get; init; }
    public TestGrade? Grade { get; init; }
}

/// <content>The final tests: those she sat, what was annulled, appeals, and the certificate.</content>
public sealed partial record ContractState
{
    /// <summary>After a test annulled for cheating a new one is earliest so many years later (opplæringsforskrifta § 9-69).</summary>
    public const int AnnulledYears = 1;

    /// <summary>The days of tests she could not come to.</summary>
    public IReadOnlyList<(Guid Id, TestDeferred Deferral)> Deferrals { get; init; } = [];

    public IReadOnlyList<(Guid Id, TestSentOut SentOut)> SentOuts { get; init; } = [];
    public IReadOnlyList<(Guid Id, TestAnnulled Annulment)> Annulments { get; init; } = [];
    public IReadOnlyList<TestAppeal> Appeals { get; init; } = [];

    /// <summary>The certificates she has, in the order they were entered.</summary>
    public IReadOnlyList<CertificateReceived> Certificates { get; init; } = [];

    /// <summary>The tests she sat, in order of their days; each is an attempt.</summary>
    public IReadOnlyList<TestSitting> Sittings =>
    [
        .. Tests.Select(Sitting)
            .Concat(Annulments.Where(a => Tests.All(test => test.Id != a.Annulment.Test)).Select(a => Sitting(a.Id, a.Annulment)))
            .Concat(SentOuts.Select(s => new TestSitting(s.Id, s.SentOut.On, s.SentOut.On, TestOutcome.SentOut)))
            .Select(AfterAppeal)
            .OrderBy(sitting => sitting.HeldOn),
    ];

    /// <summary>The day of the test she passed.</summary>
    public DateOnly? TestPassedOn => Sittings.FirstOrDefault(sitting => sitting.Outcome == TestOutcome.Passed)?.HeldOn;

    /// <summary>
    /// Whether there is a test ahead: the first, a new one after one that was not passed (opplæringsforskrifta § 9-66), one after a
    /// test that does not count; and a third only where the training was extended after the first that was not passed.
    /// </summary>
    public bool MaySitAgain => MaySitAfter(Sittings);

    /// <summary>The first day a new test can be, by those she sat; nothing before the first.</summary>
    public DateOnly? NextTestFromOn => Sittings.Count == 0 ? null : Sittings.Max(sitting => sitting.NextFromOn);

    internal bool MaySitAfter(IReadOnlyList<TestSitting> sat)
    {
        var failed = sat.Where(sitting => sitting.Outcome == TestOutcome.NotPassed).ToList();
        return sat.All(sitting => sitting.Outcome != TestOutcome.Passed)
            && (failed.Count < DutySums.RightToTests || Extensions.Any(extension => extension.ConsentOn >= failed[0].HeldOn));
    }

    private TestSitting Sitting((Guid Id, TestHeld Test) held)
    {
        var (id, annulment) = Annulments.FirstOrDefault(a => a.Annulment.Test == held.Id);
        return annulment is not null
            ? Sitting(id, annulment)
            : new TestSitting(held.Id, held.Test.HeldOn, held.Test.NoticeOn, OutcomeOf(held.Test.Grade)) { Grade = held.Test.Grade };
    }

    private static TestSitting Sitting(Guid id, TestAnnulled annulment) => new(id, annulment.HeldOn, annulment.AnnulledOn, TestOutcome.Annulled);

    private static TestOutcome OutcomeOf(TestGrade grade) => grade == TestGrade.NotPassed ? TestOutcome.NotPassed : TestOutcome.Passed;

    private TestSitting AfterAppeal(TestSitting sitting)
    {
        var appeal = Appeals.LastOrDefault(a => a.Test == sitting.Id);
        var so = sitting with { Appeal = appeal };
        return appeal switch
        {
            { Outcome: AppealOutcome.GradeChanged, Grade: { } grade } => so with { Grade = grade, Outcome = OutcomeOf(grade) },
            { Outcome: AppealOutcome.Revoked } when AnnulledTest(sitting) is { } test =>
                so with { Grade = test.Grade, NoticeOn = test.NoticeOn, Outcome = OutcomeOf(test.Grade) },
            { Outcome: AppealOutcome.Revoked } => so with { Grade = null, Outcome = TestOutcome.Revoked },
            _ => so,
        };
    }

    /// <summary>The result that an annulment took away; it stands again where the annulment is revoked.</summary>
    private TestHeld? AnnulledTest(TestSitting sitting) =>
        Annulments.FirstOrDefault(a => a.Id == sitting.Id).Annulment?.Test is { } test ? Tests.FirstOrDefault(held => held.Id == test).Test : null;

    /// <summary>What happened to a test, added to the state; nothing is checked here.</summary>
    private ContractState WithTest(Guid id, RecordChange change) => change switch
    {
        TestHeld test => this with { Tests = [.. Tests.Append((id, test)).OrderBy(held => held.Item2.HeldOn)] },
        TestDeferred deferral => this with { Deferrals = [.. Deferrals, (id, deferral)] },
        TestSentOut sentOut => this with { SentOuts = [.. SentOuts, (id, sentOut)] },
        TestAnnulled annulment => this with { Annulments = [.. Annulments, (id, annulment)] },
        TestAppealed appeal => this with { Appeals = [.. Appeals, new TestAppeal(id, appeal.Test, appeal.On)] },
        AppealDecided decided => this with
        {
            Appeals = [.. Appeals.Select(a => a.Id != decided.Appeal ? a : a with { DecidedOn = decided.On, Outcome = decided.Outcome, Grade = decided.Grade })],
        },
        CertificateReceived certificate => this with { Certificates = [.. Certificates, certificate] },
        _ => this,
    };
}
