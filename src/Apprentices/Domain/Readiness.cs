namespace Apprentices.Domain;

/// <summary>What has to be in place for the final test, and for the certificate after it.</summary>
public enum ReadinessKind
{
    Goals,
    Subjects,
    Credentials,
    Accommodation,
    Registration,
    Responsible,
    Trial,
    Dates,
    Certificate,
}

/// <summary>Where one of them stands, the gravest last.</summary>
public enum ReadinessState
{
    NotNeeded,
    Done,

    /// <summary>We did ours and wait for somebody else, or for an agreed day.</summary>
    Waiting,

    /// <summary>Still to be done; nothing stands still for it today.</summary>
    Remains,

    /// <summary>Without it there is no test, or no certificate.</summary>
    Blocks,

    /// <summary>The law's day for it has passed.</summary>
    Late,
}

/// <summary>One line of what has to be in place.</summary>
/// <param name="Kind">What.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Number">So many are there, or missing; of the trial test 1 where its day is agreed.</param>
/// <param name="Of">Of so many.</param>
/// <param name="On">The day it is about: done, sent, agreed, or due.</param>
public sealed record ReadinessItem(ReadinessKind Kind, ReadinessState State, int Number = 0, int Of = 0, DateOnly? On = null)
{
    public bool IsBlocker => State >= ReadinessState.Blocks;
}

/// <summary>Where a duty stands, as far as it counts here.</summary>
public sealed record ReadinessStep(DutyState State, DutyBasis Basis, DateOnly OpensOn, DateOnly DueOn, DateOnly? SentOn, DateOnly? DoneOn)
{
    public static ReadinessStep? Of(TrackedDuty? duty) =>
        duty is null ? null : new(duty.State, duty.Basis, duty.OpensOn, duty.DueOn, duty.SentOn, duty.DoneOn);
}

/// <summary>What the readiness for one attempt is judged from.</summary>
/// <param name="Today">The day it is judged on.</param>
/// <param name="Kind">The kind of contract, which decides how many subjects may be missing.</param>
/// <param name="Attempt">The how-manieth attempt it is about.</param>
/// <param name="Documented">Goals she masters.</param>
/// <param name="Goals">Goals there are.</param>
public sealed record ReadinessFacts(DateOnly Today, ContractKind Kind, int Attempt, int Documented, int Goals)
{
    /// <summary>Common core subjects noted as missing and not passed since.</summary>
    public int SubjectsMissing { get; init; }

    /// <summary>The contract says in words that subjects are missing, and nobody has noted which.</summary>
    public bool SubjectsUnclear { get; init; }

    public int CredentialsHeld { get; init; }
    public int CredentialsAsked { get; init; }
    public ReadinessStep? Accommodation { get; init; }
    public ReadinessStep? Registration { get; init; }
    public ReadinessStep? Trial { get; init; }
    public bool HasResponsible { get; init; }

    /// <summary>The day agreed for the trial test.</summary>
    public DateOnly? TrialOn { get; init; }

    /// <summary>The first day of the test as it is agreed.</summary>
    public DateOnly? FirstDayOn { get; init; }

    /// <summary>The day she passed.</summary>
    public DateOnly? PassedOn { get; init; }

    /// <summary>The last day of the training, which has to be completed before the certificate (opplæringsforskrifta § 9-55).</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The day the certificate was received.</summary>
    public DateOnly? CertificateOn { get; init; }
}

/// <summary>Whether everything is in place for the final test, or after it for the certificate. A pure function.</summary>
public sealed record Readiness(IReadOnlyList<ReadinessItem> Items)
{
    /// <summary>So many common core subjects may be missing at the test, never at the certificate (opplæringsforskrifta § 9-57).</summary>
    public const int SubjectsAllowed = 2;

    /// <summary>Of a practice certificate candidate only one (opplæringsforskrifta § 9-57).</summary>
    public const int SubjectsAllowedPractice = 1;

    public IEnumerable<ReadinessItem> Blockers => Items.Where(item => item.IsBlocker);

    public bool IsReady => !Blockers.Any();

    /// <summary>How many lines are settled, of those that are needed.</summary>
    public (int Done, int Of) Progress => (Items.Count(item => item.State == ReadinessState.Done), Items.Count(item => item.State != ReadinessState.NotNeeded));

    public ReadinessItem? Of(ReadinessKind kind) => Items.FirstOrDefault(item => item.Kind == kind);

    public static Readiness For(ReadinessFacts facts) => new(facts.PassedOn is not null
        ? [SubjectsFor(facts, forTest: false), Certificate(facts)]
        : [
            Goals(facts), SubjectsFor(facts, forTest: true), Credentials(facts), Accommodation(facts), Registration(facts),
            new(ReadinessKind.Responsible, facts.HasResponsible ? ReadinessState.Done : ReadinessState.Remains), Trial(facts), Dates(facts),
        ]);

