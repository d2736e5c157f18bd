using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// Lets an auditor read chosen records from a day to a day, for a purpose the apprentices are told. HR gives it and may end it at any
/// time; it opens nothing before its first day and nothing after its last.
/// </summary>
public sealed class AuditGrant : IVersioned
{
    /// <summary>The longest text of a purpose, in characters.</summary>
    public const int LongestPurpose = 500;

    /// <summary>The longest it may last, in days.</summary>
    public const int MostDays = 183;

    private readonly List<AuditedRecord> records = [];

    private AuditGrant() { }

    /// <exception cref="RuleException">The days, the purpose or the auditor cannot be, or no record was chosen.</exception>
    public AuditGrant(Person auditor, DateOnly fromOn, DateOnly toOn, string? purpose, IReadOnlyCollection<Guid> apprenticeshipIds, Guid grantedById, DateTimeOffset at)
    {
        Rule.Require((auditor.Roles & ~Roles.Auditor) == Roles.None, RuleTexts.AuditorHasOtherRole);
        Rule.Require(auditor.Id != grantedById, RuleTexts.AuditorHasOtherRole);
        Rule.Require(toOn >= fromOn, RuleTexts.EndBeforeStart);
        Rule.Require(toOn.DayNumber - fromOn.DayNumber < MostDays, RuleTexts.AuditTooLong);
        Rule.Require(!string.IsNullOrWhiteSpace(purpose) && purpose.Length <= LongestPurpose, RuleTexts.AuditPurposeMissing);
        Rule.Require(apprenticeshipIds.Count > 0, RuleTexts.AuditOfNothing);

        auditor.Grant(Roles.Auditor);
        (AuditorId, FromOn, ToOn, Purpose, GrantedById, GrantedAt) = (auditor.Id, fromOn, toOn, purpose!.Trim(), grantedById, at);
        records.AddRange(apprenticeshipIds.Distinct().Select(id => new AuditedRecord(id)));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid AuditorId { get; private set; }
    public Person Auditor { get; private set; } = null!;

    /// <summary>The first day it opens something.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly ToOn { get; private set; }

    /// <summary>What for, in HR's words; the apprentice reads it.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Purpose { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid GrantedById { get; private set; }
    public Person GrantedBy { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>Who ended it before its last day.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? EndedById { get; private set; }
    public Person? EndedBy { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<AuditedRecord> Records => records;

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>The one definition of "opens its records on that day", in SQL and in memory.</summary>
    public static Expression<Func<AuditGrant, bool>> OpenOn(DateOnly day) =>
        grant => grant.EndedAt == null && grant.FromOn <= day && grant.ToOn >= day;

    /// <summary>Ends it at once.</summary>
    /// <exception cref="RuleException">It is over already.</exception>
    public void End(Guid byId, DateTimeOffset at, DateOnly today)
    {
        Rule.Require(EndedAt is null && ToOn >= today, RuleTexts.AuditOver);
        (EndedById, EndedAt) = (byId, at);
    }

    /// <summary>Somebody was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid goneId, Guid keptId)
    {
        AuditorId = AuditorId == goneId ? keptId : AuditorId;
        GrantedById = GrantedById == goneId ? keptId : GrantedById;
        EndedById = EndedById == goneId ? keptId : EndedById;
    }
}

/// <summary>One record that a grant opens.</summary>
public sealed class AuditedRecord
{
    private AuditedRecord() { }

    internal AuditedRecord(Guid apprenticeshipId) => ApprenticeshipId = apprenticeshipId;

    public Guid GrantId { get; private set; }
    public AuditGrant Grant { get; private set; } = null!;
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;
}
