namespace Apprentices.Domain;

/// <summary>What falls due.</summary>
public enum DutyKind
{
    /// <summary>The half-yearly talk.</summary>
    HalfYearTalk,

    /// <summary>The contract is written and signed before the training begins.</summary>
    ContractSigned,

    /// <summary>The employment agreement is signed before the training begins.</summary>
    AgreementSigned,

    /// <summary>The county has approved the contract.</summary>
    ContractApproved,

    /// <summary>The training plan is in place and gone through.</summary>
    PlanInPlace,

    /// <summary>The first talk about how it goes, where there is no probation.</summary>
    StartTalk,

    /// <summary>The probation ends; only where the whole training is at work.</summary>
    ProbationEnds,

    /// <summary>An extra talk before another workplace or another instructor.</summary>
    TalkBeforeChange,

    /// <summary>Whether to apply for accommodation at the final test.</summary>
    Accommodation,

    /// <summary>From this day the county takes registrations for the final test.</summary>
    RegistrationOpens,

    /// <summary>Our own day for the registration, well before the law's.</summary>
    RegistrationTarget,

    /// <summary>The last day for the registration.</summary>
    RegistrationDeadline,

    /// <summary>The trial final test.</summary>
    MockTest,

    /// <summary>The days within which the final test is held.</summary>
    FinalTest,

    /// <summary>The time to appeal after a test that was not passed.</summary>
    Appeal,

    /// <summary>The end of the training: employment agreement, certificate, accounts.</summary>
    Closing,

    /// <summary>The attest after a contract that ended before its time.</summary>
    Attest,

    /// <summary>The county, or the training office for us, is told of a change, and answers.</summary>
    Notice,

    /// <summary>A point of the checklist for the start or the end.</summary>
    ChecklistPoint,

    /// <summary>The yearly report on the training to the county.</summary>
    AnnualReport,

    /// <summary>The employer's approval in a trade lapses.</summary>
    ApprovalLapses,

    /// <summary>The national survey among apprentices.</summary>
    ApprenticeSurvey,
}

/// <summary>Whether a day is set by law or by the house.</summary>
public enum DutyBasis
{
    Law,
    HouseRule,
}

/// <summary>What kind of entry in a calendar it is.</summary>
public enum DutyNature
{
    /// <summary>Somebody must have done something by a day.</summary>
    Task,

    /// <summary>People meet; the day of the meeting may move, the last day for it does not.</summary>
    Meeting,

    /// <summary>A day to know of; nobody has anything to do.</summary>
    Milestone,

    /// <summary>Something is held within some days.</summary>
    Window,
}

/// <summary>Who sees to a duty.</summary>
public enum DutyRole
{
    Hr,
    TrainingManager,
    Instructor,
    Mentor,
    Apprentice,
}

/// <summary>One line of the sum behind a date: what was added, and the day it gave.</summary>
public sealed record DutyStep(DutyStepKind Kind, int Amount, DateOnly Gives)
{
    /// <summary>The first day of the break or closure that the line is about.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of that.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>What a line of the sum adds.</summary>
public enum DutyStepKind
{
    /// <summary>The contract's first day.</summary>
    ContractStart,

    /// <summary>So many months, to the last day before.</summary>
    Months,

    /// <summary>The contract's last day as written, or because it comes first.</summary>
    ContractEnd,

    /// <summary>So many days of a break.</summary>
    BreakDays,

    /// <summary>So many days of an extension.</summary>
    ExtensionDays,

    /// <summary>So many months before.</summary>
    MonthsBefore,

    /// <summary>So many days after; negative before.</summary>
    DaysAfter,

    /// <summary>So many weeks after.</summary>
    WeeksAfter,

    /// <summary>So many years after.</summary>
    YearsAfter,

    /// <summary>To the working day before, outside the summer closure.</summary>
    WorkingDayBefore,

    /// <summary>To the working day after, outside the summer closure.</summary>
    WorkingDayAfter,

    /// <summary>The day something was entered here.</summary>
    RecordedDay,

    /// <summary>The day of a change, or on which the contract ends before its time.</summary>
    ChangeDay,

    /// <summary>The day a result reached the candidate.</summary>
    NoticeDay,

    /// <summary>The last day of the last contract.</summary>
    LastContractEnd,

    /// <summary>The day of each year that the county, or the employer, has set.</summary>
    DayOfTheYear,
}

/// <summary>Which duty of an apprenticeship it is: of its kind the how-manieth, and about which entry or checklist point.</summary>
public readonly record struct DutyKey(DutyKind Kind, int Number, Guid Subject);

/// <summary>
/// Something that falls due on an apprenticeship or the employer: its window, its last day, who sees to it, by which
/// paragraph, and the sum behind the day.
/// </summary>
public sealed record Duty(
    DutyKind Kind, int Number, DateOnly OpensOn, DateOnly DueOn, DutyBasis Basis, string Paragraph, DutyRole Responsible,
    IReadOnlyList<DutyStep> Arithmetic)
{
    public DutyNature Nature { get; init; } = DutyNature.Task;

    /// <summary>The entry or checklist point it is about.</summary>
    public Guid Subject { get; init; }

    /// <summary>The county it is about, where it is the employer's and not an apprenticeship's.</summary>
    public string? CountyNumber { get; init; }

    /// <summary>The working day proposed for a meeting.</summary>
    public DateOnly? MeetOn { get; init; }

    /// <summary>The sum behind the proposed day.</summary>
    public IReadOnlyList<DutyStep> MeetArithmetic { get; init; } = [];

    /// <summary>Where its window would begin if the county consented to what it is asked for; nothing where it is the same.</summary>
    public DateOnly? ProposedOpensOn { get; init; }

    /// <summary>Its last day if the county consented to what it is asked for; nothing where it is the same.</summary>
    public DateOnly? ProposedDueOn { get; init; }

    /// <summary>It would only come about if the county consented.</summary>
    public bool IsOnlyProposed { get; init; }

    /// <summary>The training office does it; ours is to get its confirmation.</summary>
    public bool ByOffice { get; init; }

    /// <summary>The day on which the record itself says it was done.</summary>
    public DateOnly? SettledOn { get; init; }

    public DutyKey Key => new(Kind, Number, Subject);

    /// <summary>Whom to turn to when nothing happens, in order: the responsible, then the training manager, then HR, who is the last.</summary>
    public static IReadOnlyList<DutyRole> Ladder(DutyRole responsible) =>
        responsible == DutyRole.Hr ? [DutyRole.Hr] : [.. new[] { responsible, DutyRole.TrainingManager, DutyRole.Hr }.Distinct()];
}
