namespace Apprentices.Domain;

/// <summary>Where a log entry stands between its writer and those who follow her up.</summary>
public enum LogState
{
    /// <summary>Written before entries were handed in and approved: it waits for nobody.</summary>
    FromBefore,

    /// <summary>Saved and not handed in: only its writer reads it.</summary>
    Open,

    /// <summary>Waits for a supervisor.</summary>
    HandedIn,

    /// <summary>Sent back with a comment: waits for its writer.</summary>
    Returned,

    /// <summary>Approved by the instructor where the trade asks for two; waits for the training manager.</summary>
    ApprovedOnce,

    /// <summary>Approved and locked.</summary>
    Approved,
}

/// <summary>What an entry may hold beside its day, its text and its goals.</summary>
/// <param name="IsWeek">About the ISO week of the day, not the day alone.</param>
/// <param name="Reflection">What she thinks of it: what she learnt, what she would do otherwise.</param>
/// <param name="Minutes">How long it took.</param>
/// <param name="Tasks">The tasks of her plan it was about.</param>
public sealed record LogDetails(bool IsWeek = false, string? Reflection = null, int? Minutes = null, IReadOnlyList<PlannedTask>? Tasks = null);

/// <summary>
/// What an apprentice did on a day or in a week, in her own words, tied to one to three goals of her plan. She hands it in; a
/// supervisor approves it or sends it back (the dialogue of opplæringsforskrifta § 9-11). Approved, it is locked.
/// </summary>
public sealed partial class LogEntry : IVersioned
{
    /// <summary>The longest text, in characters; the reflection's too.</summary>
    public const int LongestText = 10_000;

    /// <summary>The most goals one entry is tied to, so that each tie means something.</summary>
    public const int MostGoals = 3;

    /// <summary>The most minutes of a day.</summary>
    public const int MostMinutes = 24 * 60;

    private readonly List<PlannedGoal> goals = [];
    private readonly List<PlannedTask> tasks = [];

    private LogEntry() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    /// <summary>The day, or the Monday of the week.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly WorkedOn { get; private set; }

    /// <summary>The last day it is about: the same day, or the Sunday of the week.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly WorkedTo { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Text { get; private set; } = "";

    /// <summary>What she thinks of it (opplæringsforskrifta § 9-11: she reflects on her own work).</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Reflection { get; private set; }

    /// <summary>How long it took, in minutes; empty where she does not say.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int? Minutes { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The day she noted that it stands in the training office's own system too; empty: not noted.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly? EnteredElsewhereOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<PlannedGoal> Goals => goals;

    /// <summary>The tasks of her plan it was about.</summary>
    public IReadOnlyList<PlannedTask> Tasks => tasks;

    /// <summary>Whether it is about a week.</summary>
    public bool IsWeek => WorkedTo != WorkedOn;

    /// <summary>Writes an entry. It is open until it is handed in.</summary>
    /// <exception cref="RuleException">The text is missing or too long, the day impossible, or the goals too few or too many.</exception>
    public static LogEntry Write(
        Apprenticeship apprenticeship, DateOnly workedOn, string text, IReadOnlyList<PlannedGoal> goals, DateTimeOffset at, DateOnly today, LogDetails? details = null)
    {
        var entry = new LogEntry { ApprenticeshipId = apprenticeship.Id, WrittenAt = at, State = LogState.Open };
        entry.Rewrite(apprenticeship, workedOn, text, goals, today, details);
        return entry;
    }

    /// <summary>Changes the entry. Where it stands is not changed by it: an entry that was handed in is handed in anew.</summary>
    /// <exception cref="RuleException">As for writing one, or it is locked.</exception>
    public void Rewrite(
        Apprenticeship apprenticeship, DateOnly workedOn, string text, IReadOnlyList<PlannedGoal> tiedTo, DateOnly today, LogDetails? details = null)
    {
        var with = details ?? new LogDetails();
        var (from, to) = with.IsWeek ? (MondayOf(workedOn), MondayOf(workedOn).AddDays(6)) : (workedOn, workedOn);
        RequireUnlocked();
        Rule.Require(!string.IsNullOrWhiteSpace(text), RuleTexts.LogTextMissing);
        Rule.Require(text.Length <= LongestText && (with.Reflection?.Length ?? 0) <= LongestText, RuleTexts.LogTextTooLong);
        Rule.Require(from <= today, RuleTexts.DayAhead);
        Rule.Require(to >= apprenticeship.StartsOn && from <= apprenticeship.EndsOn, RuleTexts.OutsideTheTraining);
        Rule.Require(with.Minutes is null || (with.Minutes >= 1 && with.Minutes <= MostMinutes * (to.DayNumber - from.DayNumber + 1)), RuleTexts.LogTimeOutOfRange);
        Rule.Require(tiedTo.All(apprenticeship.Plan.Contains) && (with.Tasks ?? []).All(apprenticeship.Tasks.Contains), RuleTexts.GoalOfAnother);
        Rule.Require(apprenticeship.Plan.Count == 0 || tiedTo.Count is >= 1 and <= MostGoals, RuleTexts.OneToThreeGoals);

        (WorkedOn, WorkedTo, Text, Minutes) = (from, to, text.Trim(), with.Minutes);
        Reflection = string.IsNullOrWhiteSpace(with.Reflection) ? null : with.Reflection.Trim();
        Tie(goals, tiedTo);
        Tie(tasks, with.Tasks ?? []);
        if (State is not LogState.Open)
        {
            MarkGoals();
        }
    }

    /// <summary>The Monday of the ISO week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static void Tie<T>(List<T> tied, IReadOnlyList<T> to)
    {
        tied.RemoveAll(one => !to.Contains(one));
        tied.AddRange(to.Except(tied).ToList());
    }

    private void MarkGoals()
    {
        foreach (var goal in goals)
        {
            goal.MarkLogged();
        }
    }
}
