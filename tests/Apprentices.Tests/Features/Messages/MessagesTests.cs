using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Messages;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Messages;

public sealed class MessagesTests : AppTests
{
    private const string Unknown = "unknown@example.no";
    private const string Later = "later@example.no";
    private Person hr = null!;
    private Person apprentice = null!;
    private Evaluation talk = null!;

    protected override IReadOnlyList<string> MailServerArguments => ["--refuse", Unknown, "--later", Later, "1"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        hr = await Given.HrAsync();
        apprentice = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        talk = await Given.EvaluationAsync(
            App.Clock.Today, apprentice, await Given.PersonAsync(Roles.Instructor, "Siv Åmot", email: Unknown),
            await Given.PersonAsync(Roles.TrainingManager, "Tor Eide", email: Later));
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
    }

    [BothDatabases]
    public async Task HR_sees_what_became_of_each_message_of_either_sort()
    {
        await App.ChangeAsync(db =>
        {
            db.Add(new TalkMail(talk.Id, TalkMailKind.Invitation, 1, null, "gjest@example.no", App.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await SendAsync();

        var listed = await ListAsync();
        Assert.Equal(
            [
                (MessageFate.Failed, MessageKind.Reminder, "Tor Eide", "Ingrid Solheim"), (MessageFate.GivenUp, MessageKind.Reminder, "Siv Åmot", "Ingrid Solheim"),
                (MessageFate.Sent, MessageKind.Reminder, "Ingrid Solheim", "Ingrid Solheim"), (MessageFate.Waiting, MessageKind.Invitation, "gjest@example.no", "Ingrid Solheim"),
            ],
            listed.Rows.Select(row => (row.Fate, row.Kind, row.Recipient, row.About)).OrderBy(row => row.Fate.ToString(), StringComparer.Ordinal));
        Assert.Equal(new ListMessages.Hits(4, 1, 1, 1, 1, 0), listed.Hits);
        Assert.Equal(MailFailureKind.RefusedForGood, listed.Rows.Single(row => row.Fate == MessageFate.GivenUp).FailureKind);
    }

    [BothDatabases]
    public async Task The_list_is_narrowed_by_fate_kind_person_and_period()
    {
        await SendAsync();
        App.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Equal("Siv Åmot", (await ListAsync(new MessageQuery(MessageFate.GivenUp))).Rows.Single().Recipient);
        Assert.Equal(3, (await ListAsync(new MessageQuery(Kind: MessageKind.Reminder))).Rows.Count);
        Assert.Empty((await ListAsync(new MessageQuery(Kind: MessageKind.SignIt))).Rows);
        Assert.Single((await ListAsync(new MessageQuery(Person: "SIV åmot"))).Rows);
        Assert.Equal(3, (await ListAsync(new MessageQuery(Person: "solheim"))).Rows.Count);
        Assert.Empty((await ListAsync(new MessageQuery(Days: 7))).Rows);
        Assert.Equal(3, (await ListAsync(new MessageQuery(Days: 30))).Rows.Count);
        var all = new MessageQuery(MessageFate.GivenUp, MessageKind.HoldIt, "Åse & co", 90);
        var read = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(new Uri("http://x"), all.Address(2)).Query);
        Assert.Equal(all, MessageQuery.From(read["fate"], read["kind"], read["person"], read["days"]));
    }

    [BothDatabases]
    public async Task Sent_again_it_is_the_same_message_and_its_failures_are_counted_anew()
    {
        await SendAsync();
        var given = (await ListAsync(new MessageQuery(MessageFate.GivenUp))).Rows.Single();
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Email == Unknown)).Rename("Siv", "Åmot", "kjent@example.no"));

        await AgainAsync(given.Id);
        Assert.Equal(1, await SendAsync());

        var mail = (await MailServer.WaitForAsync(2)).Single(one => one.To[0] == "kjent@example.no");
        Assert.Equal($"<{given.Id:N}@example.no>", mail.MessageId);
        Assert.Equal((MessageFate.Sent, 0), (await ListAsync()).Rows.Where(row => row.Id == given.Id).Select(row => (row.Fate, row.Failures)).Single());
    }

    [BothDatabases]
    public async Task What_is_sent_or_waits_for_its_first_try_is_not_sent_again()
    {
        await App.ChangeAsync(async db => await db.AddAsync(new ReminderMail(hr.Id, App.Clock.GetUtcNow())));
        var waiting = (await ListAsync(new MessageQuery(MessageFate.Waiting))).Rows.Single();
        await Assert.ThrowsAsync<RuleException>(() => AgainAsync(waiting.Id));

        await SendAsync();
        var sent = (await ListAsync(new MessageQuery(MessageFate.Sent))).Rows.Single();
        await Assert.ThrowsAsync<RuleException>(() => AgainAsync(sent.Id));
        await Assert.ThrowsAsync<NotThereException>(() => AgainAsync(Guid.CreateVersion7()));
    }

    [BothDatabases]
    public async Task One_that_a_sender_may_hold_just_now_is_left_to_it()
    {
        await SendAsync();
        var failed = (await ListAsync(new MessageQuery(MessageFate.Failed))).Rows.Single();
        await App.ChangeAsync(db => db.ReminderMails.Where(mail => mail.Id == failed.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.NextTryAt, App.Clock.GetUtcNow() + MailQueue.Lease)));

        await AgainAsync(failed.Id);

        Assert.Equal(0, await SendAsync());
    }

    [BothDatabases]
    public async Task The_list_as_a_file_says_why_and_nothing_of_what_was_said()
    {
        await SendAsync();

        var csv = await ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadMessages use) => use.RunAsync(new MessageQuery(MessageFate.GivenUp), output)));

        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("Siv Åmot;Ingrid Solheim;", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, csv, StringComparison.Ordinal);
    }

    private Task<ListMessages.Result> ListAsync(MessageQuery? query = null) => App.As(hr).RunAsync((ListMessages use) => use.RunAsync(query ?? new MessageQuery(), new Page(0, 25)));

    private Task AgainAsync(Guid id) => App.As(hr).RunAsync((SendMessageAgain use) => use.RunAsync(id));

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
}
