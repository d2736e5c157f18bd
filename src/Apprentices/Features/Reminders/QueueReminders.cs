using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// On working days at seven: promise each person concerned to be told of what has reached a step, by <see cref="ReminderPlan"/>, and call
/// off what no longer holds. Run twice, or by two at once, it promises nothing twice: the rows are unique.
/// </summary>
public sealed class QueueReminders(
    IDbContextFactory<AppDbContext> database, IOptions<ReminderSettings> settings, IOptions<ProgressSettings> progress, InboxChannel inboxes, JobProgress steps, TimeProvider clock)
{
    private readonly ReminderReckoning reckoning = progress.Value.Reckoning(clock);

    /// <summary>Things, or promises, looked at together, so that memory does not grow with their number.</summary>
    internal int PageSize { get; set; } = 200;

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var today = clock.Today();
        if (!settings.Value.Enabled || !WorkingDays.IsWorkingDay(today))
        {
            return 0;
        }

        var terms = await TermsAsync(today, cancel);
        await CallOffAsync(today, terms, cancel);

        var (queued, seen) = (0, 0);
        foreach (var source in ReminderFacts.Sources(terms))
        {
            ReminderFacts.Mark? last = null;
            do
            {
                (var facts, last) = await PageAsync(source, today, last, cancel);
                queued += facts.Count == 0 ? 0 : await LostRace.RetryAsync(() => QueueAsync(facts, today, terms, cancel));
                steps.Report(seen += facts.Count);
            }
            while (last is not null);
        }

        return queued;
    }

    private async Task<ReminderTerms> TermsAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await ReminderFacts.TermsAsync(db, today, cancel);
    }

    private async Task<ReminderFacts.Page> PageAsync(ReminderFacts.Source source, DateOnly today, ReminderFacts.Mark? last, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await ReminderFacts.PageAsync(db, source, reckoning, today, last, PageSize, cancel);
    }

    /// <summary>What was promised and not sent, and that nobody would be promised today: done, moved, no longer hers, or overtaken by a later step.</summary>
    private async Task CallOffAsync(DateOnly today, ReminderTerms terms, CancellationToken cancel)
    {
        var last = Guid.Empty;
        for (var more = true; more;)
        {
            (more, last) = await LostRace.RetryAsync(() => CallOffAfterAsync(last, today, terms, cancel));
        }
    }

    private async Task<(bool More, Guid Last)> CallOffAfterAsync(Guid last, DateOnly today, ReminderTerms terms, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = await db.Reminders.Where(Reminder.Waiting).Where(r => r.Id > last).OrderBy(r => r.Id).Take(PageSize).ToListAsync(cancel);
        var holding = await PromisedReminders.HoldingAsync(db, waiting, reckoning, today, terms, cancel);
        var now = clock.GetUtcNow();
        var calledOff = waiting.Where(reminder => !holding.Contains(reminder)).ToList();
        calledOff.ForEach(reminder => reminder.Cancel(now));
        await db.SaveChangesAsync(cancel);
        inboxes.Say(calledOff.Select(reminder => reminder.RecipientId));
        return (waiting.Count == PageSize, waiting.Count == 0 ? last : waiting[^1].Id);
    }

    private async Task<int> QueueAsync(IReadOnlyList<ReminderFact> facts, DateOnly today, ReminderTerms terms, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ids = facts.Select(fact => fact.AboutId).ToList();

        await using var db = await database.CreateDbContextAsync(cancel);
        var known = (await db.Reminders.Include(r => r.Mail).Where(r => ids.Contains(r.AboutId)).ToListAsync(cancel))
            .ToLookup(r => (r.Subject, r.AboutId, r.DueOn, r.RecipientId));
        var decisions = facts.SelectMany(fact => ReminderPlan.On(today, fact, terms)).ToList();
        var choices = await MailDays.OfAsync(db, [.. decisions.Select(decision => decision.RecipientId).Distinct()], cancel);
        foreach (var decision in decisions)
        {
            var mailOn = choices.MailOn(today, decision);
            var told = known[(decision.Fact.Topic.Subject, decision.Fact.AboutId, decision.Fact.DueOn, decision.RecipientId)];
            if (told.FirstOrDefault(r => r.Step == decision.Step) is { } same)
            {
                if (same is { CancelledAt: not null, Mail: null or { SentAt: null } })
                {
                    same.Renew(mailOn, now);
                }
            }
            else if (told.All(r => r.Step < decision.Step))
            {
                db.Add(new Reminder(decision, mailOn, now));
            }
        }

        var queued = db.ChangeTracker.Entries<Reminder>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity.RecipientId).ToList();
        await db.SaveChangesAsync(cancel);
        inboxes.Say(queued);
        return queued.Count;
    }
}
