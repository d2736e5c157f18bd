using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// Every minute: send what is promised, one reminder at a time. Killed half-way or run twice, it loses none; at worst the
/// one in flight is sent again, under the same Message-ID.
/// </summary>
public sealed class SendQueuedReminders(
    IDbContextFactory<AppDbContext> database, IMailer mailer, IOptions<MailSettings> settings, IOptions<ReminderSettings> reminders,
    TimeProvider clock)
{
    /// <summary>Rows looked up together.</summary>
    private const int PageSize = 50;

    /// <summary>So long a sender may hold a row; one that was killed meanwhile holds it no longer than this.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after each failure; the last one repeats until it is given up.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        // What was promised before they were turned off waits too; turned on again, only what still holds is sent.
        if (!mailer.IsOn || !reminders.Value.Enabled)
        {
            return 0;
        }

        var sent = 0;
        for (var page = await ToSendAsync(cancel); page.Count > 0; page = await ToSendAsync(cancel))
        {
            foreach (var id in page)
            {
                sent += await SendAsync(id, cancel) ? 1 : 0;
            }
        }

        return sent;
    }

    private async Task<List<Guid>> ToSendAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Reminders
            .Where(Reminder.ToSendAt(clock.GetUtcNow()))
            .OrderBy(r => r.NextTryAt).ThenBy(r => r.Id)
            .Select(r => r.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await ClaimAsync(db, id, cancel) is not { } reminder)
        {
            return false;
        }

        if (await MailOfAsync(db, reminder, cancel) is not { } mail)
        {
            await KeepAsync(db, reminder, row => row.Cancel(clock.GetUtcNow()));
            return false;
        }

        try
        {
            await mailer.SendAsync(mail, cancel);
        }
        catch (MailFailedException failure)
        {
            await KeepAsync(db, reminder, row => row.MarkFailed(failure.Message, clock.GetUtcNow() + PauseAfter(row.Failures)));
            return failure.HitsEveryMail ? throw new JobFailedException(failure.Message) : false;
        }

        await KeepAsync(db, reminder, row => row.MarkSent(clock.GetUtcNow()));
        return true;
    }

    /// <summary>Takes the row for itself; nothing if another sender was faster.</summary>
    private async Task<Reminder?> ClaimAsync(AppDbContext db, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var reminder = await db.Reminders.Where(Reminder.ToSendAt(now)).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (reminder is null)
        {
            return null;
        }

        try
        {
            reminder.Claim(now + Lease);
            await db.SaveChangesAsync(cancel);
            return reminder;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    /// <summary>The mail, if it still holds: that day's step, and what it is about still to be done by the recipient.</summary>
    private async Task<Mail?> MailOfAsync(AppDbContext db, Reminder reminder, CancellationToken cancel)
    {
        var today = clock.Today();
        if (reminder.StepOn(today) != reminder.Step)
        {
            return null;
        }

        return reminder.PlacementId is null
            ? (await AboutTalkAsync(db, reminder.Id, today, cancel))?.Write(today, settings.Value.PublicAddress)
            : (await AboutHandOverAsync(db, reminder.Id, today, cancel))?.Write(today, settings.Value.PublicAddress);
    }

    /// <summary>The talk to be held, on that day, the training not over, the recipient concerned.</summary>
    private static Task<ReminderMail?> AboutTalkAsync(AppDbContext db, Guid id, DateOnly today, CancellationToken cancel) => db.Reminders
        .Where(r => r.Id == id)
        .Where(r => r.Evaluation!.State == EvaluationState.Planned && r.Evaluation.DueOn == r.DueOn && r.Evaluation.Apprenticeship.EndsOn >= today)
        .Where(r => r.Evaluation!.Apprenticeship.PersonId == r.RecipientId || r.Evaluation.Apprenticeship.Assignments.Any(s =>
            s.PersonId == r.RecipientId && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))
        .Select(r => new ReminderMail(
            r.Id, r.Evaluation!.Id, r.Evaluation.Number, r.DueOn, r.Recipient.GivenName, r.Recipient.FamilyName, r.Recipient.Email,
            r.Recipient.Language, r.Evaluation.Apprenticeship.PersonId == r.RecipientId, r.Evaluation.Apprenticeship.Person.GivenName))
        .SingleOrDefaultAsync(cancel);

    /// <summary>The hand-over not confirmed, from that day, the training not over, hers to receive.</summary>
    private static Task<HandOverMail?> AboutHandOverAsync(AppDbContext db, Guid id, DateOnly today, CancellationToken cancel) => (
        from reminder in db.Reminders
        join placement in db.Placements.Where(Placement.WaitsForConfirmationOn(today)) on reminder.PlacementId equals placement.Id
        where reminder.Id == id && placement.FromOn == reminder.DueOn && placement.InstructorId == reminder.RecipientId && placement.Apprenticeship.EndsOn >= today
        select new HandOverMail(
            reminder.Id, placement.Id, placement.FromOn, reminder.Recipient.GivenName, reminder.Recipient.FamilyName, reminder.Recipient.Email,
            reminder.Recipient.Language, placement.Apprenticeship.Person.GivenName)).SingleOrDefaultAsync(cancel);

    private static TimeSpan PauseAfter(int failures) => Pauses[Math.Min(failures, Pauses.Length - 1)];

    /// <summary>What has happened is written down, whatever else was done to the row meanwhile, and even while the program stops.</summary>
    private static async Task KeepAsync(AppDbContext db, Reminder reminder, Action<Reminder> change)
    {
        for (var kept = false; !kept;)
        {
            change(reminder);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                kept = true;
            }
            catch (DbUpdateConcurrencyException)
            {
                await db.Entry(reminder).ReloadAsync(CancellationToken.None);
                kept = db.Entry(reminder).State == EntityState.Detached;
            }
        }
    }
}
