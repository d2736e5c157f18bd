namespace Apprentices.Domain;

/// <summary>
/// That traces were taken away: those about a person who is erased, or those whose time is over. It is sealed with the others, so
/// that what is missing without it is seen, and it stays.
/// </summary>
public sealed class TraceRemoval : Trace
{
    private TraceRemoval() { }

    /// <summary>Everything about a person.</summary>
    public TraceRemoval(TracePerson erased, DateTimeOffset at) : base(erased, at) { }

    /// <summary>Everything of a kind that is older than an instant.</summary>
    public TraceRemoval(TraceKind of, DateTimeOffset before, DateTimeOffset at) : base(null, at) => (Of, Before) = (of, before);

    /// <summary>The kind whose time is over; none for an erasure.</summary>
    [NotPersonal]
    public TraceKind? Of { get; private set; }

    /// <summary>What is older went.</summary>
    [NotPersonal]
    public DateTimeOffset? Before { get; private set; }

    public override TraceKind Kind => TraceKind.Removal;

    protected override TracePerson? LockedUnder => null;

    protected override IReadOnlyList<string?> InTheOpen => [Of?.ToString(), Before is { } before ? Said(before) : null];
}
