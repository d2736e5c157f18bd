using System.Collections.Concurrent;
using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// Every minute: put what is promised to one person into one mail, and send what is to be sent. Killed half-way or run twice, it loses
/// nothing; at worst the mail in flight is sent again, under the same Message-ID.
/// </summary>
public sealed class SendQueuedReminders(
    IDbContextFactory<AppDbContext> database, IMailer mailer, MailQueue queue, IOptions<MailSettings> settings, IOptions<ReminderSettings> reminders,
    IOptions<ProgressSettings> progress, InboxChannel inboxes, JobProgress steps, TimeProvider clock)
{
    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    public static readonly TimeSpan Lease = MailQueue.Lease;

    private readonly ReminderReckoning reckoning = progress.Value.Reckoning(clock);
    private readonly ConcurrentBag<Guid> calledOff = [];
    private KnownTerms? known;

    /// <summary>So many promises are put into mails together; those of one person stay together.</summary>
    private const int PageSize = 500;

    /// <summary>From then on mails are written though the day's reminders have not been made: what was promised before waits no longer for them.</summary>
    private static readonly TimeOnly WithoutTheDays = NotificationChoice.MailsFrom.AddHours(1);

    /// <summary>So many mails are written together.</summary>
    private const int Together = 100;

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        // What was promised before they were turned off waits too; turned on again, only what still holds is sent.
        if (!mailer.IsOn || !reminders.Value.Enabled)
        {
            return 0;
        }

        for (var (more, last) = (true, Guid.Empty); more;)
        {
            (more, last) = await LostRace.RetryAsync(() => BundleAsync(last, cancel));
        }

        var phrases = await BeginAsync(cancel);
        var sent = await queue.SendAsync(mailer, new MailWriter<ReminderMail>(Together, (mails, stop) => WriteAsync(mails, phrases, stop)), steps, cancel);
        inboxes.Say(calledOff);
        calledOff.Clear();
        return sent;
    }

    private async Task<ReminderPhrases> BeginAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await LateMails.HoldBackAsync(db, clock, cancel);
        return await ReminderPhrases.ReadAsync(db, cancel);
    }

    /// <summary>
    /// One mail on a working day for each person whose day it is, in all that is promised her; not before the day's promises are made, so that it
    /// is one, and not in the hours she wants to be left in peace. What cannot wait goes in another.
    /// </summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<(bool More, Guid Last)> BundleAsync(Guid last, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var dayBegan = clock.StartOf(today);

        await using var db = await database.CreateDbContextAsync(cancel);
        var time = clock.LocalTimeZone.TimeOf(now);
        if (!WorkingDays.IsWorkingDay(today) || time < NotificationChoice.MailsFrom || !await AreMadeAsync(db, time, cancel))
        {
            return (false, last);
        }

        var taken = db.ReminderMails.Where(ReminderMail.TakesTheDay(dayBegan));
        Expression<Func<Reminder, bool>> isFree = r => !taken.Any(mail => mail.RecipientId == r.RecipientId);
        var due = db.Reminders.Where(Reminder.Loose).Where(r => r.MailOn <= today)
            .Where(isFree.Or(Reminder.CannotWait(today, WorkingDays.OnOrAfter(today.AddDays(1)))));
        var people = await due.Where(r => r.RecipientId > last).GroupBy(r => r.RecipientId).OrderBy(group => group.Key).Select(group => group.Key)
            .Take(PageSize).ToListAsync(cancel);
        var loose = await due.Where(r => people.Contains(r.RecipientId)).ToListAsync(cancel);
        var days = await MailDays.OfAsync(db, people, cancel);
        var silent = loose.Count == 0 ? [] : await db.ReminderSettings.Where(setting => setting.InboxOnly).Select(setting => setting.Id).ToListAsync(cancel);
        foreach (var reminder in loose.Where(reminder => silent.Contains(reminder.Topic.Key) || days.IsInboxOnly(reminder)).ToList())
        {
            // It was chosen so while the day's promises were being made.
            reminder.Postpone(null);
            loose.Remove(reminder);
        }

        foreach (var hers in loose.GroupBy(reminder => reminder.RecipientId).Where(hers => !days.IsQuiet(hers.Key, time)))
        {
            var mail = new ReminderMail(hers.Key, now);
            db.Add(mail);
            foreach (var reminder in hers)
            {
                reminder.GoesIn(mail);
            }
        }

        await db.SaveChangesAsync(cancel);
        return (people.Count == PageSize, people.Count == 0 ? last : people[^1]);
    }

    /// <summary>Whether the day's reminders are made, or it is late enough to go without them; not while they are being made.</summary>
    private async Task<bool> AreMadeAsync(AppDbContext db, TimeOnly time, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var since = clock.LocalTimeZone.At(today, NotificationChoice.MailsFrom).AddSeconds(-1);
        return !await db.JobStates.AnyAsync(state => state.Id == BackgroundJobs.QueueReminders && state.RunId != null && state.HeldUntil > now, cancel)
            && (time >= WithoutTheDays || await db.JobRuns.AnyAsync(
                run => run.JobId == BackgroundJobs.QueueReminders && run.StartedAt >= since && run.EndedAt != null && run.Failure == null, cancel));
    }

    /// <summary>The mails in which anything still holds: that day's step, and what it is about still to be done by the recipient.</summary>
    private async Task<IReadOnlyDictionary<Guid, Mail>> WriteAsync(IReadOnlyList<ReminderMail> mails, ReminderPhrases phrases, CancellationToken cancel)
    {
        var today = clock.Today();
        var mailOf = await LostRace.RetryAsync(() => CallOffAsync([.. mails.Select(mail => mail.Id)], today, cancel));

        await using var db = await OpenAsync(cancel);
        var (holding, recipients) = (mailOf.Keys.ToList(), mails.Select(mail => mail.RecipientId).ToList());
        var items = (await ReminderItem.ReadAsync(db, db.Reminders.Where(r => holding.Contains(r.Id)).OrderBy(r => r.DueOn).ThenBy(r => r.Id), reckoning, today, cancel))
            .ToLookup(item => mailOf[item.Id]);
        var readers = await db.People.Where(p => recipients.Contains(p.Id))
            .Select(p => new ReminderLetter.Reader(p.Id, p.GivenName, p.FamilyName, p.Email, p.Language)).ToDictionaryAsync(reader => reader.Id, cancel);
        return mails.Where(mail => items.Contains(mail.Id)).ToDictionary(
            mail => mail.Id, mail => new ReminderLetter(mail.Id, readers[mail.RecipientId], [.. items[mail.Id]]) { Phrases = phrases }.Write(today, settings.Value.PublicAddress));
    }

    /// <summary>Calls off what no longer holds.</summary>
    /// <returns>What does, and the mail that each is in.</returns>
    private async Task<IReadOnlyDictionary<Guid, Guid>> CallOffAsync(List<Guid> mails, DateOnly today, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        var promised = await db.Reminders.Where(r => r.MailId != null && mails.Contains(r.MailId.Value) && r.CancelledAt == null).ToListAsync(cancel);
        var holding = await PromisedReminders.HoldingAsync(db, promised, reckoning, today, await TermsAsync(db, today, cancel), cancel);
        var gone = promised.Where(reminder => !holding.Contains(reminder)).ToList();
        gone.ForEach(reminder => reminder.Cancel(clock.GetUtcNow()));
        if (gone.Count > 0)
        {
            await db.SaveChangesAsync(cancel);
        }

        gone.ForEach(reminder => calledOff.Add(reminder.RecipientId));
        return holding.ToDictionary(reminder => reminder.Id, reminder => reminder.MailId!.Value);
    }

    /// <summary>Who leads, who is away and what HR has chosen: read anew as often as a mail that waits is written anew.</summary>
    private async Task<ReminderTerms> TermsAsync(AppDbContext db, DateOnly today, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (known is not { } kept || now > kept.ReadAt + MailWriter.Fresh || kept.Day != today)
        {
            known = kept = new KnownTerms(await ReminderFacts.TermsAsync(db, today, cancel), today, now);
        }

        return kept.Terms;
    }

    /// <summary>Its connection stays open for all that is asked: opened anew for each question, SQLite is told all of the program's own functions again.</summary>
    private async Task<AppDbContext> OpenAsync(CancellationToken cancel)
    {
        var db = await database.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        return db;
    }

    private sealed record KnownTerms(ReminderTerms Terms, DateOnly Day, DateTimeOffset ReadAt);
}
