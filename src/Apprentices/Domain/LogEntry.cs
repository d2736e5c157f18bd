namespace Apprentices.Domain;

/// <summary>What an apprentice did on a day, in her own words, tied to one to three goals of her plan.</summary>
public sealed class LogEntry : IVersioned
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 10_000;

    /// <summary>The most goals one entry is tied to, so that each tie means something.</summary>
    public const int MostGoals = 3;

    private readonly List<PlannedGoal> goals = [];

    private LogEntry() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly WorkedOn { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Text { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset WrittenAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<PlannedGoal> Goals => goals;

    /// <summary>Writes an entry.</summary>
    /// <exception cref="RuleException">The text is missing or too long, the day impossible, or the goals too few or too many.</exception>
    public static LogEntry Write(
        Apprenticeship apprenticeship, DateOnly workedOn, string text, IReadOnlyList<PlannedGoal> goals, DateTimeOffset at, DateOnly today)
    {
        var entry = new LogEntry { ApprenticeshipId = apprenticeship.Id, WrittenAt = at };
        entry.Rewrite(apprenticeship, workedOn, text, goals, today);
        return entry;
    }

    /// <summary>Changes the entry.</summary>
    /// <exception cref="RuleException">As for writing one.</exception>
    public void Rewrite(Apprenticeship apprenticeship, DateOnly workedOn, string text, IReadOnlyList<PlannedGoal> tiedTo, DateOnly today)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(text), RuleTexts.LogTextMissing);
        Rule.Require(text.Length <= LongestText, RuleTexts.LogTextTooLong);
        Rule.Require(workedOn <= today, RuleTexts.DayAhead);
        Rule.Require(workedOn >= apprenticeship.StartsOn && workedOn <= apprenticeship.EndsOn, RuleTexts.OutsideTheTraining);
        Rule.Require(tiedTo.All(apprenticeship.Plan.Contains), RuleTexts.GoalOfAnother);
        Rule.Require(apprenticeship.Plan.Count == 0 || tiedTo.Count is >= 1 and <= MostGoals, RuleTexts.OneToThreeGoals);

        (WorkedOn, Text) = (workedOn, text.Trim());
        goals.Clear();
        goals.AddRange(tiedTo);
        foreach (var goal in goals)
        {
            goal.MarkLogged();
        }
    }
}
