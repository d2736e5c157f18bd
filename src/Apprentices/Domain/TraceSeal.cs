using System.Globalization;

namespace Apprentices.Domain;

/// <summary>What the seal keeps of one trace: no content, a commitment to it. It stays when the trace goes.</summary>
public sealed class SealedTrace
{
    private SealedTrace() { }

    public SealedTrace(int sealNumber, int position, Trace trace) =>
        (SealNumber, Position, TraceId, Kind, At, SubjectId, Commitment, Mark) =
            (sealNumber, position, trace.Id, trace.Kind, trace.At, trace.SubjectId, trace.Commitment, trace.Mark);

    public int SealNumber { get; private set; }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    [NotPersonal]
    public Guid TraceId { get; private set; }

    [NotPersonal]
    public TraceKind Kind { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset At { get; private set; }

    /// <summary>Whom it was about, by a number that leads to nobody once she is erased.</summary>
    [NotPersonal]
    public Guid? SubjectId { get; private set; }

    [NotPersonal]
    public string Commitment { get; private set; } = "";

    [NotPersonal]
    public string Mark { get; private set; } = "";

    /// <summary>What goes into the seal of it.</summary>
    public IReadOnlyList<string?> SealedFields => [Position.ToString(CultureInfo.InvariantCulture), .. MarkedFields, Mark];

    /// <summary>What its mark is made of.</summary>
    public IReadOnlyList<string?> MarkedFields => Trace.MarkedFields(Kind, TraceId, At, SubjectId, Commitment);
}

/// <summary>
/// One link of the chain: a seal over the traces of the last minutes and over the seal before it, made with a key outside the
/// database. Its head is also anchored outside it.
/// </summary>
public sealed class TraceSeal
{
    /// <summary>What stands before the first.</summary>
    public const string Beginning = "";

    private TraceSeal() { }

    public TraceSeal(int number, DateTimeOffset madeAt, string before, IReadOnlyList<SealedTrace> rows, TraceKeys keys)
    {
        (Number, Before, Count, SecretName) = (number, before, rows.Count, keys.Name);
        MadeAt = new DateTimeOffset(madeAt.UtcTicks - (madeAt.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        Head = HeadOver(rows, keys);
    }

    /// <summary>From 1; a gap tells that links were lost, by a backup that was put back or by somebody's hand.</summary>
    public int Number { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>How many traces it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The head of the seal before it.</summary>
    public string Before { get; private set; } = "";

    public string Head { get; private set; } = "";

    /// <summary>Which of the secrets made it.</summary>
    public string SecretName { get; private set; } = "";

    /// <summary>What the seal begins with, before its rows.</summary>
    public IReadOnlyList<string?> Fields =>
        ["seal", Number.ToString(CultureInfo.InvariantCulture), Trace.Said(MadeAt), Count.ToString(CultureInfo.InvariantCulture), Before];

    /// <summary>Whether it was made with one of the keys, and over these rows. Whoever has the database alone can make none that does.</summary>
    public bool Holds(IReadOnlyList<SealedTrace> rows, TraceKeys keys) => keys.Knows(SecretName) && HeadOver(rows, keys) == Head;

    private string HeadOver(IReadOnlyList<SealedTrace> rows, TraceKeys keys)
    {
        using var writer = keys.BeginSeal(SecretName, Fields);
        foreach (var row in rows)
        {
            writer.Add(row.SealedFields);
        }

        return writer.End();
    }
}
