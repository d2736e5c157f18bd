namespace Apprentices.Domain;

/// <summary>What a row of the signatures says.</summary>
public enum SignatureKind
{
    Signed,

    /// <summary>She does not sign, and says why.</summary>
    Refused,

    /// <summary>It cannot be had; HR says why.</summary>
    Unobtainable,
}

/// <summary>That somebody signed a talk or an addendum in her own session: who, as what, when, and the hash of what was signed. Added, never changed.</summary>
public sealed class EvaluationSignature
{
    private EvaluationSignature() { }

    internal EvaluationSignature(
        Guid personId, string name, Roles role, DateTimeOffset signedAt, int addendum, string hash, SignatureKind kind = SignatureKind.Signed, string? reason = null) =>
        (PersonId, SignerId, Name, Role, SignedAt, Addendum, Hash, Kind, Reason) = (personId, personId, name, role, ToMicroseconds(signedAt), addendum, hash, kind, reason);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>The addendum it signs, from 1; 0: the talk itself.</summary>
    [NotPersonal]
    public int Addendum { get; private set; }

    [NotPersonal]
    public SignatureKind Kind { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>
    /// The person as she signed, under the seal: while she is registered, <see cref="PersonId"/> is the same. It stays where she was
    /// entered twice; empty for a signature from before it was kept.
    /// </summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? SignerId { get; private set; }

    /// <summary>The name as she typed it; empty for a signature from before it was kept.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Name { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Roles Role { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>The SHA-256 of the canonical JSON that was signed, 64 hexadecimal digits; empty for one from before it was kept.</summary>
    [NotPersonal]
    public string? Hash { get; private set; }

    /// <summary>Why she does not sign, or why it cannot be had.</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Reason { get; private set; }

    /// <summary>The how-manieth signature of the talk and its addenda it is, from 1; 0 for one from before it was kept.</summary>
    [NotPersonal]
    public int Order { get; private set; }

    /// <summary>
    /// The SHA-256 of what this row says, chained to the signature before it (<see cref="TalkSeal.Of(EvaluationSignature, string?)"/>):
    /// who, as what, when, what kind and why cannot be changed, left out or put in between without its being seen. Empty for one from before it was kept.
    /// </summary>
    [NotPersonal]
    public string? Seal { get; private set; }

    /// <summary>The signer was entered twice: the signature now names the one that is kept; the name she typed stays.</summary>
    public void MoveTo(Guid keptPersonId) => PersonId = keptPersonId;

    /// <summary>Chains it to the one before it, if there is any.</summary>
    internal void SealAfter(EvaluationSignature? before)
    {
        Order = (before?.Order ?? 0) + 1;
        Seal = TalkSeal.Of(this, before?.Seal);
    }

    /// <summary>As fine as both databases keep it.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}

/// <summary>What is signed: the talk, or an addendum to it, as canonical JSON (<see cref="TalkSeal"/>) and its SHA-256. Never changed once signed.</summary>
public sealed class SealedTalk
{
    private SealedTalk() { }

    internal SealedTalk(int addendum, string json, string hash, DateTimeOffset madeAt) => (Addendum, Json, Hash, MadeAt) = (addendum, json, hash, madeAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>The addendum, from 1; 0: the talk itself.</summary>
    [NotPersonal]
    public int Addendum { get; private set; }

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Json { get; private set; } = "";

    /// <summary>64 hexadecimal digits.</summary>
    [NotPersonal]
    public string Hash { get; private set; } = "";

    [NotPersonal]
    public DateTimeOffset MadeAt { get; private set; }
}

/// <summary>A correction of a signed talk, beside it: who wrote it, when and what; signed by the same parties.</summary>
public sealed class EvaluationAddendum
{
    private EvaluationAddendum() { }

    /// <exception cref="RuleException">The text is missing or too long.</exception>
    internal EvaluationAddendum(int number, string text, Guid byId, string byName, DateTimeOffset at)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text), RuleTexts.AddendumMissing);
        Rule.Require(text.Length <= FormContent.LongestText, RuleTexts.AnswerTooLong);
        (Number, Text, WrittenById, WriterName, WrittenAt) = (number, text.Trim(), byId, byName, at);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>From 1.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Text { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid WrittenById { get; private set; }
    public Person WrittenBy { get; private set; } = null!;

    /// <summary>The name it is signed under.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string WriterName { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When all had signed it.</summary>
    [NotPersonal]
    public DateTimeOffset? LockedAt { get; private set; }

    internal void Lock(DateTimeOffset at) => LockedAt = at;

    /// <summary>Who wrote it was entered twice: it now names the one that is kept; the name it is signed under stays.</summary>
    public void MoveTo(Guid keptPersonId) => WrittenById = keptPersonId;
}
