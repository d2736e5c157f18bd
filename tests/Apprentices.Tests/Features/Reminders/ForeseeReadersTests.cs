using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Features.Notifications;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>What is foreseen for those who have chosen how they are told, and for those who are away, is what comes.</summary>
public sealed class ForeseeReadersTests : ToldTests
{
    private static readonly DateOnly First = new(2026, 12, 7);
    private static readonly DateOnly Last = new(2027, 1, 29);

    /// <summary>On every ninth day it is foreseen anew, so that each weekday has its turn; with YEAR_QUARTERS on each day (docs/testing.md).</summary>
    private static int Every => Environment.GetEnvironmentVariable("YEAR_QUARTERS") is null ? 9 : 1;

    private sealed record Told(DateOnly On, Guid RecipientId, Guid AboutId, int Step, ReminderRung Rung, bool ByMail);

    [BothDatabases]
    public async Task Digests_quiet_hours_an_inbox_alone_and_leaves_over_Christmas_are_foreseen_on_each_day_as_they_come()
    {
        App.Clock.Set(First, new TimeOnly(6, 0));
        await ChooseAsync(Siv, MailRhythm.Weekly);
        await ChooseAsync(Tor, MailRhythm.Daily, inboxOnly: true);
        await ChooseAsync(Lise, MailRhythm.Weekly, DayOfWeek.Wednesday, inboxOnly: true);
        await ChooseAsync(Nina, MailRhythm.Daily, from: new TimeOnly(16, 0), to: new TimeOnly(9, 0));

        // Back before her Friday; over New Year's Day, which is one; and one in which nobody else sees the record.
        await LeaveAsync(Siv, new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 9), Lise);
        await LeaveAsync(Siv, new DateOnly(2026, 12, 28), new DateOnly(2027, 1, 5), Lise, withAccess: false);
        await LeaveAsync(Siv, new DateOnly(2027, 1, 13), new DateOnly(2027, 1, 20), Lise);
        await LeaveAsync(Tor, new DateOnly(2027, 1, 18), new DateOnly(2027, 1, 22), deputy: null);
        var number = 0;
        foreach (var kind in new[] { DutyKind.PlanInPlace, DutyKind.Closing, DutyKind.TalkBeforeChange, DutyKind.MockTest, DutyKind.FinalTest })
        {
            foreach (var days in new[] { -4, 1, 3, 8, 12, 16, 23, 29, 31, 38, 44, 50 })
            {
                await DutyAsync(kind, First.AddDays(days + (number++ % 3)), number);
            }
        }

        Dictionary<DateOnly, HashSet<Told>> foreseen = [];
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            App.Clock.Set(day, new TimeOnly(6, 0));
            if ((day.DayNumber - First.DayNumber) % Every == 0)
            {
                foreseen[day] = [.. (await App.AsConsole().RunAsync((ForeseeReminders use) => use.RunAsync(Last.DayNumber - day.DayNumber + 1)))
                    .Select(row => new Told(row.On, row.Item.RecipientId, row.Item.About.Id, row.Item.Step, row.Item.Rung, row.ByMail))];
            }

            if (WorkingDays.IsWorkingDay(day))
            {
                await DayAsync(day);
            }
        }

        var told = await ToldAsync();
        Assert.NotEmpty(foreseen[First]);
        Assert.All(foreseen, from =>
        {
            var since = told.Where(one => one.On >= from.Key).ToHashSet();
            Assert.Equal([], from.Value.Except(since).Select(one => (from.Key, one)));
            Assert.Equal([], since.Except(from.Value).Select(one => (from.Key, one)));
        });

        // Nothing of it is beside the point: each kind of reader was told something in her way, and nobody got two mails on a day.
        Assert.All(told.Where(one => one.RecipientId == Siv.Id && one.Rung == ReminderRung.Named && one.Step < 0), one => Assert.True(one.ByMail));
        Assert.Contains(told, one => one.RecipientId == Lise.Id && one is { Rung: ReminderRung.Deputy, ByMail: false });
        Assert.Contains(told, one => one.RecipientId == Lise.Id && one is { Rung: ReminderRung.Deputy, ByMail: true });
        Assert.Contains(told, one => one.RecipientId == Tor.Id && one is { Rung: ReminderRung.Deputy });
        Assert.Contains(told, one => one.RecipientId == Nina.Id && one is { Rung: ReminderRung.Deputy });
        Assert.Contains(told, one => one.RecipientId == Siv.Id && one.On == new DateOnly(2026, 12, 11));
        Assert.DoesNotContain(told, one => one.RecipientId == Siv.Id && one.On >= new DateOnly(2026, 12, 28) && one.On <= new DateOnly(2027, 1, 5));
        var mails = await App.DbAsync(db => db.ReminderMails.Where(mail => mail.SentAt != null).Select(mail => new { mail.RecipientId, mail.QueuedAt }).ToListAsync());
        Assert.Equal(mails.Count, mails.DistinctBy(mail => (mail.RecipientId, App.Clock.DayOf(mail.QueuedAt))).Count());
    }

    private async Task<HashSet<Told>> ToldAsync() =>
    [
        .. (await App.DbAsync(db => db.Reminders.Where(r => r.Mail!.SentAt != null || (r.MailOn == null && r.CancelledAt == null))
            .Select(r => new { At = r.MailOn == null ? r.QueuedAt : r.Mail!.QueuedAt, r.RecipientId, r.AboutId, r.Step, r.Rung, ByMail = r.MailOn != null }).ToListAsync()))
            .Select(r => new Told(App.Clock.DayOf(r.At), r.RecipientId, r.AboutId, r.Step, r.Rung, r.ByMail)),
    ];
}
