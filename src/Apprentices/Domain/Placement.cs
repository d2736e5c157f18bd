using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// A planned period of an apprentice at a workplace of the employer, with the instructor who receives her there. Before a
/// change the one who receives gets a hand-over page to confirm.
/// </summary>
public sealed class Placement : IVersioned
{
    /// <summary>So many days before its first day the hand-over opens to the one who receives her.</summary>
    public const int HandOverDays = 7;

    /// <summary>The longest text of a hand-over, in characters.</summary>
    public const int LongestText = 4000;

    private Placement() { }

    internal Placement(Guid workplaceId, Guid? instructorId, DateOnly fromOn, DateOnly toOn) =>
        (WorkplaceId, InstructorId, FromOn, ToOn) = (workplaceId, instructorId, fromOn, toOn);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid WorkplaceId { get; private set; }
    public Workplace Workplace { get; private set; } = null!;

    /// <summary>Who receives her; empty: her instructor stays.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? InstructorId { get; private set; }
    public Person? Instructor { get; private set; }

    /// <summary>The first day.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly ToOn { get; private set; }

    /// <summary>What is open and is to be followed up at the new place, in the words of the one who hands over.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? OpenActions { get; private set; }

    /// <summary>What has been agreed about how the work is arranged; never why.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? AgreedAdjustments { get; private set; }

    /// <summary>Who confirmed to have read the hand-over.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? ConfirmedById { get; private set; }
    public Person? ConfirmedBy { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset? ConfirmedAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The day the hand-over opens.</summary>
    public DateOnly HandOverOpensOn => FromOn.AddDays(-HandOverDays);

    /// <summary>
    /// The one definition of "a hand-over that is open and waits for a confirmation on the day", in SQL and in memory. Where her
    /// instructor stays the same, nothing is handed over.
    /// </summary>
    public static Expression<Func<Placement, bool>> WaitsForConfirmationOn(DateOnly day)
    {
        var opened = day.AddDays(HandOverDays);
        return placement => placement.InstructorId != null && placement.ConfirmedAt == null && placement.FromOn <= opened && placement.ToOn >= day
            && !placement.Apprenticeship.Assignments.Any(s => s.PersonId == placement.InstructorId && s.Role == AssignmentRole.Instructor
                && !s.IsDeputy && s.FromOn < placement.FromOn && (s.ToOn == null || s.ToOn >= placement.FromOn.AddDays(-1)));
    }

    /// <summary>The one definition of "received by her": the instructor, and whoever stands in for the instructor on the first day or, once it lasts, today.</summary>
    public static Expression<Func<Placement, bool>> ReceivedBy(Guid personId, DateOnly today) => placement =>
        placement.InstructorId == personId || (placement.InstructorId != null && placement.Apprenticeship.Assignments.Any(s => s.PersonId == personId
            && s.IsDeputy && s.Role == AssignmentRole.Instructor
            && ((s.FromOn <= placement.FromOn && (s.ToOn == null || s.ToOn >= placement.FromOn))
                || (placement.FromOn <= today && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))));

    /// <summary>Another instructor reads and confirms for herself; so does the same one, where it has moved so far that it is not open yet.</summary>
    internal void Change(Guid workplaceId, Guid? instructorId, DateOnly fromOn, DateOnly toOn, DateOnly today)
    {
        var isMoved = instructorId != InstructorId || (fromOn != FromOn && today < fromOn.AddDays(-HandOverDays));
        (WorkplaceId, InstructorId, FromOn, ToOn) = (workplaceId, instructorId, fromOn, toOn);
        (ConfirmedById, ConfirmedAt) = isMoved ? (null, null) : (ConfirmedById, ConfirmedAt);
    }

    /// <summary>Writes what the one who receives her is to know.</summary>
    /// <exception cref="RuleException">A text is too long, or the hand-over is confirmed.</exception>
    public void WriteHandOver(string? openActions, string? agreedAdjustments)
    {
        Rule.Require(ConfirmedAt is null, RuleTexts.HandOverConfirmed);
        Rule.Require((openActions?.Length ?? 0) <= LongestText && (agreedAdjustments?.Length ?? 0) <= LongestText, RuleTexts.HandOverTooLong);
        (OpenActions, AgreedAdjustments) = (Given(openActions), Given(agreedAdjustments));
    }

    /// <summary>The one who receives her has read the hand-over.</summary>
    /// <exception cref="RuleException">It is not open yet, or confirmed already.</exception>
    public void Confirm(Guid byId, DateTimeOffset at, DateOnly today)
    {
        Rule.Require(today >= HandOverOpensOn, RuleTexts.HandOverNotOpen);
        Rule.Require(ConfirmedAt is null, RuleTexts.HandOverConfirmed);
        (ConfirmedById, ConfirmedAt) = (byId, at);
    }

    /// <summary>A person was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId, Guid doublePersonId) => (InstructorId, ConfirmedById) =
        (InstructorId == doublePersonId ? keptPersonId : InstructorId, ConfirmedById == doublePersonId ? keptPersonId : ConfirmedById);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
