namespace Apprentices.Features.RecordChanges;

/// <summary>What somebody may enter about a contract; each has a short form of its own.</summary>
public enum WhatHappened
{
    Interruption,
    InterruptionEnd,
    Extension,
    Workplace,
    County,
    Curriculum,
    Kind,
    Signed,
    Approved,
    Agreement,
    Consent,
    Refusal,
    Termination,
    Completion,
    Test,
    Withdrawal,
}
