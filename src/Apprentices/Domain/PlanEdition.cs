namespace Apprentices.Domain;

/// <summary>Why an edition of a plan was made.</summary>
public enum PlanEditionReason
{
    /// <summary>A supervisor puts it forward for the apprentice to agree to.</summary>
    Agreement,

    /// <summary>The plan as it was before it moved to another edition of the curriculum.</summary>
    BeforeMove,
}

/// <summary>
/// An apprentice's plan as it was at one time, kept unaltered and readable: put forward by a supervisor and agreed to by the
/// apprentice, each with a day, or kept before a move. The county's inspection asks for it (opplæringslova § 7-10).
/// </summary>
public sealed class PlanEdition : IVersioned
{
    private PlanEdition() { }

    internal PlanEdition(int number, PlanEditionReason reason, PlanContent content, Guid? madeById, DateTimeOffset madeAt) =>
        (Number, Reason, Content, MadeById, MadeAt) = (number, reason, content, madeById, madeAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>From 1.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    [NotPersonal]
    public PlanEditionReason Reason { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public PlanContent Content { get; private set; } = null!;

    /// <summary>Who put it forward.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? MadeById { get; private set; }
    public Person? MadeBy { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the apprentice agreed to it.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset? AgreedAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The apprentice agrees to the plan as it was put forward.</summary>
    /// <exception cref="RuleException">It was not put forward, or is agreed to already.</exception>
    public void Agree(DateTimeOffset at)
    {
        Rule.Require(Reason == PlanEditionReason.Agreement, RuleTexts.PlanNotPutForward);
        Rule.Require(AgreedAt is null, RuleTexts.PlanAgreedAlready);
        AgreedAt = at;
    }

    /// <summary>Whoever put it forward was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => MadeById = keptPersonId;
}

/// <summary>What an edition of a plan holds.</summary>
public sealed record PlanContent(string CurriculumCode, int CurriculumEdition, IReadOnlyList<PlanContentGoal> Goals, IReadOnlyList<TaskState> Tasks)
{
    /// <summary>The half-years of the training as they were; later breaks move the plan, not its editions.</summary>
    public IReadOnlyList<HalfYear> HalfYears { get; init; } = [];
}

/// <summary>A goal as an edition of a plan holds it, with the words it had and the level at the time.</summary>
public sealed record PlanContentGoal(string Code, int Order, LocalText Title, OfficialText Wording, int HalfYear, DateOnly ExpectedOn, Level Level, DateOnly? RatedOn);
