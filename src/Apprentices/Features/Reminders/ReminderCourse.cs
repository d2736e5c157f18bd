using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>
/// How promises become mails from one working day to the next, kept in memory: what the jobs do with rows, for those who look ahead.
/// </summary>
internal sealed class ReminderCourse
{
    private readonly Dictionary<Key, int> told;
    private readonly HashSet<(Key, int Step)> calledOff;
    private readonly Dictionary<Key, Loose> loose;
    private readonly HashSet<Guid> taken;
    private readonly MailDays days;
    private readonly List<Line> lines = [];

    private ReminderCourse(Dictionary<Key, int> told, HashSet<(Key, int Step)> calledOff, Dictionary<Key, Loose> loose, HashSet<Guid> taken, MailDays days) =>
        (this.told, this.calledOff, this.loose, this.taken, this.days) = (told, calledOff, loose, taken, days);

    /// <summary>On a day somebody is told.</summary>
    internal sealed record Line(DateOnly On, bool ByMail, ReminderDecision Decision);

    private sealed record Key(ReminderSubject Subject, Guid AboutId, DateOnly DueOn, Guid RecipientId)
    {
        public static Key Of(ReminderDecision decision) => new(decision.Fact.Topic.Subject, decision.Fact.AboutId, decision.Fact.DueOn, decision.RecipientId);
    }

    private sealed record Loose(int Step, DateOnly MailOn);

    public IReadOnlyList<Line> Told => lines;

    /// <summary>
    /// Where it stands today: the latest step that each was promised of each thing, what was called off before it was sent and may be
    /// promised again, and what waits for the day of its mail. What is to stand in the inbox alone by those rules does so already.
    /// </summary>
    public static async Task<ReminderCourse> BeginAsync(AppDbContext db, DateOnly today, DateTimeOffset dayBegan, ReminderTerms terms, CancellationToken cancel)
    {
        var steps = await db.Reminders
            .GroupBy(r => new { r.Subject, r.AboutId, r.DueOn, r.RecipientId })
            .Select(group => new { group.Key, Step = group.Max(r => r.Step) })
            .ToDictionaryAsync(row => new Key(row.Key.Subject, row.Key.AboutId, row.Key.DueOn, row.Key.RecipientId), row => row.Step, cancel);
        var cancelled = await db.Reminders.Where(r => r.CancelledAt != null && r.Mail!.SentAt == null)
            .Select(r => new { r.Subject, r.AboutId, r.DueOn, r.RecipientId, r.Step }).ToListAsync(cancel);
        var waiting = await db.Reminders.Where(Reminder.Loose).Select(r => new { r.Subject, r.Kind, r.AboutId, r.DueOn, r.RecipientId, r.Step, MailOn = r.MailOn!.Value }).ToListAsync(cancel);
        var mailed = await db.ReminderMails.Where(WorkingDays.IsWorkingDay(today) ? ReminderMail.TakesTheDay(dayBegan) : ReminderMail.IsOnItsWay(dayBegan)).Select(mail => mail.RecipientId).Distinct().ToListAsync(cancel);
        return new ReminderCourse(
            steps,
            [.. cancelled.Select(r => (new Key(r.Subject, r.AboutId, r.DueOn, r.RecipientId), r.Step))],
            waiting.Where(r => !terms.IsInboxOnly(new(r.Subject, r.Kind))).ToDictionary(r => new Key(r.Subject, r.AboutId, r.DueOn, r.RecipientId), r => new Loose(r.Step, r.MailOn)),
            [.. mailed],
            await MailDays.OfAllAsync(db, cancel));
    }

    /// <summary>A working day: calls off what no longer holds, promises what has reached a step, and writes the mails whose day it is.</summary>
    public void Go(DateOnly on, IReadOnlyList<ReminderDecision> decisions)
    {
        var now = decisions.ToDictionary(Key.Of);
        foreach (var key in loose.Where(one => !now.TryGetValue(one.Key, out var decision) || decision.Step != one.Value.Step).Select(one => one.Key).ToList())
        {
            calledOff.Add((key, loose[key].Step));
            loose.Remove(key);
        }

        foreach (var (key, decision) in now)
        {
            var holdsAgain = calledOff.Remove((key, decision.Step));
            if (!holdsAgain && told.TryGetValue(key, out var step) && step >= decision.Step)
            {
                continue;
            }

            told[key] = holdsAgain ? told[key] : decision.Step;
            if (days.MailOn(on, decision) is { } mailOn)
            {
                loose[key] = new Loose(decision.Step, mailOn);
            }
            else
            {
                lines.Add(new Line(on, ByMail: false, decision));
            }
        }

        var next = WorkingDays.OnOrAfter(on.AddDays(1));
        foreach (var key in loose.Where(one => one.Value.MailOn <= on).Select(one => one.Key).ToList())
        {
            if (!taken.Contains(key.RecipientId) || ReminderRules.CannotWait(now[key].Fact.Topic, key.DueOn, on, next))
            {
                loose.Remove(key);
                lines.Add(new Line(on, ByMail: true, now[key]));
            }
        }

        // A mail that has gone or is on its way takes the first day alone.
        taken.Clear();
    }
}
