using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>Every duty reaches whoever sees to it, climbs while nothing happens, and comes in one mail a person.</summary>
public sealed class DutyRemindersTests : AppTests
{
    private Person siv = null!;
    private Person tor = null!;
    private Person nina = null!;
    private Person ingrid = null!;
    private Apprenticeship contract = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (siv, tor, nina) = (await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"), await Given.HrAsync("Nina Dahl"));
        ingrid = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        contract = await Given.ApprenticeshipAsync(ingrid, startsOn: App.Clock.Today.AddMonths(-2), instructor: siv, trainingManager: tor, hrContact: nina);
    }

    [BothDatabases]
    public async Task A_duty_nobody_does_climbs_from_those_named_to_the_training_manager_and_to_HR()
    {
        var plan = await DutyAsync(DutyKind.PlanInPlace, DutyRole.Instructor, App.Clock.Today.AddDays(10));
        foreach (var (day, told) in new[] { (-8, []), (-7, [siv]), (0, [siv]), (3, [siv]), (7, [tor]), (14, new[] { nina }) })
        {
            App.Clock.Set(plan.ActOn.AddDays(day));
            await QueueAsync();
            Assert.Equal(told.Select(person => person.Id), (await WaitingAsync(plan)).Select(r => r.RecipientId));
            await SendAsync();
        }

        Assert.Equal(["Named", "Named", "Named", "TrainingManager", "Hr"], (await AllAsync(plan)).Select(r => r.Rung.ToString()));
    }

    [BothDatabases]
    public async Task Done_an_hour_before_the_mail_it_is_not_sent_and_climbs_no_further()
    {
        var plan = await DutyAsync(DutyKind.PlanInPlace, DutyRole.Instructor, App.Clock.Today);
        await QueueAsync();
        await App.ChangeAsync(async db => (await db.TrackedDuties.SingleAsync(duty => duty.Id == plan.Id)).MarkDone(App.Clock.Today, siv.Id, App.Clock.Today));

        await SendAsync();
        Assert.DoesNotContain(await MailServer.MailsAsync(), mail => mail.To[0] == siv.Email);
        Assert.NotNull(Assert.Single(await AllAsync(plan)).CancelledAt);

        App.Clock.Set(plan.ActOn.AddDays(20));
        await QueueAsync();
        Assert.Empty(await WaitingAsync(plan));
    }

