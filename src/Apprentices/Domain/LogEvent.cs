namespace Apprentices.Domain;

/// <summary>What happened to a log entry.</summary>
public enum LogEventKind
{
    HandedIn,
    TakenBack,
    Returned,

    /// <summary>The first of two approvals.</summary>
    ApprovedFirst,
    Approved,

    /// <summary>Whoever approved took it back at once.</summary>
    Undone,

    /// <summary>An approved entry was opened again, for a reason.</summary>
    Unlocked,
}

/// <summary>Who did what with a log entry, when, and with which word; and what the entry said when it was handed in. Never changed.</summary>
public sealed class LogEvent
{
    /// <summary>The longest comment or reason, in characters.</summary>
    public const int LongestComment = 2000;

    private LogEvent() { }

    internal LogEvent(LogEventKind kind, Guid byId, DateTimeOffset at, string? comment, LogContent? content) =>
        (Kind, ById, At, Comment, Content) = (kind, byId, at, comment, content);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid LogEntryId { get; private set; }
    public LogEntry LogEntry { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public LogEventKind Kind { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid ById { get; private set; }
    public Person By { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset At { get; private set; }

    /// <summary>What is missing, or why it was opened again.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Comment { get; private set; }

    /// <summary>What the entry said when it was handed in; empty for the other kinds.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public LogContent? Content { get; private set; }

    /// <summary>The person was entered twice: the event now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => ById = keptPersonId;
}

/// <summary>What a log entry said, so that what was approved stays readable whatever becomes of the entry.</summary>
public sealed record LogContent(
    DateOnly WorkedOn, DateOnly WorkedTo, string Text, string? Reflection, int? Minutes,
    IReadOnlyList<LogContent.Goal> Goals, IReadOnlyList<string> Tasks, IReadOnlyList<LogContent.File> Files)
{
    public sealed record Goal(string Code, string Nb, string Nn, string En);

    /// <param name="Name">Its name.</param>
    /// <param name="Sha256">Its bytes, as hexadecimal SHA-256.</param>
    public sealed record File(string Name, string Sha256);

    public static LogContent Of(LogEntry entry) => new(
        entry.WorkedOn, entry.WorkedTo, entry.Text, entry.Reflection, entry.Minutes,
        [.. entry.Goals.OrderBy(goal => goal.Order).Select(goal => new Goal(goal.Code, goal.Title.Nb, goal.Title.Nn, goal.Title.En))],
        [.. entry.Tasks.OrderBy(task => task.Order).Select(task => task.Terms.Title)],
        [.. entry.Attachments.OrderBy(file => file.AddedAt).Select(file => new File(file.Name, file.Sha256))]);
}
