namespace Apprentices.Domain;

/// <summary>What of a record was opened.</summary>
public enum Opened
{
    /// <summary>The record itself: its contract, its people, its days.</summary>
    Record,
    Plan,
    Log,

    /// <summary>What was said in a talk.</summary>
    Talk,
    Portfolio,

    /// <summary>A file of the log.</summary>
    File,
    Observations,
    FinalTest,
    Pay,

    /// <summary>The entries of the contract.</summary>
    History,

    /// <summary>Why somebody was away, and what else is for HR alone.</summary>
    Sensitive,

    /// <summary>The change history.</summary>
    Changes,

    /// <summary>Who has read the record.</summary>
    Readers,

    /// <summary>One's own part of preparing a talk, with what the log and the plan say for it; not what the others have said.</summary>
    Preparation,
}

/// <summary>
/// That somebody opened another's record: who, when, which part, in which use case and, where it was asked for, why. The apprentice
/// sees each. The same thing of the same record counts once within a short while.
/// </summary>
public sealed class AccessTrace : Trace
{
    /// <summary>The longest purpose somebody may state.</summary>
    public const int LongestPurpose = 500;

    private AccessTrace() { }

    public AccessTrace(TracePerson subject, Guid apprenticeshipId, TracePerson reader, Opened what, Guid? thingId, string useCase, DateTimeOffset at)
        : base(subject, at) =>
        (ApprenticeshipId, Reader, ReaderId, What, ThingId, UseCase) = (apprenticeshipId, reader, reader.Id, what, thingId, useCase);

    /// <summary>The record. No foreign key: the trace goes its own way.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.Months, ArchiveValue.None)]
    public Guid ApprenticeshipId { get; private set; }

    public Guid ReaderId { get; private set; }
    public TracePerson Reader { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.Months, ArchiveValue.None)]
    public Opened What { get; private set; }

    /// <summary>The talk or file that was opened, where it is one of several.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.Months, ArchiveValue.None)]
    public Guid? ThingId { get; private set; }

    /// <summary>The use case it was read in, by its class.</summary>
    [NotPersonal]
    public string UseCase { get; private set; } = "";

    public override TraceKind Kind => TraceKind.Access;

    protected override IReadOnlyList<string?> InTheOpen => [ApprenticeshipId.ToString(), ReaderId.ToString(), What.ToString(), ThingId?.ToString(), UseCase];
}
