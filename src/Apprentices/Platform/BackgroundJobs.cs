using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Drafts;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Jobs;
using Apprentices.Features.People;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Features.Reminders;
using Apprentices.Features.Traces;

namespace Apprentices.Platform;

/// <summary>
/// One job: a use case that counts what it did, and when it runs. The clock is the office's: six fields, from seconds to
/// weekday.
/// </summary>
public sealed record BackgroundJob(
    string Id, Func<string> Name, string Cron, Func<IServiceProvider, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>Days on which the clock lets it rest, such as holidays. By hand it runs on any day.</summary>
    public Func<DateOnly, bool> RunsOn { get; init; } = _ => true;

    /// <summary>Whether a run missed on the day is made up for when the program starts.</summary>
    public bool MakesUp { get; init; }

    /// <summary>Whether it runs as soon as the program has started, and does not wait for the clock.</summary>
    public bool AtStart { get; init; }

    /// <summary>Whether each run is kept, or of those that found nothing to do only the last.</summary>
    public bool KeepsIdleRuns { get; init; } = true;

    /// <summary>Whether it sends mail: its last failure tells whether the mail server is there.</summary>
    public bool SendsMail { get; init; }

    /// <summary>Whether an administrator may let it rest. What may not runs whatever the database says of that.</summary>
    public bool MayRest { get; init; } = true;

    /// <summary>The job that runs right after it.</summary>
    public string? Then { get; init; }
}

/// <summary>What runs by itself, and when: one table. What has to do with the job server is in <see cref="JobServer"/>.</summary>
public static class BackgroundJobs
{
    public const string QueueReminders = "queue-reminders";
    public const string SendReminders = "send-reminders";
    public const string SendTalkMails = "send-talk-mails";
    public const string RefreshDuties = "refresh-duties";
    public const string PurgeDrafts = "purge-drafts";
    public const string PurgeDraftFiles = "purge-draft-files";
    public const string SendInvitations = "send-invitations";
    public const string PurgeSessions = "purge-sessions";
    public const string PurgeJobRuns = "purge-job-runs";
    public const string SealTraces = "seal-traces";
    public const string SendTraceAnchors = "send-trace-anchors";
    public const string ForgetTraces = "forget-traces";
    public const string RefreshStatistics = "refresh-statistics";

    public static IReadOnlyList<BackgroundJob> Table { get; } =
    [
        Job<RefreshDuties>(RefreshDuties, () => BackgroundJobTexts.RefreshDuties, "0 5 0 * * ?", (job, cancel) => job.RunAsync(cancel))
            with { MakesUp = true },
        Job<QueueReminders>(QueueReminders, () => BackgroundJobTexts.QueueReminders, "0 0 7 ? * MON-FRI", (job, cancel) => job.RunAsync(cancel))
            with { RunsOn = WorkingDays.IsWorkingDay, MakesUp = true, Then = SendReminders },
        Job<SendQueuedReminders>(SendReminders, () => BackgroundJobTexts.SendReminders, "0 * * * * ?", (job, cancel) => job.RunAsync(cancel))
            with { AtStart = true, KeepsIdleRuns = false, SendsMail = true },
        Job<SendTalkMails>(SendTalkMails, () => BackgroundJobTexts.SendTalkMails, "20 * * * * ?", (job, cancel) => job.RunAsync(cancel))
            with { AtStart = true, KeepsIdleRuns = false, SendsMail = true },
        Job<PurgeDrafts>(PurgeDrafts, () => BackgroundJobTexts.PurgeDrafts, "0 15 2 * * ?", (job, cancel) => job.RunAsync(cancel)),
        Job<PurgeDraftFiles>(PurgeDraftFiles, () => BackgroundJobTexts.PurgeDraftFiles, "0 20 2 * * ?", (job, cancel) => job.RunAsync(cancel)),
        Job<SendInvitations>(SendInvitations, () => BackgroundJobTexts.SendInvitations, "40 * * * * ?", (job, cancel) => job.RunAsync(cancel))
            with { AtStart = true, KeepsIdleRuns = false, SendsMail = true },
        Job<PurgeSessions>(PurgeSessions, () => BackgroundJobTexts.PurgeSessions, "0 25 2 * * ?", (job, cancel) => job.RunAsync(cancel)),
        Job<PurgeJobRuns>(PurgeJobRuns, () => BackgroundJobTexts.PurgeJobRuns, "0 30 2 * * ?", (job, cancel) => job.RunAsync(cancel)),
        Job<SealTraces>(SealTraces, () => BackgroundJobTexts.SealTraces, "40 * * * * ?", (job, cancel) => job.RunAsync(cancel))
            with { AtStart = true, KeepsIdleRuns = false, MayRest = false },
        Job<SendTraceAnchors>(SendTraceAnchors, () => BackgroundJobTexts.SendTraceAnchors, "0 10 3 * * ?", (job, cancel) => job.RunAsync(cancel))
            with { MakesUp = true, KeepsIdleRuns = false, MayRest = false },
        Job<ForgetTraces>(ForgetTraces, () => BackgroundJobTexts.ForgetTraces, "0 40 2 * * ?", (job, cancel) => job.RunAsync(cancel)),
        Job<RefreshStatistics>(RefreshStatistics, () => BackgroundJobTexts.RefreshStatistics, "0 50 2 * * ?", (job, cancel) => job.RunAsync(cancel))
            with { AtStart = true, KeepsIdleRuns = false },
    ];

    /// <exception cref="InvalidOperationException">The table has no such job.</exception>
    public static BackgroundJob Of(string id) => Table.First(job => job.Id == id);

    private static BackgroundJob Job<TUseCase>(
        string id, Func<string> name, string cron, Func<TUseCase, CancellationToken, Task<int>> run) where TUseCase : class =>
        new(id, name, cron, (services, cancel) => run(services.GetRequiredService<TUseCase>(), cancel));
}
