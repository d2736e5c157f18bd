using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Features.Roster;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>From HR's roster to the mails: what a newly imported employer is told of, and what not.</summary>
public sealed class RosterRemindersTests : AppTests
{
    protected override IReadOnlyList<string> MailServerArguments => [];

    [BothDatabases]
    public async Task Talks_that_are_due_or_newly_overdue_give_one_mail_a_recipient_and_the_past_ones_none()
    {
        await App.RemindOnlyOfAsync(ReminderSubject.Talk);
        await RosterExample.CurriculaAsync(App);
        await App.As(await Given.HrAsync()).ImportAsync(RosterExample.OfAnEmployer());
        var past = await App.DbAsync(db => db.Evaluations.CountAsync(e => e.State == EvaluationState.UnknownBeforeSystem));

        // September: 32 talks lie before the record, and no window ends within 30 days.
        Assert.Equal(44, past);
        Assert.Equal(0, await TellAsync());

        // Monday 7 December: the 30th day before 4 January was a Saturday. Four talks, each told an apprentice and two supervisors.
        App.Clock.Set(new DateOnly(2026, 12, 7));
        Assert.Equal(12, await TellAsync());
        Assert.Equal(0, await TellAsync());

        // Nothing ran until 18 February: those of January are over, 16 talks of February are newly overdue, and only that is told.
        App.Clock.Set(new DateOnly(2027, 2, 18));
        Assert.Equal(48, await TellAsync());
        Assert.Equal(0, await TellAsync());

        var told = await App.DbAsync(db => db.Reminders.Where(r => r.Mail!.SentAt != null)
            .Select(r => new { r.EvaluationId, r.RecipientId, r.DueOn, r.Step, r.Evaluation!.State, r.Recipient.Email, r.QueuedAt }).ToListAsync());
        Assert.Equal(told.Count, told.DistinctBy(r => (r.EvaluationId, r.RecipientId)).Count());
        Assert.All(told, r => Assert.Equal(EvaluationState.Planned, r.State));
        Assert.All(told, r => Assert.Equal(r.DueOn.Year == 2027 && r.DueOn.Month == 1 ? -30 : 1, r.Step));

        // One mail a person and day, however many she is told of.
        var mails = await MailServer.MailsAsync();
        Assert.Equal(
            told.Select(r => (OfficeTime.Clock.DayOf(r.QueuedAt), r.Email)).Distinct().Select(mail => mail.Email).Order(), mails.Select(mail => mail.To.Single()).Order());
        Assert.Equal(mails.Count, mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    /// <summary>How many promises went out.</summary>
    private async Task<int> TellAsync()
    {
        var before = await SentAsync();
        await App.AsNobody().RunAsync((QueueReminders queue) => queue.RunAsync());
        await App.AsNobody().RunAsync((SendQueuedReminders send) => send.RunAsync());
        return await SentAsync() - before;
    }

    private Task<int> SentAsync() => App.DbAsync(db => db.Reminders.CountAsync(r => r.Mail!.SentAt != null));
}
