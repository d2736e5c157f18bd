using System.Globalization;

namespace Apprentices.Domain;

/// <summary>
/// One row of the traces: something that was read or changed. Added, never changed; it goes only when its time is over or the
/// person it is about is erased (<see cref="TraceRemoval"/>). What is in it lies locked under the key of that person
/// (<see cref="TracePerson"/>); the seal holds a salted commitment to it alone, and so outlives it.
/// </summary>
public abstract class Trace
{
    /// <summary>The longest text of a trace that is not locked.</summary>
    public const int LongestName = 80;

    protected Trace() { }

    protected Trace(TracePerson? subject, DateTimeOffset at)
    {
        (Subject, SubjectId) = (subject, subject?.Id);
        At = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>As fine as both databases keep it.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.Months, ArchiveValue.None)]
    public DateTimeOffset At { get; private set; }

    /// <summary>Whom it is about, and under whose key it lies; nobody: the employer's own.</summary>
    public Guid? SubjectId { get; private set; }
    public TracePerson? Subject { get; private set; }

    /// <summary>The salt and what only those see who may open it, locked.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.Months, ArchiveValue.None)]
    public byte[] Locked { get; private set; } = [];

    /// <summary>The SHA-256 of the salt and all that the row says, 64 hexadecimal digits.</summary>
    [NotPersonal]
    public string Commitment { get; private set; } = "";

    /// <summary>Made with the key that lies outside the database: whoever has the database alone cannot add a row.</summary>
    [NotPersonal]
    public string Mark { get; private set; } = "";

    /// <summary>The seal it is chained in; none yet for one of the last minutes.</summary>
    [NotPersonal]
    public int? SealNumber { get; private set; }

    /// <summary>What kind of trace it is, as it is sealed.</summary>
    public abstract TraceKind Kind { get; }

    /// <summary>Under whose key it lies; nobody's: the employer's own.</summary>
    protected virtual TracePerson? LockedUnder => Subject;

    /// <summary>What the row says in the open, in a fixed order, as it is sealed.</summary>
    protected abstract IReadOnlyList<string?> InTheOpen { get; }

    /// <summary>Locks what is in it; the row is then whole.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The person's key cannot be had.</exception>
    public void Lock(TraceKeys keys, string content)
    {
        var salt = TraceKeys.Salt();
        Locked = keys.Lock(LockedUnder, Id, salt, content);
        Commitment = CommitmentTo(salt, content);
        Mark = keys.MarkOf(MarkedFields(Kind, Id, At, SubjectId, Commitment));
    }

    /// <summary>What is in it; nothing where the person's key was destroyed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or the key is another one.</exception>
    public string? Open(TraceKeys keys) => keys.Open(LockedUnder, Id, Locked)?.Content;

    /// <summary>Whether the row says what it said when it was written.</summary>
    public bool IsAsWritten(TraceKeys keys)
    {
        try
        {
            return keys.Open(LockedUnder, Id, Locked) is not var (salt, content) || CommitmentTo(salt, content) == Commitment;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    /// <summary>What a mark is made of.</summary>
    public static IReadOnlyList<string?> MarkedFields(TraceKind kind, Guid id, DateTimeOffset at, Guid? subject, string commitment) =>
        [kind.ToString(), id.ToString(), Said(at), subject?.ToString(), commitment];

    /// <summary>An instant as it is sealed.</summary>
    public static string Said(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private string CommitmentTo(byte[] salt, string content) =>
        TraceKeys.Hash(salt, [Kind.ToString(), Id.ToString(), Said(At), SubjectId?.ToString(), .. InTheOpen, content]);
}

/// <summary>The kinds of rows that are sealed.</summary>
public enum TraceKind
{
    /// <summary>Somebody opened another's record (<see cref="AccessTrace"/>).</summary>
    Access,

    /// <summary>Something was changed (<see cref="ChangeTrace"/>).</summary>
    Change,

    /// <summary>Traces were taken away, as they must be (<see cref="TraceRemoval"/>).</summary>
    Removal,
}
