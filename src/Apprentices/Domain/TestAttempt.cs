namespace Apprentices.Domain;

/// <summary>Where and when a final test is held.</summary>
/// <param name="Place">Where; normally where most of the training was (opplæringsforskrifta § 9-55).</param>
/// <param name="MeetingOn">The day of the start meeting with the examination board, if it is known.</param>
/// <param name="MeetingAt">Its hour.</param>
/// <param name="FirstDayOn">The first day of the test.</param>
/// <param name="LastDayOn">The last one.</param>
public sealed record TestDates(string Place, DateOnly? MeetingOn, TimeOnly? MeetingAt, DateOnly FirstDayOn, DateOnly LastDayOn);

/// <summary>Why dates that were agreed do not hold any more.</summary>
public enum TestDatesEnd
{
    /// <summary>Others were agreed in their place.</summary>
    Moved,

    /// <summary>They were called off, and there are no others yet.</summary>
    CalledOff,

    /// <summary>She could not come (opplæringsforskrifta § 9-67).</summary>
    Deferred,
}

/// <summary>
/// The preparation of one attempt at the final test: who is responsible, when the trial test is, and the dates as they were agreed.
/// That it was registered and accommodation applied for stands in the duties, its result in the record.
/// </summary>
public sealed class TestAttempt : IVersioned
{
    /// <summary>The longest place, in characters.</summary>
    public const int LongestPlace = 200;

    private readonly List<TestAgreement> agreements = [];

    private TestAttempt() { }

    public TestAttempt(Guid apprenticeshipId, int number) => (ApprenticeshipId, Number) = (apprenticeshipId, number);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>The how-manieth of the apprenticeship.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    /// <summary>Who sees to everything around it in the house.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? ResponsibleId { get; private set; }
    public Person? Responsible { get; private set; }

    /// <summary>The day agreed for the trial test.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly? TrialOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>Each time dates were agreed, in order; the last may have been called off.</summary>
    public IReadOnlyList<TestAgreement> Agreements => agreements;

    /// <summary>The dates that hold; nothing where none are agreed.</summary>
    public TestAgreement? Current => agreements.Find(agreement => agreement.IsCurrent);

    /// <summary>Names who sees to it, and the day of the trial test.</summary>
    public void Prepare(Guid? responsibleId, DateOnly? trialOn) => (ResponsibleId, TrialOn) = (responsibleId, trialOn);

    /// <summary>Agrees dates. The same again changes nothing; others take the place of those there were, which are kept.</summary>
    /// <param name="dates">When and where.</param>
    /// <param name="earliest">The first day the test can be, where there is one.</param>
    /// <param name="byId">Who noted it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleException">They cannot be so.</exception>
    public void Agree(TestDates dates, DateOnly? earliest, Guid? byId, DateTimeOffset at)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(dates.Place), RuleTexts.TestPlaceMissing);
        Rule.Require(dates.Place.Trim().Length <= LongestPlace, RuleTexts.NoteTooLong);
        Rule.Require(dates.LastDayOn >= dates.FirstDayOn, RuleTexts.EndBeforeStart);
        Rule.Require(dates.MeetingOn is null || dates.MeetingOn <= dates.FirstDayOn, RuleTexts.MeetingAfterTest);
        Rule.Require(dates.MeetingAt is null || dates.MeetingOn is not null, RuleTexts.MeetingWithoutDay);
        Rule.Require(earliest is null || dates.FirstDayOn >= earliest, RuleTexts.TestTooEarly);

        var agreed = dates with { Place = dates.Place.Trim() };
        if (Current?.Dates == agreed)
        {
            return;
        }

        Current?.End(TestDatesEnd.Moved);
        agreements.Add(new TestAgreement(agreements.Count == 0 ? 1 : agreements.Max(a => a.Order) + 1, agreed, byId, at));
    }

    /// <summary>The dates there are do not hold any more, and others are not agreed yet.</summary>
    /// <exception cref="RuleException">None are agreed.</exception>
    public void CallOff(TestDatesEnd because)
    {
        Rule.Require(Current is not null, RuleTexts.NoTestDates);
        Current!.End(because);
    }

    /// <summary>Somebody named here was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptId) => ResponsibleId = keptId;
}

/// <summary>Dates of a test as they were agreed once. Kept, also when others took their place.</summary>
public sealed class TestAgreement
{
    private TestAgreement() { }

    internal TestAgreement(int order, TestDates dates, Guid? byId, DateTimeOffset at)
    {
        (Order, AgreedById, AgreedAt) = (order, byId, at);
        (Place, MeetingOn, MeetingAt, FirstDayOn, LastDayOn) = (dates.Place, dates.MeetingOn, dates.MeetingAt, dates.FirstDayOn, dates.LastDayOn);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid TestAttemptId { get; private set; }
    public TestAttempt TestAttempt { get; private set; } = null!;

    [NotPersonal]
    public int Order { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Place { get; private set; } = "";

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? MeetingOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public TimeOnly? MeetingAt { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly FirstDayOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly LastDayOn { get; private set; }

    /// <summary>Whether they hold.</summary>
    [NotPersonal]
    public bool IsCurrent { get; private set; } = true;

    /// <summary>Why they do not hold any more.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public TestDatesEnd? EndedBecause { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? AgreedById { get; private set; }
    public Person? AgreedBy { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset AgreedAt { get; private set; }

    /// <summary>When the apprentice said that she had read them.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset? ReadAt { get; private set; }

    public TestDates Dates => new(Place, MeetingOn, MeetingAt, FirstDayOn, LastDayOn);

    /// <summary>The apprentice has read them; the first time counts.</summary>
    /// <exception cref="RuleException">They do not hold any more.</exception>
    public void MarkRead(DateTimeOffset at)
    {
        Rule.Require(IsCurrent, RuleTexts.TestDatesPassed);
        ReadAt ??= at;
    }

    /// <summary>Somebody named here was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptId) => AgreedById = keptId;

    internal void End(TestDatesEnd because) => (IsCurrent, EndedBecause) = (false, because);
}
