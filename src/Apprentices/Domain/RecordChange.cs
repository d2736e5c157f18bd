using System.Text.Json.Serialization;

namespace Apprentices.Domain;

/// <summary>How a contract came to an end before its time (opplæringslova § 7-3).</summary>
public enum TerminationWay
{
    /// <summary>Oppseiing: both parties agree, and the county is told in writing before.</summary>
    ByAgreement,

    /// <summary>Heving: the county decides it.</summary>
    ByCountyDecision,
}

/// <summary>The result of a final test by the law's three grades (opplæringsforskrifta § 9-5).</summary>
public enum TestGrade
{
    NotPassed,
    Passed,
    PassedWithDistinction,
}

/// <summary>
/// What happened to a contract: the content of one dated entry of the record. Entries are added and never rewritten; replayed
/// in order they give the contract as it stands (<see cref="ContractState"/>). Why an interruption was is never in here.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(ContractEntered), "entered")]
[JsonDerivedType(typeof(ContractCorrected), "corrected")]
[JsonDerivedType(typeof(ContractSigned), "signed")]
[JsonDerivedType(typeof(ContractApproved), "approved")]
[JsonDerivedType(typeof(AgreementSigned), "agreement")]
[JsonDerivedType(typeof(InterruptionBegun), "interrupted")]
[JsonDerivedType(typeof(InterruptionEnded), "interruption-ended")]
[JsonDerivedType(typeof(PeriodExtended), "extended")]
[JsonDerivedType(typeof(ConsentGiven), "consent")]
[JsonDerivedType(typeof(ConsentRefused), "consent-refused")]
[JsonDerivedType(typeof(WorkplaceChanged), "workplace")]
[JsonDerivedType(typeof(CountyChanged), "county")]
[JsonDerivedType(typeof(CurriculumChanged), "curriculum")]
[JsonDerivedType(typeof(KindChanged), "kind")]
[JsonDerivedType(typeof(ContractTerminated), "terminated")]
[JsonDerivedType(typeof(TrainingCompleted), "completed")]
[JsonDerivedType(typeof(TestHeld), "test")]
[JsonDerivedType(typeof(TestDeferred), "test-deferred")]
[JsonDerivedType(typeof(TestSentOut), "test-sent-out")]
[JsonDerivedType(typeof(TestAnnulled), "test-annulled")]
[JsonDerivedType(typeof(TestAppealed), "appealed")]
[JsonDerivedType(typeof(AppealDecided), "appeal-decided")]
[JsonDerivedType(typeof(CertificateReceived), "certificate")]
[JsonDerivedType(typeof(ChangeWithdrawn), "withdrawn")]
public abstract record RecordChange
{
    /// <summary>Whether it holds only once the county has consented to it (opplæringslova § 7-2: kind, length, plan).</summary>
    [JsonIgnore]
    public virtual bool NeedsConsent => false;

    /// <summary>Whether the county, or the training office for us, must be told of it.</summary>
    [JsonIgnore]
    public virtual bool MustBeTold => NeedsConsent;

    /// <summary>The first day it is about; nothing where it is about the contract as a whole.</summary>
    [JsonIgnore]
    public virtual DateOnly? FirstDay => null;

    /// <summary>The earlier entry it is about, if any.</summary>
    [JsonIgnore]
    public virtual Guid? Earlier => null;
}

/// <summary>The contract as it was entered.</summary>
public sealed record ContractEntered(Apprenticeship.Terms Terms) : RecordChange
{
    public override DateOnly? FirstDay => Terms.StartsOn;
}

/// <summary>What the contract says was entered wrongly; this is what it says.</summary>
public sealed record ContractCorrected(Apprenticeship.Terms Terms) : RecordChange;

/// <summary>Both parties signed the contract. It must be written before the training begins (opplæringslova § 7-2).</summary>
public sealed record ContractSigned(DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;
}

/// <summary>The county approved the contract (opplæringslova § 7-2).</summary>
public sealed record ContractApproved(DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;
}

/// <summary>
/// The employment agreement (arbeidsavtale), which an apprentice has beside the contract and which lapses with it
/// (opplæringslova § 7-4).
/// </summary>
/// <param name="SignedOn">The day of the last signature.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day as written; empty: as long as the contract.</param>
/// <param name="PositionCode">The state's position code: 1362 apprentice, 1446 training candidate.</param>
public sealed record AgreementSigned(DateOnly SignedOn, DateOnly StartsOn, DateOnly? EndsOn, string? PositionCode) : RecordChange
{
    public override DateOnly? FirstDay => StartsOn;
}

