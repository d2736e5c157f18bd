using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Jobs;

/// <summary>The background jobs, how each last went, how far it is if it runs, and when it runs next; and how it stands with mail.</summary>
public sealed class ListJobs(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<JobSettings> settings, IOptions<MailSettings> mail, TimeProvider clock)
{
    public sealed record Row(string Id, string Name, JobRunRow? Last, DateTimeOffset? LastGoodAt, DateTimeOffset? NextAt, Pause? Paused);

    /// <summary>Since when the clock lets a job rest, and who wanted that.</summary>
    public sealed record Pause(DateTimeOffset At, string? By);

    /// <param name="IsOn">Whether a mail server is set.</param>
    /// <param name="Host">Which one.</param>
    /// <param name="From">Who mails come from.</param>
    /// <param name="Waiting">Reminders still to be sent.</param>
    /// <param name="GivenUp">Reminders that were tried too often.</param>
    /// <param name="LastFailure">What the server said last to one of those.</param>
    public sealed record MailState(bool IsOn, string? Host, string? From, int Waiting, int GivenUp, string? LastFailure);

    public sealed record Result(IReadOnlyList<Row> Jobs, bool RunByThemselves, MailState Mail);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        var now = clock.GetUtcNow();

        await using var db = await database.CreateDbContextAsync(cancel);
        var last = await db.JobRuns
            .GroupBy(run => run.JobId)
            .Select(runs => runs.OrderByDescending(run => run.StartedAt).First())
            .ToDictionaryAsync(run => run.JobId, cancel);
        var good = await db.JobRuns
            .Where(run => run.EndedAt != null && run.Failure == null)
            .GroupBy(run => run.JobId)
            .Select(runs => new { Id = runs.Key, At = runs.Max(run => run.StartedAt) })
            .ToDictionaryAsync(run => run.Id, run => (DateTimeOffset?)run.At, cancel);
        var paused = await db.JobStates.VisibleTo(user)
            .Where(state => state.PausedAt != null)
            .Select(state => new { state.Id, At = state.PausedAt!.Value, By = state.PausedBy == null ? null : state.PausedBy.GivenName + " " + state.PausedBy.FamilyName })
            .ToDictionaryAsync(state => state.Id, state => new Pause(state.At, state.By), cancel);

        return new Result(
            [.. BackgroundJobs.Table.Select(job => new Row(
                job.Id, job.Name(), last.TryGetValue(job.Id, out var run) ? JobRunRow.Of(run) : null, good.GetValueOrDefault(job.Id),
                settings.Value.Enabled && !paused.ContainsKey(job.Id) ? JobServer.NextRun(job, now) : null, paused.GetValueOrDefault(job.Id)))],
            settings.Value.Enabled,
            await MailOfAsync(db, cancel));
    }

    private async Task<MailState> MailOfAsync(AppDbContext db, CancellationToken cancel) => new(
        mail.Value.IsOn, mail.Value.Host, mail.Value.From,
        await db.Reminders.CountAsync(Reminder.Waiting, cancel),
        await db.Reminders.CountAsync(Reminder.GivenUp, cancel),
        await db.Reminders.Where(r => r.SentAt == null && r.CancelledAt == null && r.LastFailure != null)
            .OrderByDescending(r => r.NextTryAt).Select(r => r.LastFailure).FirstOrDefaultAsync(cancel));
}
