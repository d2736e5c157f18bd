using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>Who follows up an apprenticeship, as what, from and to which day (both inclusive).</summary>
public sealed class Assignment : IVersioned
{
    private Assignment() { }

    internal Assignment(Guid personId, AssignmentRole role, DateOnly fromOn, bool isDeputy = false) =>
        (PersonId, Role, FromOn, IsDeputy) = (personId, role, fromOn, isDeputy);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public AssignmentRole Role { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day; empty while it lasts.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? ToOn { get; private set; }

    /// <summary>Stands in for whoever has the role, with the same rights for the time.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public bool IsDeputy { get; private set; }

    /// <summary>The placement that made it; empty where it is HR's own.</summary>
    [NotPersonal]
    public Guid? PlacementId { get; private set; }

    /// <summary>The placement at whose beginning it ends, and without which it would last on.</summary>
    [NotPersonal]
    public Guid? EndedByPlacementId { get; private set; }

    /// <summary>The last day it would have without that placement; empty: none.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly? OtherwiseToOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>Whether the role supervises: gives the training or is responsible for it. A mentor and an HR contact do not.</summary>
    public bool Supervises => Role <= AssignmentRole.Instructor;

    /// <summary>The one definition of "follows it up on that day", in SQL and in memory.</summary>
    public static Expression<Func<Assignment, bool>> CurrentOn(DateOnly day) =>
        assignment => assignment.FromOn <= day && (assignment.ToOn == null || assignment.ToOn >= day);

    /// <summary>Whether it lasts on the day.</summary>
    public bool IsCurrentOn(DateOnly day) => FromOn <= day && (ToOn is null || ToOn >= day);

    /// <summary>Whether both last on some day.</summary>
    public bool Overlaps(Assignment other) =>
        FromOn <= (other.ToOn ?? DateOnly.MaxValue) && (ToOn ?? DateOnly.MaxValue) >= other.FromOn;

    /// <summary>Whether it lasts on every day of the other.</summary>
    public bool Covers(Assignment other) => FromOn <= other.FromOn && (ToOn is null || ToOn >= other.ToOn);

    internal void EndOn(DateOnly? lastDay) => (ToOn, EndedByPlacementId, OtherwiseToOn) = (lastDay, null, null);

    /// <summary>Another of the role begins the day after; if a placement made that one, this one remembers how long it lasts otherwise.</summary>
    internal void EndFor(DateOnly nextFromOn, Guid? placementId) => (OtherwiseToOn, EndedByPlacementId, ToOn) =
        (placementId is null ? null : EndedByPlacementId is null ? ToOn : OtherwiseToOn, placementId, nextFromOn.AddDays(-1));

    /// <summary>A placement made it.</summary>
    internal void MadeBy(Guid placementId) => PlacementId = placementId;

    /// <summary>HR has decided the same: it does not go with the placement any more.</summary>
    internal void MakeOwn() => PlacementId = null;

    /// <summary>The person was entered twice and had the role twice at once: it lasts as long as both together.</summary>
    public void Join(Assignment other) => (FromOn, ToOn) = (
        FromOn < other.FromOn ? FromOn : other.FromOn,
        ToOn is null || other.ToOn is null ? null : ToOn > other.ToOn ? ToOn : other.ToOn);

    /// <summary>The person was entered twice: the assignment now belongs to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => PersonId = keptPersonId;
}
