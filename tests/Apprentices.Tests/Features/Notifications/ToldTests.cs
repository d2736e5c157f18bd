using Apprentices.Domain;
using Apprentices.Features.Leaves;
using Apprentices.Features.Notifications;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Notifications;

/// <summary>One apprentice with those who follow her up and no duties but those a test gives her, and a mail MailServer.</summary>
public abstract class ToldTests : AppTests
{
    protected Person Siv { get; private set; } = null!;

    protected Person Tor { get; private set; } = null!;

    protected Person Nina { get; private set; } = null!;

    protected Person Lise { get; private set; } = null!;

    protected Apprenticeship Contract { get; private set; } = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Siv, Tor, Nina, Lise) = (await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"), await Given.HrAsync("Nina Dahl"), await Given.InstructorAsync("Lise Grønn"));
        Contract = await Given.ApprenticeshipAsync(
            await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), startsOn: App.Clock.Today.AddMonths(-2), instructor: Siv, trainingManager: Tor, hrContact: Nina);
        await App.DbAsync(db => db.TrackedDuties.ExecuteDeleteAsync());
    }

    /// <summary>Something of hers that the instructor sees to.</summary>
    protected async Task<TrackedDuty> DutyAsync(DutyKind kind, DateOnly dueOn, int number = 1) => await App.DbAsync(async db =>
    {
        var duty = TrackedDuty.OfTheEmployer(
            new Duty(kind, number, dueOn.AddDays(-30), dueOn, DutyBasis.HouseRule, "", DutyRole.Instructor, []), Guid.CreateVersion7());
        db.Add(duty);
        db.Entry(duty).Property(row => row.ApprenticeshipId).CurrentValue = Contract.Id;
        await db.SaveChangesAsync();
        return duty;
    });

    protected async Task ChooseAsync(Person person, MailRhythm rhythm, DayOfWeek on = DayOfWeek.Friday, bool inboxOnly = false, TimeOnly? from = null, TimeOnly? to = null)
    {
        var before = await App.As(person).RunAsync((ReadNotificationChoice use) => use.RunAsync());
        await App.As(person).RunAsync((SaveNotificationChoice use) => use.RunAsync(new SaveNotificationChoice.Input
        {
            Rhythm = rhythm,
            WeeklyOn = on,
            InboxOnly = inboxOnly,
            QuietFrom = from,
            QuietTo = to,
            Version = before.Input.Version,
        }));
    }

    /// <summary>HR records a leave; whoever stands in sees all records, or none.</summary>
    protected async Task LeaveAsync(Person person, DateOnly from, DateOnly to, Person? deputy, bool withAccess = true)
    {
        var records = deputy is null ? [] : await App.As(Nina).RunAsync((ReadLeave use) => use.RecordsAsync(person.Id, null, from, to, deputy.Id));
        await App.As(Nina).RunAsync((RecordLeave use) => use.RunAsync(person.Id, new LeaveInput
        {
            FromOn = from,
            ToOn = to,
            DeputyId = deputy?.Id,
            Access = [.. records.Select(record => new LeaveInput.Tick { AssignmentId = record.AssignmentId, IsGiven = withAccess })],
        }));
    }

    /// <summary>What the jobs do on a day, and which mails come of it.</summary>
    protected async Task<IReadOnlyList<MailSink.Mail>> DayAsync(DateOnly day, TimeOnly? time = null)
    {
        App.Clock.Set(day, time);
        var before = (await MailServer.MailsAsync()).Select(mail => mail.MessageId).ToHashSet();
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
        return [.. (await MailServer.MailsAsync()).Where(mail => !before.Contains(mail.MessageId))];
    }

    /// <summary>To whom mails come on a day.</summary>
    protected async Task<IReadOnlyList<string>> ToldOnAsync(DateOnly day, TimeOnly? time = null) => [.. (await DayAsync(day, time)).Select(mail => mail.To[0]).Order()];
}
