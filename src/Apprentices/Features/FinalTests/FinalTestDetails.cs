using Apprentices.Domain;

namespace Apprentices.Features.FinalTests;

/// <summary>One time dates were agreed.</summary>
public sealed record AgreedDates(
    Guid Id, TestDates Dates, bool IsCurrent, TestDatesEnd? EndedBecause, string? AgreedBy, DateTimeOffset AgreedAt, DateTimeOffset? ReadAt);

/// <summary>One attempt: what was agreed about it, and what became of it.</summary>
public sealed record AttemptDetails(int Number, int? Version, Guid? ResponsibleId, string? Responsible, DateOnly? TrialOn, IReadOnlyList<AgreedDates> Agreements)
{
    /// <summary>The test as it was held; nothing while it lies ahead.</summary>
    public TestSitting? Sitting { get; init; }

    /// <summary>The first day it may be held, and the last, by its duty; nothing where the law sets none.</summary>
    public DateOnly? OpensOn { get; init; }
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The duty to register for it.</summary>
    public TrackedDuty? Registration { get; init; }

    public AgreedDates? Current => Agreements.FirstOrDefault(agreement => agreement.IsCurrent);
}

/// <summary>A common core subject, missing or passed.</summary>
public sealed record SubjectDetails(Guid Id, string Name, DateOnly? PassedOn, int Version);

/// <summary>A certificate the trade asks for, and since when she has it.</summary>
public sealed record CredentialDetails(Guid Id, LocalText Title, DateOnly? HeldOn);

/// <summary>Somebody who follows her up, to choose from.</summary>
public sealed record PersonDetails(Guid Id, string Name, AssignmentRole Role);

/// <summary>The way to her final test, whole: what is in place, the attempts, and what the reader may do.</summary>
public sealed record FinalTestDetails(
    Guid ApprenticeshipId, string Apprentice, bool IsOwn, LocalText Trade, string CurriculumCode, int? WorkingDays, DateOnly Today, ContractState State, Readiness Readiness)
{
    /// <summary>The saves of the contract the page was read with.</summary>
    public required int Version { get; init; }

    /// <summary>The last day of the training.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>All attempts there were or may be, in order; the last is the one that lies ahead unless there is none.</summary>
    public required IReadOnlyList<AttemptDetails> Attempts { get; init; }
    public required IReadOnlyList<SubjectDetails> Subjects { get; init; }
    public required IReadOnlyList<CredentialDetails> Credentials { get; init; }

    /// <summary>The duties behind what is in place, for the way to them.</summary>
    public required IReadOnlyDictionary<DutyKind, Guid> Duties { get; init; }

    /// <summary>Those who may be named as responsible.</summary>
    public required IReadOnlyList<PersonDetails> People { get; init; }

    /// <summary>Where she works, which is where the test is proposed to be.</summary>
    public required string Workplace { get; init; }

    public bool MayPlan { get; init; }

    /// <summary>The attempt that lies ahead; nothing where there is none.</summary>
    public AttemptDetails? Ahead => Attempts.Count > 0 && Attempts[^1].Sitting is null ? Attempts[^1] : null;

    /// <summary>The contract ended before its time: no test is ahead, and an attest is due.</summary>
    public bool IsCut => State.Termination is not null;

    /// <summary>Whether it can be entered now.</summary>
    public bool Allows(TestEvent what) => MayPlan && what switch
    {
        TestEvent.Result or TestEvent.SentOut or TestEvent.Deferral => Ahead is not null,
        TestEvent.Annulment => Ahead is not null || ToAnnul.Any(),
        TestEvent.Appeal => ToAppeal.Any(),
        TestEvent.AppealDecision => ToDecide.Any(),
        _ => State.TestPassedOn is not null,
    };

    public IEnumerable<TestSitting> ToAnnul => State.Sittings.Where(sitting => sitting.Outcome is TestOutcome.Passed or TestOutcome.NotPassed && sitting.Grade is not null);

    public IEnumerable<TestSitting> ToAppeal => State.Sittings.Where(sitting => sitting.AppealBy is not null);

    public IEnumerable<TestSitting> ToDecide => State.Sittings.Where(sitting => sitting.Appeal is { DecidedOn: null });
}