    /// <summary>How many may be missing at the test; none is asked for of those who come to it without school.</summary>
    public static int? MayMiss(ContractKind kind) => kind switch
    {
        ContractKind.Apprentice => SubjectsAllowed,
        ContractKind.PracticeCertificateCandidate => SubjectsAllowedPractice,
        _ => null,
    };

    private static ReadinessItem Goals(ReadinessFacts facts) => new(
        ReadinessKind.Goals, facts.Goals > 0 && facts.Documented >= facts.Goals ? ReadinessState.Done : ReadinessState.Remains, facts.Documented, facts.Goals);

    private static ReadinessItem SubjectsFor(ReadinessFacts facts, bool forTest)
    {
        var allowed = MayMiss(facts.Kind);
        var state = facts switch
        {
            _ when allowed is null => ReadinessState.NotNeeded,
            { SubjectsMissing: 0, SubjectsUnclear: true } => ReadinessState.Remains,
            { SubjectsMissing: 0 } => ReadinessState.Done,
            _ => forTest && facts.SubjectsMissing <= allowed ? ReadinessState.Remains : ReadinessState.Blocks,
        };
        return new(ReadinessKind.Subjects, state, facts.SubjectsMissing, allowed ?? 0);
    }

    private static ReadinessItem Credentials(ReadinessFacts facts) => new(
        ReadinessKind.Credentials,
        facts.CredentialsAsked == 0 ? ReadinessState.NotNeeded : facts.CredentialsHeld >= facts.CredentialsAsked ? ReadinessState.Done : ReadinessState.Blocks,
        facts.CredentialsHeld, facts.CredentialsAsked);

    private static ReadinessItem Accommodation(ReadinessFacts facts) => facts.Accommodation switch
    {
        null or { State: DutyState.Waived } => new(ReadinessKind.Accommodation, ReadinessState.NotNeeded),
        { State: DutyState.Done, DoneOn: var on } => new(ReadinessKind.Accommodation, ReadinessState.Done, On: on),
        { SentOn: { } on } => new(ReadinessKind.Accommodation, ReadinessState.Waiting, On: on),
        { DueOn: var on } => new(ReadinessKind.Accommodation, ReadinessState.Remains, On: on),
    };

    private static ReadinessItem Registration(ReadinessFacts facts) => facts.Registration switch
    {
        null => new(ReadinessKind.Registration, ReadinessState.NotNeeded),
        { State: DutyState.Done or DutyState.Waived, DoneOn: var on } => new(ReadinessKind.Registration, ReadinessState.Done, On: on),
        { SentOn: { } on } => new(ReadinessKind.Registration, ReadinessState.Waiting, On: on),
        { OpensOn: var opens } when opens > facts.Today => new(ReadinessKind.Registration, ReadinessState.Remains, On: opens),
        { State: DutyState.BeforeSystem, DueOn: var on } => new(ReadinessKind.Registration, ReadinessState.Remains, On: on),
        { DueOn: var on, Basis: DutyBasis.Law } when on < facts.Today => new(ReadinessKind.Registration, ReadinessState.Late, On: on),
        { DueOn: var on } => new(ReadinessKind.Registration, ReadinessState.Blocks, On: on),
    };

    private static ReadinessItem Trial(ReadinessFacts facts) => facts switch
    {
        { Trial: null or { State: DutyState.Waived } } => new(ReadinessKind.Trial, ReadinessState.NotNeeded),
        { Attempt: > 1, TrialOn: null } => new(ReadinessKind.Trial, ReadinessState.NotNeeded),
        { Attempt: 1, Trial: { State: DutyState.Done, DoneOn: var on } } => new(ReadinessKind.Trial, ReadinessState.Done, On: on),
        { TrialOn: { } on } => new(ReadinessKind.Trial, on >= facts.Today ? ReadinessState.Waiting : facts.Attempt > 1 ? ReadinessState.Done : ReadinessState.Remains, Number: 1, On: on),
        { Trial.DueOn: var on } => new(ReadinessKind.Trial, ReadinessState.Remains, On: on),
    };

    /// <summary>Once the registration is approved the examination board is asked for days.</summary>
    private static ReadinessItem Dates(ReadinessFacts facts) => facts switch
    {
        { FirstDayOn: { } on } => new(ReadinessKind.Dates, ReadinessState.Done, On: on),
        { Registration: { State: DutyState.Done } } => new(ReadinessKind.Dates, ReadinessState.Blocks),
        _ => new(ReadinessKind.Dates, ReadinessState.Remains),
    };

    private static ReadinessItem Certificate(ReadinessFacts facts) => facts switch
    {
        { CertificateOn: { } on } => new(ReadinessKind.Certificate, ReadinessState.Done, On: on),
        { EndsOn: { } ends } when ends > facts.Today => new(ReadinessKind.Certificate, ReadinessState.Waiting, On: ends),
        _ => new(ReadinessKind.Certificate, ReadinessState.Remains),
    };
}
