namespace Apprentices.Domain;

/// <summary>What a supervisor may put off on her home: what waits for her and does not have to be done today.</summary>
public enum PutOffKind
{
    /// <summary>An observation of an apprentice, until next week.</summary>
    Observation,
    TalkToSign,
    HandOver,
    Duty,
    Talk,
    BehindPlan,
    GoalsToRate,
    TemplateOffer,
    Quiet,

    /// <summary>Something a talk agreed on.</summary>
    AgreedAction,
}

/// <summary>That somebody has put something off until a day; from that day it waits for her again. Hers alone.</summary>
public sealed class PutOff
{
    private PutOff() { }

    public PutOff(Guid personId, PutOffKind kind, Guid aboutId) => (PersonId, Kind, AboutId) = (personId, kind, aboutId);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public Guid PersonId { get; private set; }

    [NotPersonal]
    public PutOffKind Kind { get; private set; }

    /// <summary>The apprenticeship, talk, duty or placement it is about.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public Guid AboutId { get; private set; }

    /// <summary>The first day it waits again.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public DateOnly UntilOn { get; private set; }

    public void Until(DateOnly day) => UntilOn = day;
}
