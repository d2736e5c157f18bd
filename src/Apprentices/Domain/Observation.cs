namespace Apprentices.Domain;

/// <summary>
/// What a supervisor saw an apprentice do, in a few words, tied to goals of her plan where it says something about them. The
/// apprentice reads it too (opplæringsforskrifta § 9-11: she is told what she masters and how to improve).
/// </summary>
public sealed class Observation : IVersioned
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 2000;

    private readonly List<PlannedGoal> goals = [];

    private Observation() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly ObservedOn { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Text { get; private set; } = "";

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid AuthorId { get; private set; }
    public Person Author { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When its author changed it last; empty: as it was written.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset? CorrectedAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<PlannedGoal> Goals => goals;

    /// <exception cref="RuleException">The text is missing or too long, the day impossible, or a goal another's.</exception>
    public static Observation Write(
        Apprenticeship apprenticeship, DateOnly observedOn, string text, IReadOnlyList<PlannedGoal> goals, Guid authorId, DateTimeOffset at, DateOnly today)
    {
        var observation = new Observation { ApprenticeshipId = apprenticeship.Id, AuthorId = authorId, WrittenAt = at };
        observation.Set(apprenticeship, observedOn, text, goals, today);
        return observation;
    }

    /// <summary>Its author puts it right.</summary>
    /// <exception cref="RuleException">As for writing one.</exception>
    public void Correct(Apprenticeship apprenticeship, DateOnly observedOn, string text, IReadOnlyList<PlannedGoal> tiedTo, DateTimeOffset at, DateOnly today)
    {
        Set(apprenticeship, observedOn, text, tiedTo, today);
        CorrectedAt = at;
    }

    private void Set(Apprenticeship apprenticeship, DateOnly observedOn, string text, IReadOnlyList<PlannedGoal> tiedTo, DateOnly today)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text), RuleTexts.ObservationMissing);
        Rule.Require(text.Length <= LongestText, RuleTexts.NoteTooLong);
        Rule.Require(observedOn <= today, RuleTexts.DayAhead);
        Rule.Require(observedOn >= apprenticeship.StartsOn && observedOn <= apprenticeship.EndsOn, RuleTexts.OutsideTheTraining);
        Rule.Require(tiedTo.All(apprenticeship.Plan.Contains), RuleTexts.GoalOfAnother);
        Rule.Require(tiedTo.Count <= LogEntry.MostGoals, RuleTexts.OneToThreeGoals);

        (ObservedOn, Text) = (observedOn, text.Trim());
        goals.RemoveAll(goal => !tiedTo.Contains(goal));
        goals.AddRange(tiedTo.Except(goals).ToList());
    }

    /// <summary>The author was entered twice: the observation now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => AuthorId = keptPersonId;
}
