using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>Where a half-yearly talk stands.</summary>
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
/// The half-yearly talk in which an instructor assesses an apprentice, always without a grade (opplæringsforskrifta §§ 9-6,
/// 9-13). It is scheduled, then held, then signed; a signed one never changes. Its content is confidential.
/// </summary>
public sealed class Evaluation : IVersioned
{
    /// <summary>The longest summary, in characters.</summary>
    public const int LongestSummary = 20_000;

    private readonly List<EvaluationSignature> signatures = [];

    private Evaluation() { }

    internal Evaluation(int number) => Number = number;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>Which half-year of the training it belongs to, from 1.</summary>
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

    /// <summary>The one definition of "still to be held by that day", in SQL and in memory.</summary>
    public static Expression<Func<Evaluation, bool>> DueBy(DateOnly day) =>
        evaluation => evaluation.State == EvaluationState.Planned && evaluation.DueOn <= day;

    /// <summary>
    /// The one definition of "overdue on that day", in SQL and in memory: not held, its last day past, the training not over.
    /// </summary>
    public static Expression<Func<Evaluation, bool>> OverdueOn(DateOnly day) => evaluation =>
        evaluation.State == EvaluationState.Planned && evaluation.DueOn < day && evaluation.Apprenticeship.EndsOn >= day;

    /// <summary>Agrees on the day of the talk.</summary>
    /// <exception cref="RuleException">It is held already, or the day lies before its window.</exception>
    public void PlanOn(DateOnly? day)
    {
        Rule.Require(State == EvaluationState.Planned, RuleTexts.EvaluationNotPlanned);
        Rule.Require(day is null || day >= WindowStartsOn, RuleTexts.BeforeTheWindow);

        PlannedOn = day;
    }

    /// <summary>Records that it was held, by whom and what was agreed.</summary>
    /// <exception cref="RuleException">It is signed, or the day or the summary is impossible.</exception>
    public void Hold(DateOnly heldOn, string summary, Guid heldById, DateOnly today)
    {
        Rule.Require(State is EvaluationState.Planned or EvaluationState.Held, RuleTexts.EvaluationNotPlanned);
        Rule.Require(signatures.Count == 0, RuleTexts.EvaluationSigned);
        Rule.Require(heldOn <= today, RuleTexts.DayAhead);
        Rule.Require(heldOn >= WindowStartsOn, RuleTexts.BeforeTheWindow);
        Rule.Require(!string.IsNullOrWhiteSpace(summary), RuleTexts.SummaryMissing);
        Rule.Require(summary.Length <= LongestSummary, RuleTexts.SummaryTooLong);

        (State, HeldOn, Summary, HeldById) = (EvaluationState.Held, heldOn, summary.Trim(), heldById);
    }

    /// <summary>Signs it. With the apprentice's and a supervisor's signature it is locked.</summary>
    /// <exception cref="RuleException">It is not held, already locked, or signed by the same person.</exception>
    public void Sign(Guid personId, Roles asRole, DateTimeOffset at)
    {
        Rule.Require(State != EvaluationState.Signed, RuleTexts.EvaluationSigned);
        Rule.Require(State == EvaluationState.Held, RuleTexts.EvaluationNotHeld);
        Rule.Require(signatures.TrueForAll(signature => signature.PersonId != personId), RuleTexts.SignedByYou);

        signatures.Add(new EvaluationSignature(personId, asRole, at));
        var byApprentice = signatures.Exists(signature => signature.Role == Roles.Apprentice);
        var bySupervisor = signatures.Exists(signature => signature.Role != Roles.Apprentice);
        State = byApprentice && bySupervisor ? EvaluationState.Signed : EvaluationState.Held;
    }

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

/// <summary>That somebody signed a talk in her own session: who, as what, when.</summary>
public sealed class EvaluationSignature
{
    private EvaluationSignature() { }

    internal EvaluationSignature(Guid personId, Roles role, DateTimeOffset signedAt) => (PersonId, Role, SignedAt) = (personId, role, signedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Roles Role { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>The signer was entered twice: the signature now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => PersonId = keptPersonId;
}
