using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>What a talk is for.</summary>
public enum EvaluationKind
{
    /// <summary>The half-yearly evaluation, which the law demands (opplæringsforskrifta §§ 9-6, 9-13).</summary>
    HalfYear,

    /// <summary>The first talk about how it goes.</summary>
    Start,

    /// <summary>Before another workplace or another instructor.</summary>
    BeforeChange,

    /// <summary>Whenever somebody asks for it.</summary>
    Extra,

    /// <summary>At the end of the training.</summary>
    Closing,

    /// <summary>After the trial final test.</summary>
    MockTest,
}

/// <summary>Where a talk stands.</summary>
public enum EvaluationState
{
    /// <summary>Still to be held.</summary>
    Planned,

    /// <summary>Held, waiting for signatures.</summary>
    Held,

    /// <summary>Signed by the apprentice and a supervisor: part of the record, never changed again.</summary>
    Signed,

    /// <summary>Not to be held, for a reason HR gave.</summary>
    Waived,

    /// <summary>Its window had ended when the record was entered here: nobody knows yet whether it was held.</summary>
    UnknownBeforeSystem,

    /// <summary>Held before the record was entered here, on paper or elsewhere.</summary>
    HeldBeforeSystem,
}

/// <summary>
/// A talk about an apprentice's training; each half-year one in which an instructor assesses her, always without a grade
/// (opplæringsforskrifta §§ 9-6, 9-13). It is scheduled, prepared by each on her own, held, then signed; a signed one never
/// changes. Its content is confidential.
/// </summary>
public sealed partial class Evaluation : IVersioned
{
    /// <summary>The longest summary, in characters.</summary>
    public const int LongestSummary = 20_000;

    private readonly List<EvaluationSignature> signatures = [];

    private Evaluation() { }

    internal Evaluation(int number, EvaluationKind kind = EvaluationKind.HalfYear) => (Number, Kind) = (number, kind);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [NotPersonal]
    public EvaluationKind Kind { get; private set; }

    /// <summary>Which half-year of the training it belongs to, from 1; of another kind the how-manieth.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public EvaluationState State { get; private set; }

    /// <summary>The first day of its window.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly WindowStartsOn { get; private set; }

    /// <summary>The last day it can be held in time.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly DueOn { get; private set; }

    /// <summary>The day it is agreed to be held; empty until it is.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly? PlannedOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? HeldOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? HeldById { get; private set; }

    /// <summary>What was said and agreed. Confidential: <c>Visibility.ContentVisibleTo</c>.</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Summary { get; private set; }

    /// <summary>Why it is not to be held.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? WaivedReason { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<EvaluationSignature> Signatures => signatures;

    /// <summary>Whether nothing has been done with it, so that it may go when the contract gets shorter.</summary>
    public bool IsUntouched => State is EvaluationState.Planned or EvaluationState.UnknownBeforeSystem;

    /// <summary>
    /// The one definition of "overdue by law on that day", in SQL and in memory: a half-yearly talk that is not held, its last
    /// day past, the training not over.
    /// </summary>
    public static Expression<Func<Evaluation, bool>> OverdueOn(DateOnly day) => evaluation =>
        evaluation.Kind == EvaluationKind.HalfYear && evaluation.State == EvaluationState.Planned && evaluation.DueOn < day && evaluation.Apprenticeship.EndsOn >= day;

    /// <summary>Marks a talk from before the record was entered as held then.</summary>
    /// <exception cref="RuleException">It is no such talk, or the day is impossible.</exception>
    public void MarkHeldBeforeSystem(DateOnly? heldOn, DateOnly today)
    {
        Rule.Require(State == EvaluationState.UnknownBeforeSystem, RuleTexts.EvaluationNotFromBefore);
        Rule.Require(heldOn is null || heldOn <= today, RuleTexts.DayAhead);

        (State, HeldOn) = (EvaluationState.HeldBeforeSystem, heldOn);
    }

    /// <summary>Decides that it is not to be held, and says why.</summary>
    /// <exception cref="RuleException">It is held already, or the reason is missing.</exception>
    public void Waive(string reason)
    {
        Rule.Require(IsUntouched, RuleTexts.EvaluationNotPlanned);
        Rule.Require(!string.IsNullOrWhiteSpace(reason), RuleTexts.ReasonMissing);

        (State, WaivedReason) = (EvaluationState.Waived, reason.Trim());
        CalendarSequence += PlannedOn is null ? 0 : 1;
    }

    internal void Schedule(HalfYear halfYear, DateOnly enteredOn)
    {
        if (!IsUntouched)
        {
            return;
        }

        (WindowStartsOn, DueOn) = (halfYear.StartsOn, halfYear.TalkDueOn);
        State = DueOn < enteredOn ? EvaluationState.UnknownBeforeSystem : EvaluationState.Planned;
        PlannedOn = PlannedOn >= WindowStartsOn ? PlannedOn : null;
    }

    /// <summary>The one who held it was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => HeldById = keptPersonId;
}
