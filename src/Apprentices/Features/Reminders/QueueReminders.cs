using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// On working days at seven: promise each person concerned to be told of the talks whose step is reached, and call off what
/// no longer holds. Run twice, or by two at once, it promises nothing twice: the rows are unique.
/// </summary>
public sealed class QueueReminders(IDbContextFactory<AppDbContext> database, IOptions<ReminderSettings> settings, TimeProvider clock)
{
    /// <summary>Another instance queues the same page at the same time: look again what is missing, so often.</summary>
    private const int MostTries = 4;

    /// <summary>Talks looked at together, so that memory does not grow with their number.</summary>
    internal int PageSize { get; set; } = 200;

    private sealed record Talk(Guid Id, DateOnly DueOn, Guid ApprenticeId, List<Guid> SupervisorIds);

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!settings.Value.Enabled)
        {
            return 0;
        }

        var today = clock.Today();
        await CallOffAsync(today, cancel);

        var queued = 0;
        for (IReadOnlyList<Talk> page = await PageAfterAsync(null, today, cancel); page.Count > 0; page = await PageAfterAsync(page[^1], today, cancel))
        {
            queued += await QueueAsync(page, today, cancel);
        }

        await CallOffOvertakenAsync(cancel);
        return queued;
    }

    /// <summary>Unsent rows of talks that are held, waived, moved or over, and of people who no longer follow the apprentice up.</summary>
    private async Task CallOffAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await CallOffAsync(
            db.Reminders.Where(r => r.Evaluation.State != EvaluationState.Planned
                || r.Evaluation.DueOn != r.DueOn
                || r.Evaluation.Apprenticeship.EndsOn < today
                || (r.Evaluation.Apprenticeship.PersonId != r.RecipientId && !r.Evaluation.Apprenticeship.Assignments.Any(s =>
                    s.PersonId == r.RecipientId && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))),
            cancel);
    }

    /// <summary>Unsent rows of a step that a later one has overtaken: only the latest is told.</summary>
    private async Task CallOffOvertakenAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await CallOffAsync(
            db.Reminders.Where(r => db.Reminders.Any(later => later.EvaluationId == r.EvaluationId && later.DueOn == r.DueOn
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

    private async Task<IReadOnlyList<Talk>> PageAfterAsync(Talk? last, DateOnly today, CancellationToken cancel)
    {
        var (from, to) = ReminderSteps.DueDaysToldOn(today);
        from = last?.DueOn ?? from;
        var lastId = last?.Id ?? Guid.Empty;

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Evaluations
            .Where(e => e.State == EvaluationState.Planned && e.DueOn >= from && e.DueOn <= to)
            .Where(e => e.Apprenticeship.StartsOn <= today && e.Apprenticeship.EndsOn >= today)
            .Where(e => e.DueOn > from || e.Id > lastId)
            .OrderBy(e => e.DueOn).ThenBy(e => e.Id)
            .Take(PageSize)
            .Select(e => new Talk(e.Id, e.DueOn, e.Apprenticeship.PersonId, e.Apprenticeship.Assignments
                .Where(s => s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
                .Select(s => s.PersonId).ToList()))
            .ToListAsync(cancel);
    }

    private async Task<int> QueueAsync(IReadOnlyList<Talk> talks, DateOnly today, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryQueueAsync(talks, today, cancel);
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Another instance was faster with some of them.
            }
        }
    }

    private async Task<int> TryQueueAsync(IReadOnlyList<Talk> talks, DateOnly today, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ids = talks.Select(talk => talk.Id).ToList();

        await using var db = await database.CreateDbContextAsync(cancel);
        var known = (await db.Reminders.Where(r => ids.Contains(r.EvaluationId)).ToListAsync(cancel))
            .ToLookup(r => (r.EvaluationId, r.DueOn, r.RecipientId));
        foreach (var talk in talks)
        {
            var step = ReminderSteps.On(today, talk.DueOn)!.Value;
            foreach (var recipient in talk.SupervisorIds.Append(talk.ApprenticeId).Distinct())
            {
                var told = known[(talk.Id, talk.DueOn, recipient)];
                if (told.FirstOrDefault(r => r.Step == step) is { } same)
                {
                    if (same is { SentAt: null, CancelledAt: not null })
                    {
                        same.Renew(now);
                    }
                }
                else if (told.All(r => r.Step < step))
                {
                    db.Add(new Reminder(talk.Id, talk.DueOn, step, recipient, now));
                }
            }
        }

        var queued = db.ChangeTracker.Entries<Reminder>().Count(entry => entry.State is EntityState.Added or EntityState.Modified);
        await db.SaveChangesAsync(cancel);
        return queued;
    }
}