/// <summary>A break in the training began.</summary>
/// <param name="FromOn">Its first day.</param>
/// <param name="ToOn">Its last day, inclusive; empty while nobody knows it.</param>
/// <param name="Percent">How much of the training is away, 1-100 %.</param>
/// <param name="Prolongs">Whether the training is to last longer by it, which takes the county's consent.</param>
public sealed record InterruptionBegun(DateOnly FromOn, DateOnly? ToOn, int Percent, bool Prolongs) : RecordChange
{
    public override bool NeedsConsent => Prolongs;

    public override DateOnly? FirstDay => FromOn;
}

/// <summary>The last day of a break became known, or another one than was thought. What it moves waits for the county anew.</summary>
public sealed record InterruptionEnded(Guid Interruption, DateOnly ToOn) : RecordChange
{
    public override DateOnly? FirstDay => ToOn;

    public override Guid? Earlier => Interruption;
}

/// <summary>The training is to last longer, for another reason than a break.</summary>
/// <param name="NewEndsOn">The last day asked for.</param>
/// <param name="Days">By how many days that is longer than the training was when it was asked for.</param>
public sealed record PeriodExtended(DateOnly NewEndsOn, int Days) : RecordChange
{
    public override bool NeedsConsent => true;

    public override DateOnly? FirstDay => NewEndsOn;
}

/// <summary>The county consented to an earlier entry as it stood.</summary>
public sealed record ConsentGiven(Guid To, DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;

    public override Guid? Earlier => To;
}

/// <summary>The county said no to an earlier entry: it moves nothing and waits for nobody.</summary>
public sealed record ConsentRefused(Guid To, DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;

    public override Guid? Earlier => To;
}

/// <summary>She works somewhere else from a day on.</summary>
public sealed record WorkplaceChanged(DateOnly FromOn, Guid WorkplaceId) : RecordChange
{
    public override DateOnly? FirstDay => FromOn;
}

/// <summary>Another county holds the contract from a day on.</summary>
public sealed record CountyChanged(DateOnly FromOn, string CountyNumber) : RecordChange
{
    public override DateOnly? FirstDay => FromOn;
}

/// <summary>Another curriculum: a new version, or another trade. The county's consent is recorded with it.</summary>
public sealed record CurriculumChanged(DateOnly FromOn, string CurriculumCode, DateOnly ConsentOn) : RecordChange
{
    public override bool MustBeTold => false;

    public override DateOnly? FirstDay => FromOn;
}

/// <summary>From an apprenticeship contract to a training contract, or back (opplæringslova § 7-2: with the county's consent).</summary>
public sealed record KindChanged(DateOnly FromOn, ContractKind Kind) : RecordChange
{
    public override bool NeedsConsent => true;

    public override DateOnly? FirstDay => FromOn;
}

/// <summary>The contract ends before its time; an attest is due (opplæringslova § 7-3).</summary>
/// <param name="LastDayOn">The last day of the training.</param>
/// <param name="Way">By agreement, of which the county is told before; or by the county's own decision.</param>
public sealed record ContractTerminated(DateOnly LastDayOn, TerminationWay Way) : RecordChange
{
    public override bool MustBeTold => Way == TerminationWay.ByAgreement;

    public override DateOnly? FirstDay => LastDayOn;
}

/// <summary>The training is completed: tested, and at its end.</summary>
public sealed record TrainingCompleted(DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;
}

/// <summary>A final test was held, with its result.</summary>
/// <param name="HeldOn">The last day of the test.</param>
/// <param name="Grade">Its grade.</param>
/// <param name="NoticeOn">The day the result reached the candidate, from which the time to appeal counts.</param>
public sealed record TestHeld(DateOnly HeldOn, TestGrade Grade, DateOnly NoticeOn) : RecordChange
{
    public override DateOnly? FirstDay => HeldOn;
}

/// <summary>An earlier entry was a mistake. It stays readable and no longer counts.</summary>
public sealed record ChangeWithdrawn(Guid Mistake) : RecordChange
{
    public override Guid? Earlier => Mistake;
}
