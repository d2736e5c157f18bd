namespace Apprentices.Features.FinalTests;

/// <summary>What somebody may enter about a test; each has a short form of its own.</summary>
public enum TestEvent
{
    Result,
    Deferral,
    Appeal,
    AppealDecision,
    Certificate,
    SentOut,
    Annulment,
}
