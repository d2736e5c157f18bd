using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Meeting;

/// <summary>An invitation that the mail server has not confirmed may be in her calendar all the same.</summary>
public sealed class UnconfirmedInvitationTests : AppTests
{
    private const string Dropped = "dropped@example.no";
    private const string Why = "Ingrid er sykmeldt.";
    private Person apprentice = null!;
    private Person instructor = null!;
    private Person manager = null!;
    private Evaluation talk = null!;

    protected override IReadOnlyList<string> MailServerArguments => ["--drop", Dropped];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        apprentice = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        instructor = await Given.InstructorAsync("Siv Åmot");
        manager = await Given.TrainingManagerAsync("Tor Eide");
        talk = await Given.EvaluationAsync(new DateOnly(2026, 11, 20), apprentice, instructor, manager);
        await PlanAsync(new DateOnly(2026, 10, 23));
    }

    [BothDatabases]
    public async Task Taken_before_the_connection_broke_it_is_called_off()
    {
        await App.ChangeAsync(db => db.People.Where(p => p.Id == manager.Id).ExecuteUpdateAsync(row => row.SetProperty(p => p.Email, Dropped)));
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);

        await CallOffAsync();
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);

        var hers = (await MailServer.MailsAsync()).Where(mail => mail.To[0] == Dropped);
        Assert.Equal(["REQUEST", "CANCEL"], hers.Select(mail => mail.Calendar!.Method));
    }

    [BothDatabases]
    public async Task Called_off_only_those_are_told_whom_it_may_have_reached()
    {
        await FailAsync(
            (apprentice, MailFailureKind.TimedOut), (instructor, MailFailureKind.Dropped), (instructor, MailFailureKind.ServerAway), (manager, MailFailureKind.ServerAway));

        await CallOffAsync();

        Assert.Equal(2, await SendAsync());
        var mails = await MailServer.MailsAsync();
        Assert.All(mails, mail => Assert.Equal("CANCEL", mail.Calendar!.Method));
        Assert.Equal(new[] { apprentice.Email, instructor.Email }.Order(), mails.Select(mail => mail.To[0]).Order());
    }

    [BothDatabases]
    public async Task Moved_it_is_a_change_for_those_whom_it_may_have_reached()
    {
        await FailAsync((apprentice, MailFailureKind.TimedOut), (instructor, MailFailureKind.Dropped), (manager, MailFailureKind.RefusedForNow));

        await PlanAsync(new DateOnly(2026, 10, 26), Why);

        Assert.Equal(3, await SendAsync());
        var said = (await MailServer.MailsAsync()).ToDictionary(mail => mail.To[0], mail => mail.Subject.Split(':')[0]);
        Assert.Equal(("Endret innkalling", "Endret innkalling", "Innkalling"), (said[apprentice.Email], said[instructor.Email], said[manager.Email]));
    }

    [BothDatabases]
    public async Task What_may_have_arrived_is_the_same_in_the_database_and_in_memory()
    {
        var at = App.Clock.GetUtcNow();
        await App.ChangeAsync(async db =>
        {
            foreach (var kind in Enum.GetValues<MailFailureKind>())
            {
                var mail = Invitation($"{kind}");
                mail.MarkFailed(kind, "SMTP", at, at);
                await db.AddAsync(mail);
            }

            var sent = Invitation("sent");
            sent.MarkSent(at);
            await db.AddRangeAsync(sent, Invitation("waiting"));
        });

        var guests = await App.DbAsync(db => db.TalkMails.Where(mail => mail.GuestEmail != null).ToListAsync());
        var found = await App.DbAsync(db => db.TalkMails.Where(QueuedMail.MayHaveArrived<TalkMail>()).Select(mail => mail.Addressee).ToListAsync());
        Assert.Equal([nameof(MailFailureKind.Dropped), nameof(MailFailureKind.TimedOut), "sent"], found.Order(StringComparer.Ordinal));
        Assert.Equal(found.Order(), guests.Where(QueuedMail.MayHaveArrived<TalkMail>().Compile()).Select(mail => mail.Addressee).Order());

        TalkMail Invitation(string guest) => new(talk.Id, TalkMailKind.Invitation, 1, recipientId: null, guest, at);
    }

    /// <summary>As if sending the invitations had failed so.</summary>
    private Task FailAsync(params (Person Recipient, MailFailureKind Kind)[] failures) => App.ChangeAsync(async db =>
    {
        var mails = await db.TalkMails.ToListAsync();
        foreach (var (recipient, kind) in failures)
        {
            mails.Single(mail => mail.RecipientId == recipient.Id).MarkFailed(kind, "SMTP", App.Clock.GetUtcNow(), App.Clock.GetUtcNow().AddMinutes(1));
        }
    });

    private async Task PlanAsync(DateOnly on, string? reason = null)
    {
        var input = new PlanTalk.Input { PlannedOn = on, StartsAt = new TimeOnly(10, 0), Reason = reason, Version = await VersionAsync() };
        await App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task CallOffAsync()
    {
        var input = new CallOffTalk.Input { Reason = Why, Version = await VersionAsync() };
        await App.As(instructor).RunAsync((CallOffTalk use) => use.RunAsync(talk.Id, input));
    }

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendTalkMails use) => use.RunAsync());

    private Task<int> VersionAsync() => App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.Version).SingleAsync());
}
