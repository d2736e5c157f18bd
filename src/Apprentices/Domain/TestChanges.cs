namespace Apprentices.Domain;

/// <summary>How an appeal against a final test ended (opplæringsforskrifta § 10-9).</summary>
public enum AppealOutcome
{
    /// <summary>Nothing changes: it was dismissed, or what was decided stands.</summary>
    Stands,

    /// <summary>The grade is another one now.</summary>
    GradeChanged,

    /// <summary>What was decided is revoked, and the candidate may sit a new test as soon as possible.</summary>
    Revoked,
}

/// <summary>What a training ends in, on paper, from the county (opplæringsforskrifta § 9-54).</summary>
public enum CertificateKind
{
    TradeCertificate,
    JourneymanCertificate,
    CompetenceCertificate,
    PracticeCertificate,

    /// <summary>Vitnemål: for apprentices who had not met its requirements before.</summary>
    Diploma,
}

/// <summary>She could not come to the test, and that could not be foreseen: the test is held as soon as possible (opplæringsforskrifta § 9-67).</summary>
/// <param name="On">The day of the test she could not come to. It is no attempt.</param>
public sealed record TestDeferred(DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;
}

/// <summary>She was sent out of the test for disturbing it, and has a right to a new one (opplæringsforskrifta § 9-68).</summary>
public sealed record TestSentOut(DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;
}

/// <summary>The test was annulled for cheating; a new one is earliest a year later (opplæringsforskrifta § 9-69).</summary>
/// <param name="HeldOn">The last day of the test.</param>
/// <param name="AnnulledOn">The day it was annulled, from which the year counts.</param>
/// <param name="Test">The entry of its result, where one had been entered.</param>
public sealed record TestAnnulled(DateOnly HeldOn, DateOnly AnnulledOn, Guid? Test) : RecordChange
{
    public override DateOnly? FirstDay => AnnulledOn;

    public override Guid? Earlier => Test;
}

/// <summary>She appealed against a test that was not passed, was annulled, or that she was sent out of.</summary>
public sealed record TestAppealed(Guid Test, DateOnly On) : RecordChange
{
    public override DateOnly? FirstDay => On;

    public override Guid? Earlier => Test;
}

/// <summary>The appeal was decided.</summary>
/// <param name="Appeal">The entry of the appeal.</param>
/// <param name="On">The day it was decided.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Grade">The grade there is now, where it changed.</param>
public sealed record AppealDecided(Guid Appeal, DateOnly On, AppealOutcome Outcome, TestGrade? Grade) : RecordChange
{
    public override DateOnly? FirstDay => On;

    public override Guid? Earlier => Appeal;
}

/// <summary>The county has issued the certificate, and she has it.</summary>
public sealed record CertificateReceived(DateOnly On, CertificateKind Kind) : RecordChange
{
    public override DateOnly? FirstDay => On;
}
