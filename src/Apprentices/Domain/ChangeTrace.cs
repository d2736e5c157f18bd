using System.Text.Json;

namespace Apprentices.Domain;

/// <summary>Who may read a change, besides what they may see of the record.</summary>
public enum TraceAudience
{
    /// <summary>Whoever may open the record.</summary>
    Record,

    /// <summary>Whoever may read what is said in its talks.</summary>
    Talks,

    /// <summary>The apprentice alone: what she has not handed in is hers.</summary>
    Owner,

    /// <summary>The person herself, and HR.</summary>
    OwnerAndHr,

    /// <summary>HR alone.</summary>
    Hr,
}

/// <summary>What became of a row.</summary>
public enum ChangeWay
{
    Added,
    Changed,
    Removed,
}

/// <summary>One column that changed. What is sensitive is named, and never said.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="From">What stood there.</param>
/// <param name="To">What stands there now.</param>
/// <param name="IsUnsaid">Whether it is named only.</param>
/// <param name="IsTie">Whether it is a list of other rows: then it says what was taken out of the list and what was put into it, and not what stayed.</param>
public sealed record ChangedColumn(string Name, string? From, string? To, bool IsUnsaid = false, bool IsTie = false);

/// <summary>One row that changed; or so many of a table that were added together and are not told one by one.</summary>
public sealed record ChangedRow(string Table, Guid? Id, ChangeWay Way, IReadOnlyList<ChangedColumn> Columns, int Count = 1);

/// <summary>
/// What one use case changed in one go about one person, or of the employer's own: who, when, which rows and columns, from and to.
/// Not the dated entries of the contract (<see cref="RecordEntry"/>), which say what happened in the world; this says what was done
/// in the app.
/// </summary>
public sealed class ChangeTrace : Trace
{
    private ChangeTrace() { }

    public ChangeTrace(TracePerson? subject, Guid? apprenticeshipId, TracePerson? actor, TraceAudience audience, string useCase, DateTimeOffset at)
        : base(subject, at) =>
        (ApprenticeshipId, Actor, ActorId, Audience, UseCase) = (apprenticeshipId, actor, actor?.Id, audience, useCase);

    /// <summary>The record. No foreign key: the trace goes its own way.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.Months, ArchiveValue.None)]
    public Guid? ApprenticeshipId { get; private set; }

    /// <summary>Who did it; nobody: a job or a command.</summary>
    public Guid? ActorId { get; private set; }
    public TracePerson? Actor { get; private set; }

    [NotPersonal]
    public TraceAudience Audience { get; private set; }

    /// <summary>The use case by its class, or the job or command by its id.</summary>
    [NotPersonal]
    public string UseCase { get; private set; } = "";

    public override TraceKind Kind => TraceKind.Change;

    protected override IReadOnlyList<string?> InTheOpen => [ApprenticeshipId?.ToString(), ActorId?.ToString(), Audience.ToString(), UseCase];

    /// <summary>What changed, as it is locked.</summary>
    public static string Written(IReadOnlyList<ChangedRow> rows) => JsonSerializer.Serialize(rows);

    /// <summary>What changed; nothing where it can no longer be read.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or the key is another one.</exception>
    public IReadOnlyList<ChangedRow>? Read(TraceKeys keys) => Open(keys) is { } content ? JsonSerializer.Deserialize<IReadOnlyList<ChangedRow>>(content) : null;
}
