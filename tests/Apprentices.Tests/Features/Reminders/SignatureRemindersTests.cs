using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Who is to sign a talk is told when it has become her turn, and again while it waits for her; nobody else is.</summary>
public sealed class SignatureRemindersTests : AppTests
{
    private HeldTalk talk = null!;
    private DateOnly sealedOn;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        talk = await HeldTalk.SetAsync(App);
        sealedOn = App.Clock.Today;
    }

    [BothDatabases]
    public async Task Those_whose_turn_it_is_are_told_the_next_morning_and_a_week_later_and_then_the_one_whose_turn_comes_next()
    {
        await ToldAsync(sealedOn.AddDays(1), talk.Apprentice, talk.Instructor);
        await ToldAsync(sealedOn.AddDays(6));
        await ToldAsync(sealedOn.AddDays(7), talk.Apprentice, talk.Instructor);
        await talk.SignAsync(talk.Apprentice);

        // She has done her part; the day of the other one stays as it was.
        Assert.All(await InboxAsync(talk.Apprentice), row => Assert.True(row.IsSettled));
        await ToldAsync(sealedOn.AddDays(10), talk.Instructor);
        Assert.Equal((false, false), (await InboxAsync(talk.Instructor)).Select(row => (row.IsSettled, row.HasMoved)).Distinct().Single());
        await talk.SignAsync(talk.Instructor);
        var turned = App.Clock.Today;

        await ToldAsync(turned.AddDays(3), talk.Manager);
        await ToldAsync(turned.AddDays(6));
        await ToldAsync(turned.AddDays(7), talk.Manager);
        await talk.SignAsync(talk.Manager);
        Assert.All(await InboxAsync(talk.Manager), row => Assert.True(row.IsSettled));
        await ToldAsync(turned.AddDays(14));

        var mail = (await MailServer.MailsAsync()).First(mail => mail.To[0] == talk.Instructor.Email);
        Assert.Contains(EvaluationLinks.Talk(talk.Id), mail.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain(HeldTalk.Comment, mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Æsæther", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Unsigned_it_climbs_to_the_training_manager_and_to_HR()
    {
        await ToldAsync(sealedOn.AddDays(1), talk.Apprentice, talk.Instructor);
        await ToldAsync(sealedOn.AddDays(7), talk.Apprentice, talk.Instructor);
        await ToldAsync(sealedOn.AddDays(7 + 3), talk.Apprentice, talk.Instructor);
        await ToldAsync(sealedOn.AddDays(7 + 7), talk.Apprentice, talk.Instructor);
        await ToldAsync(sealedOn.AddDays(7 + 10), talk.Manager);
        await ToldAsync(sealedOn.AddDays(7 + 14), talk.Contact);
        await ToldAsync(sealedOn.AddDays(7 + 31));
    }

    [BothDatabases]
    public async Task Signed_an_hour_before_the_mail_it_is_not_sent()
    {
        App.Clock.Set(sealedOn.AddDays(1));
        await QueueAsync();
        await talk.SignAsync(talk.Instructor);
        await talk.SignAsync(talk.Apprentice);
        await SendAsync();

        Assert.DoesNotContain(await MailServer.MailsAsync(), mail => mail.Text!.Contains("signatur", StringComparison.Ordinal));
        Assert.All(await App.DbAsync(db => db.Reminders.Where(r => r.Subject == ReminderSubject.Signature).ToListAsync()), reminder => Assert.NotNull(reminder.CancelledAt));
    }

    [BothDatabases]
    public async Task An_addendum_to_a_signed_talk_waits_likewise()
    {
        await talk.SignAllAsync();
        App.Clock.Set(sealedOn.AddDays(42));
        await ToldAsync(App.Clock.Today);
        await talk.AddAsync(talk.Instructor);
        var written = App.Clock.Today;

        await ToldAsync(written.AddDays(1), talk.Apprentice, talk.Instructor);
        await ToldAsync(written.AddDays(6));
        await ToldAsync(written.AddDays(7), talk.Apprentice, talk.Instructor);
    }

    [BothDatabases]
    public async Task Who_is_both_instructor_and_training_manager_signs_once_and_is_told_once()
    {
        await App.ChangeAsync(async db =>
        {
            var contract = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == talk.Contract.Id);
            contract.EndAssignment(contract.Assignments.Single(s => s.Role == AssignmentRole.TrainingManager), sealedOn.AddDays(-1));
            contract.Assign(await db.People.SingleAsync(p => p.Id == talk.Instructor.Id), AssignmentRole.TrainingManager, sealedOn);
        });
        await ToldAsync(sealedOn.AddDays(7), talk.Apprentice, talk.Instructor);
        await talk.SignAsync(talk.Apprentice);
        await ToldAsync(sealedOn.AddDays(10), talk.Instructor);
    }

    /// <summary>On that day those are told, and written to.</summary>
    private async Task ToldAsync(DateOnly day, params Person[] people)
    {
        App.Clock.Set(day);
        await QueueAsync();
        var told = await App.DbAsync(db => db.Reminders.Where(Reminder.Waiting).Where(r => r.Subject == ReminderSubject.Signature).Select(r => r.RecipientId).ToListAsync());
        Assert.Equal((day, string.Join(',', people.Select(person => person.Id).Order())), (day, string.Join(',', told.Order())));
        await SendAsync();
    }

    private async Task<IReadOnlyList<ReminderItem>> InboxAsync(Person person) =>
        [.. (await App.As(person).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)))).Rows.Where(row => row.Subject == ReminderSubject.Signature)];

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
}
