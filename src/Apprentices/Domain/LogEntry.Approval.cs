using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>Who approves: as what she follows up the writer today, as herself or as a deputy.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="IsTrainingManager">Whether she is the training manager, or stands in for her.</param>
public sealed record LogApprover(Guid PersonId, bool IsTrainingManager);

/// <content>Handing in, approving, sending back and unlocking. Each leaves an event that is never changed.</content>
public sealed partial class LogEntry
{
    /// <summary>For so long an approval can be undone by whoever gave it, without a reason.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    private readonly List<LogEvent> events = [];
    private readonly List<Attachment> attachments = [];

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public LogState State { get; private set; }

    /// <summary>When it was handed in last; empty before.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>When it was approved or sent back; empty while it waits.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who handed in, approved, sent back, unlocked, and when; oldest first where they are read in order of <see cref="LogEvent.At"/>.</summary>
    public IReadOnlyList<LogEvent> Events => events;

    /// <summary>Pictures and documents that go with it.</summary>
    public IReadOnlyList<Attachment> Attachments => attachments;

    /// <summary>Approved, by one where one is enough: it says for good what it says.</summary>
    public bool IsLocked => State is LogState.Approved or LogState.ApprovedOnce;

    /// <summary>The one definition of "waits for a supervisor", in SQL and in memory.</summary>
    public static Expression<Func<LogEntry, bool>> Waits { get; } =
        entry => entry.State == LogState.HandedIn || entry.State == LogState.ApprovedOnce;

    /// <summary>The one definition of "can be read by others than its writer", in SQL and in memory.</summary>
    public static Expression<Func<LogEntry, bool>> IsShared { get; } = entry => entry.State != LogState.Open;

    /// <summary>Hands it in, or hands in anew what was changed. What it says is kept with the event.</summary>
    /// <exception cref="RuleException">It is locked.</exception>
    public void HandIn(Guid byId, DateTimeOffset at)
    {
        RequireUnlocked();
        (State, HandedInAt, DecidedAt) = (LogState.HandedIn, at, null);
        MarkGoals();
        Note(LogEventKind.HandedIn, byId, at, content: LogContent.Of(this));
    }

    /// <summary>
    /// Takes it back before anybody has decided. One that was sent back or unlocked before is sent back again: what supervisors have done
    /// with it stays theirs to read. Needs the events.
    /// </summary>
    /// <exception cref="RuleException">It does not wait.</exception>
    public void TakeBack(Guid byId, DateTimeOffset at)
    {
        Rule.Require(State == LogState.HandedIn, RuleTexts.LogNotWaiting);
        var sent = events.Where(e => e.Kind is LogEventKind.Returned or LogEventKind.Unlocked or LogEventKind.Undone).MaxBy(e => e.At);
        (State, DecidedAt) = (sent is null ? LogState.Open : LogState.Returned, sent?.At);
        Note(LogEventKind.TakenBack, byId, at);
    }

    /// <summary>
    /// Approves it. Where the trade asks for two, the instructor's approval is the first and the training manager's the second;
    /// hers alone is enough, since the responsibility is hers (opplæringslova § 7-6).
    /// </summary>
    /// <exception cref="RuleException">It does not wait, or waits for the training manager.</exception>
    public void Approve(LogApprover by, bool needsTwo, DateTimeOffset at)
    {
        Rule.Require(IsWaiting, RuleTexts.LogNotWaiting);
        Rule.Require(State != LogState.ApprovedOnce || by.IsTrainingManager, RuleTexts.LogWaitsForManager);

        var isFinal = !needsTwo || by.IsTrainingManager;
        (State, DecidedAt) = (isFinal ? LogState.Approved : LogState.ApprovedOnce, isFinal ? at : null);
        Note(isFinal ? LogEventKind.Approved : LogEventKind.ApprovedFirst, by.PersonId, at);
    }

    /// <summary>Sends it back with a word on what is missing.</summary>
    /// <exception cref="RuleException">It does not wait, or the comment is missing or too long.</exception>
    public void Return(Guid byId, string comment, DateTimeOffset at)
    {
        Rule.Require(IsWaiting, RuleTexts.LogNotWaiting);
        RequireWords(comment, RuleTexts.LogCommentMissing);
        (State, DecidedAt) = (LogState.Returned, at);
        Note(LogEventKind.Returned, byId, at, comment.Trim());
    }

    /// <summary>Takes back one's own approval shortly after, as after a slip of the hand. Needs the events.</summary>
    /// <exception cref="RuleException">It is somebody else's, too long ago, or not approved.</exception>
    public void UndoApproval(Guid byId, DateTimeOffset at)
    {
        Rule.Require(MayUndo(byId, at), RuleTexts.LogUndoTooLate);
        var last = events.MaxBy(e => e.At);
        var first = events.Where(e => e.At > HandedInAt && e.Kind == LogEventKind.ApprovedFirst).MaxBy(e => e.At);
        (State, DecidedAt) = (first is null || first == last ? LogState.HandedIn : LogState.ApprovedOnce, null);
        Note(LogEventKind.Undone, byId, at);
    }

    /// <summary>Whether her approval is the last that happened, and only just. Needs the events.</summary>
    public bool MayUndo(Guid byId, DateTimeOffset at) =>
        IsLocked && events.MaxBy(e => e.At) is { Kind: LogEventKind.Approved or LogEventKind.ApprovedFirst } last && last.ById == byId && at - last.At <= UndoTime;

    /// <summary>Opens an approved entry again, so that its writer can change it and hand it in anew. The reason is kept.</summary>
    /// <exception cref="RuleException">It is not locked, or the reason is missing or too long.</exception>
    public void Unlock(Guid byId, string reason, DateTimeOffset at)
    {
        Rule.Require(IsLocked, RuleTexts.LogNotLocked);
        RequireWords(reason, RuleTexts.LogReasonMissing);
        (State, DecidedAt) = (LogState.Returned, at);
        Note(LogEventKind.Unlocked, byId, at, reason.Trim());
    }

    /// <summary>Puts a file with it.</summary>
    /// <exception cref="RuleException">It is locked, or has as many as it may.</exception>
    public void Attach(Attachment attachment, int most)
    {
        RequireUnlocked();
        Rule.Require(attachments.Count < most, RuleTexts.TooManyFiles);
        attachments.Add(attachment);
    }

    /// <summary>Takes a file away from it.</summary>
    /// <exception cref="RuleException">It is locked.</exception>
    public void Detach(Attachment attachment)
    {
        RequireUnlocked();
        attachments.Remove(attachment);
    }

    /// <summary>Whether it waits for a supervisor.</summary>
    public bool IsWaiting => State is LogState.HandedIn or LogState.ApprovedOnce;

    /// <exception cref="RuleException">It is locked.</exception>
    public void RequireUnlocked() => Rule.Require(!IsLocked, RuleTexts.LogLocked);

    private static void RequireWords(string words, string otherwise)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(words), otherwise);
        Rule.Require(words.Length <= LogEvent.LongestComment, RuleTexts.NoteTooLong);
    }

    private void Note(LogEventKind kind, Guid byId, DateTimeOffset at, string? comment = null, LogContent? content = null) =>
        events.Add(new LogEvent(kind, byId, at, comment, content));
}
