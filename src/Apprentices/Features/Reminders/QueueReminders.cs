using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// On working days at seven: promise each person concerned to be told of the talks whose step is reached, and whoever is to
/// receive an apprentice of the hand-over that waits for her; and call off what no longer holds. Run twice, or by two at once,
/// it promises nothing twice: the rows are unique.
/// </summary>
public sealed class QueueReminders(IDbContextFactory<AppDbContext> database, IOptions<ReminderSettings> settings, TimeProvider clock)
{
    /// <summary>Another instance queues the same page at the same time: look again what is missing, so often.</summary>
    private const int MostTries = 4;

    /// <summary>Talks, or hand-overs, looked at together, so that memory does not grow with their number.</summary>
    internal int PageSize { get; set; } = 200;

    /// <summary>A talk, or a placement with its hand-over, and whom it concerns.</summary>
    private sealed record Subject(Guid Id, bool IsTalk, DateOnly DueOn, Guid RecipientId, List<Guid> SupervisorIds)
    {
        public IEnumerable<Guid> RecipientIds => SupervisorIds.Append(RecipientId).Distinct();

        public int? StepOn(DateOnly today) => IsTalk ? ReminderSteps.On(today, DueOn) : ReminderSteps.OfHandOverOn(today, DueOn);

        public Reminder Remind(int step, Guid recipientId, DateTimeOffset at) =>
            IsTalk ? new Reminder(Id, DueOn, step, recipientId, at) : Reminder.OfHandOver(Id, DueOn, step, recipientId, at);
    }

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!settings.Value.Enabled)
        {
            return 0;
        }

        var today = clock.Today();
        await CallOffTalksAsync(today, cancel);
        await CallOffHandOversAsync(today, cancel);
        var queued = await QueueAllAsync(TalksAfterAsync, today, cancel) + await QueueAllAsync(HandOversAfterAsync, today, cancel);
        await CallOffOvertakenAsync(cancel);
        return queued;
    }

    private async Task<int> QueueAllAsync(
        Func<Subject?, DateOnly, CancellationToken, Task<IReadOnlyList<Subject>>> pageAfterAsync, DateOnly today, CancellationToken cancel)
    {
        var queued = 0;
        for (var page = await pageAfterAsync(null, today, cancel); page.Count > 0; page = await pageAfterAsync(page[^1], today, cancel))
        {
            queued += await QueueAsync(page, today, cancel);
        }

        return queued;
    }

    /// <summary>Unsent rows of talks that are held, waived, moved or over, and of people who no longer follow the apprentice up.</summary>
    private async Task CallOffTalksAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await CallOffAsync(
            db.Reminders.Where(r => r.EvaluationId != null && (r.Evaluation!.State != EvaluationState.Planned
                || r.Evaluation.DueOn != r.DueOn
                || r.Evaluation.Apprenticeship.EndsOn < today
                || (r.Evaluation.Apprenticeship.PersonId != r.RecipientId && !r.Evaluation.Apprenticeship.Assignments.Any(s =>
                    s.PersonId == r.RecipientId && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))))),
            cancel);
    }

    /// <summary>Unsent rows of hand-overs that are confirmed, moved, over, or another's to receive. Those of a removed placement went with it.</summary>
    private async Task CallOffHandOversAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = db.Placements.Where(Placement.WaitsForConfirmationOn(today)).Where(p => p.Apprenticeship.EndsOn >= today);
        await CallOffAsync(
            db.Reminders.Where(r => r.PlacementId != null && !waiting.Any(p => p.Id == r.PlacementId && p.FromOn == r.DueOn && p.InstructorId == r.RecipientId)),
            cancel);
    }

    /// <summary>Unsent rows of a step that a later one has overtaken: only the latest is told.</summary>
    private async Task CallOffOvertakenAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await CallOffAsync(
            db.Reminders.Where(r => r.EvaluationId != null && db.Reminders.Any(later => later.EvaluationId == r.EvaluationId && later.DueOn == r.DueOn
                && later.RecipientId == r.RecipientId && later.Step > r.Step)),
            cancel);
        await CallOffAsync(
            db.Reminders.Where(r => r.PlacementId != null && db.Reminders.Any(later => later.PlacementId == r.PlacementId && later.DueOn == r.DueOn
                && later.RecipientId == r.RecipientId && later.Step > r.Step)),
            cancel);
    }

    private async Task CallOffAsync(IQueryable<Reminder> reminders, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await reminders
            .Where(r => r.SentAt == null && r.CancelledAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.CancelledAt, now).SetProperty(r => r.Version, r => r.Version + 1), cancel);
    }

    private async Task<IReadOnlyList<Subject>> TalksAfterAsync(Subject? last, DateOnly today, CancellationToken cancel)
    {
        var (from, to) = ReminderSteps.DueDaysToldOn(today);
        from = last?.DueOn ?? from;
        var lastId = last?.Id ?? Guid.Empty;

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Evaluations
            .Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned && e.DueOn >= from && e.DueOn <= to)
            .Where(e => e.Apprenticeship.StartsOn <= today && e.Apprenticeship.EndsOn >= today)
            .Where(e => e.DueOn > from || e.Id > lastId)
            .OrderBy(e => e.DueOn).ThenBy(e => e.Id)
            .Take(PageSize)
            .Select(e => new Subject(e.Id, true, e.DueOn, e.Apprenticeship.PersonId, e.Apprenticeship.Assignments
                .Where(s => s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
                .Select(s => s.PersonId).ToList()))
            .ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<Subject>> HandOversAfterAsync(Subject? last, DateOnly today, CancellationToken cancel)
    {
        var from = last?.DueOn ?? today.AddDays(-ReminderSteps.LastDay);
        var lastId = last?.Id ?? Guid.Empty;

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Placements
            .Where(Placement.WaitsForConfirmationOn(today))
            .Where(p => p.FromOn >= from && p.Apprenticeship.EndsOn >= today)
            .Where(p => p.FromOn > from || p.Id > lastId)
            .OrderBy(p => p.FromOn).ThenBy(p => p.Id)
            .Take(PageSize)
            .Select(p => new Subject(p.Id, false, p.FromOn, p.InstructorId!.Value, new List<Guid>()))
            .ToListAsync(cancel);
    }

    private async Task<int> QueueAsync(IReadOnlyList<Subject> subjects, DateOnly today, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryQueueAsync(subjects, today, cancel);
            }
            catch (Exception failure) when (tries < MostTries && (failure is DbUpdateException || LostRace.Caused(failure)))
            {
                // Another instance was faster with some of them, or each waited for the other.
            }
        }
    }

    private async Task<int> TryQueueAsync(IReadOnlyList<Subject> subjects, DateOnly today, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ids = subjects.Select(subject => subject.Id).ToList();

        await using var db = await database.CreateDbContextAsync(cancel);
        var known = (await db.Reminders
            .Where(r => (r.EvaluationId != null && ids.Contains(r.EvaluationId.Value)) || (r.PlacementId != null && ids.Contains(r.PlacementId.Value)))
            .ToListAsync(cancel)).ToLookup(r => (r.EvaluationId ?? r.PlacementId!.Value, r.DueOn, r.RecipientId));
        foreach (var subject in subjects)
        {
            var step = subject.StepOn(today)!.Value;
            foreach (var recipient in subject.RecipientIds)
            {
                var told = known[(subject.Id, subject.DueOn, recipient)];
                if (told.FirstOrDefault(r => r.Step == step) is { } same)
                {
                    if (same is { SentAt: null, CancelledAt: not null })
                    {
                        same.Renew(now);
                    }
                }
                else if (told.All(r => r.Step < step))
                {
                    db.Add(subject.Remind(step, recipient, now));
                }
            }
        }

        var queued = db.ChangeTracker.Entries<Reminder>().Count(entry => entry.State is EntityState.Added or EntityState.Modified);
        await db.SaveChangesAsync(cancel);
        return queued;
    }
}