    [BothDatabases]
    public async Task Who_has_several_things_to_see_to_gets_one_mail_with_a_link_and_a_reason_for_each()
    {
        var (plan, closing) = (
            await DutyAsync(DutyKind.PlanInPlace, DutyRole.Instructor, App.Clock.Today), await DutyAsync(DutyKind.Closing, DutyRole.Instructor, App.Clock.Today.AddDays(7)));
        await QueueAsync();
        await SendAsync();

        var mail = Assert.Single(await MailServer.MailsAsync(), mail => mail.To[0] == siv.Email);
        Assert.Equal("2 påminnelser", mail.Subject);
        Assert.All(new[] { plan, closing }, duty =>
        {
            Assert.Contains($"https://laerling.example.no{DeadlineLinks.Duty(duty.Id)}", mail.Text!, StringComparison.Ordinal);
            Assert.Contains($"https://laerling.example.no{DeadlineLinks.Duty(duty.Id)}", mail.Html!, StringComparison.Ordinal);
        });
        Assert.Equal(2, mail.Text!.Split("Du får denne fordi du følger opp Ingrid.").Length - 1);
        Assert.DoesNotContain("Solheim", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task What_is_the_employers_own_is_told_all_of_HR_and_seen_by_HR_alone()
    {
        var other = await Given.PersonAsync(Roles.Hr | Roles.Instructor, "Lise Grønn");
        var key = new DutyKey(DutyKind.ApprenticeSurvey, 2026, Guid.Empty);
        var survey = TrackedDuty.OfTheEmployer(DutyOf(key, DutyRole.Hr, App.Clock.Today.AddDays(14)), Guid.CreateVersion7());
        await App.ChangeAsync(db =>
        {
            db.Add(survey);
            return Task.CompletedTask;
        });
        await QueueAsync();

        Assert.Equal(new[] { nina.Id, other.Id }.Order(), (await WaitingAsync(survey)).Select(r => r.RecipientId).Order());
        Assert.Equal("Lærlingundersøkelsen 2026", (await InboxAsync(other)).Rows.Select(row => ReminderWords.Title(row, row.About.FullName)).Single(), ignoreCase: true);
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == other.Id)).Revoke(Roles.Hr));
        Assert.Empty((await InboxAsync(other)).Rows);
    }

    [BothDatabases]
    public async Task What_was_agreed_on_in_a_talk_is_told_whoever_it_was_given_to_without_a_word_of_it()
    {
        var action = await App.DbAsync(async db =>
        {
            var talk = await db.Evaluations.Include(e => e.Actions).Include(e => e.Blocks).Include(e => e.Signatures).SingleAsync(e => e.ApprenticeshipId == contract.Id && e.Number == 1);
            talk.Begin(App.Clock.GetUtcNow(), App.Clock.Today);
            var agreed = talk.AgreeOn("Hemmelig tiltak", ingrid.Id, ingrid.FullName, App.Clock.Today.AddDays(3), App.Clock.Today);
            talk.Hold(App.Clock.Today, "Vi snakket.", siv.Id, App.Clock.Today);
            await db.SaveChangesAsync();
            return agreed;
        });
        await QueueAsync();
        await SendAsync();

        var mail = Assert.Single(await MailServer.MailsAsync(), mail => mail.To[0] == ingrid.Email);
        Assert.Contains(TogetherLinks.Actions, mail.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmelig", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.Contains((await InboxAsync(ingrid)).Rows, row => row.About.Id == action.Id);
    }

    [BothDatabases]
    public async Task What_holds_is_counted_in_as_many_statements_for_many_things_as_for_one()
    {
        await DutyAsync(DutyKind.PlanInPlace, DutyRole.Instructor, App.Clock.Today);
        var one = await ReadsAsync();
        for (var i = 0; i < 30; i++)
        {
            await DutyAsync(DutyKind.PlanInPlace, DutyRole.Instructor, App.Clock.Today.AddDays(i % 5), number: i + 2);
        }

        // A page in which nothing is due asks nothing of those it would be told.
        Assert.InRange(await ReadsAsync(), one, one + 3);

        // SQLite is given each new row in a statement of its own.
        async Task<int> ReadsAsync()
        {
            App.Sql.Clear();
            await QueueAsync();
            return App.Sql.Statements.Count(statement => !statement.Contains("INSERT INTO", StringComparison.Ordinal));
        }
    }

    /// <summary>A duty on the record, beside those its own sum gives.</summary>
    private async Task<TrackedDuty> DutyAsync(DutyKind kind, DutyRole responsible, DateOnly dueOn, int number = 1) => await App.DbAsync(async db =>
    {
        await db.TrackedDuties.Where(duty => duty.ApprenticeshipId == contract.Id && duty.Kind == kind && duty.Number == number).ExecuteDeleteAsync();
        var record = await db.Apprenticeships.Include(a => a.Duties).SingleAsync(a => a.Id == contract.Id);
        var duty = TrackedDuty.OfTheEmployer(DutyOf(new DutyKey(kind, number, Guid.Empty), responsible, dueOn), Guid.CreateVersion7());
        db.Add(duty);
        db.Entry(duty).Property(row => row.ApprenticeshipId).CurrentValue = record.Id;
        await db.SaveChangesAsync();
        return duty;
    });

    private static Duty DutyOf(DutyKey key, DutyRole responsible, DateOnly dueOn) =>
        new(key.Kind, key.Number, dueOn.AddDays(-30), dueOn, DutyBasis.HouseRule, "", responsible, []) { Subject = key.Subject };

    private Task<List<Reminder>> AllAsync(TrackedDuty duty) => App.DbAsync(db => db.Reminders.Where(r => r.DutyId == duty.Id).OrderBy(r => r.Step).ToListAsync());

    private Task<List<Reminder>> WaitingAsync(TrackedDuty duty) =>
        App.DbAsync(db => db.Reminders.Where(Reminder.Waiting).Where(r => r.DutyId == duty.Id).OrderBy(r => r.Step).ToListAsync());

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());

    private Task<ListInbox.Result> InboxAsync(Person person) => App.As(person).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)));
}
