using System.Diagnostics;
using System.Diagnostics.Metrics;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>What operators can measure of jobs and of mail that waits: counts, times and kinds of failure, nothing about anybody.</summary>
public sealed class JobTelemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "Apprentices.Jobs";

    private static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> runs;
    private readonly Counter<long> failures;
    private readonly Histogram<double> duration;
    private MailWaiting waiting = MailWaiting.Nothing;

    public JobTelemetry(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(Name);
        runs = meter.CreateCounter<long>("apprentices.jobs.runs", "{run}", "Runs of background jobs that ended.");
        failures = meter.CreateCounter<long>("apprentices.jobs.failures", "{run}", "Runs of background jobs that did not go well.");
        duration = meter.CreateHistogram<double>("apprentices.jobs.duration", "s", "How long runs of background jobs took.");
        meter.CreateObservableGauge("apprentices.mail.waiting", () => waiting.Count, "{mail}", "Mails still to be sent, now or later.");
        meter.CreateObservableGauge(
            "apprentices.mail.oldest", () => waiting.OldestDueAt is { } due ? Math.Max(0, (clock.GetUtcNow() - due).TotalSeconds) : 0, "s", "How long the oldest mail has waited since it could have been sent.");
    }

    /// <summary>A run begins; nothing where nobody follows traces.</summary>
    public static Activity? Begin(JobRun run)
    {
        var activity = Source.StartActivity($"job {run.JobId}");
        activity?.SetTag("job", run.JobId).SetTag("run", run.Id);
        return activity;
    }

    /// <summary>A run has ended.</summary>
    public void End(JobRun run, Activity? activity)
    {
        var job = new KeyValuePair<string, object?>("job", run.JobId);
        var outcome = run.Failure switch { null => "done", JobRun.Cancelled => "cancelled", _ => "failed" };
        runs.Add(1, job, new("outcome", outcome));
        duration.Record((run.EndedAt!.Value - run.StartedAt).TotalSeconds, job);
        activity?.SetTag("outcome", outcome).SetTag("done", run.Done);
        if (run.Failure is { } failure)
        {
            failures.Add(1, job, new("failure", failure));
            activity?.SetStatus(ActivityStatusCode.Error, failure);
        }
    }

    /// <summary>So much mail waits now.</summary>
    public void Note(MailWaiting now) => waiting = now;
}
