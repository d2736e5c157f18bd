using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Features.Evaluations.Meeting;

/// <summary>What goes into people's calendars, as a real mail server gets it and another's calendar library reads it.</summary>
public sealed class InvitationTests : AppTests
{
    private const string Why = "Ingrid er sykmeldt.";
    private Person apprentice = null!;
    private Person instructor = null!;
    private Person manager = null!;
    private Evaluation talk = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        apprentice = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim", language: Language.Nynorsk);
        instructor = await Given.InstructorAsync("Siv Åmot");
        manager = await Given.TrainingManagerAsync("Tor Eide");
        talk = await Given.EvaluationAsync(new DateOnly(2026, 11, 20), apprentice, instructor, manager);
    }

    [BothDatabases]
    public async Task Agreed_moved_over_the_change_of_the_clock_and_called_off_each_calendar_follows_one_meeting()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0), place: "Møterom Fyret");
        Assert.Equal(3, await SendAsync());
        await PlanAsync(new DateOnly(2026, 10, 26), new TimeOnly(10, 0), place: "Møterom Fyret", reason: Why);
        Assert.Equal(3, await SendAsync());
        await CallOffAsync();
        Assert.Equal(3, await SendAsync());

        var mails = await MailServer.WaitForAsync(9);
        foreach (var person in new[] { apprentice, instructor, manager })
        {
            var hers = mails.Where(mail => mail.To[0] == person.Email).ToList();
            Assert.All(hers, mail => Assert.Equal("multipart/alternative", mail.Type));
            var read = await CalendarReader.ReadAsync([.. hers.Select(mail => mail.Calendar!.Text)]);

            Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], read.Select(meeting => meeting.Method));
            Assert.Equal(read.Select(meeting => meeting.Method), hers.Select(mail => mail.Calendar!.Method));
            Assert.Single(read.Select(meeting => meeting.Uid).Distinct(), $"{talk.Id:N}@laerling.example.no");
            Assert.Equal([1, 2, 3], read.Select(meeting => meeting.Sequence));
            Assert.Equal(["2026-10-23T10:00:00", "2026-10-26T10:00:00", "2026-10-26T10:00:00"], read.Select(meeting => meeting.Start.Local));
            Assert.Equal([8, 9, 9], read.Select(meeting => meeting.Start.Utc!.Value.Hour));
            Assert.All(read, meeting => Assert.Equal(
                ("mailto:laerling@example.no", "Møterom Fyret", $"https://laerling.example.no/talks/{talk.Id}"), (meeting.Organizer, meeting.Location, meeting.Url)));
            Assert.All(read, meeting => Assert.Equal(3, meeting.Attendees.Count));
            Assert.All(read, meeting => Assert.Empty(meeting.Errors));
        }

        Assert.All(mails, mail => Assert.DoesNotContain("sykmeldt", mail.Text + mail.Html + mail.Calendar!.Text + mail.Subject, StringComparison.Ordinal));
        Assert.Equal("Halvårssamtale 1", (await CalendarReader.ReadAsync(mails.First(mail => mail.To[0] == apprentice.Email).Calendar!.Text))[0].Summary);
        Assert.Equal("Innkalling: halvårssamtale 1, fredag 23. oktober 2026 kl. 10.00", mails.First(mail => mail.To[0] == instructor.Email).Subject);
        Assert.Contains("Solheim", mails[0].Calendar!.Text, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task The_run_that_sends_says_how_far_it_is()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));

        var run = await App.Services.GetRequiredService<JobRunner>().RunAsync(BackgroundJobs.Of(BackgroundJobs.SendTalkMails));

        Assert.Equal((3, 3, 3), (run!.Done, run.Progress, run.Total));
    }

    [BothDatabases]
    public async Task Of_two_changes_before_the_job_runs_only_the_last_is_sent()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));
        await PlanAsync(new DateOnly(2026, 10, 26), new TimeOnly(9, 0), reason: Why);

        Assert.Equal(3, await SendAsync());
        Assert.Equal([2], (await MailServer.WaitForAsync(3)).Select(mail => mail.Calendar!.Text).Select(SequenceOf).Distinct());
        Assert.All(await MailServer.MailsAsync(), mail => Assert.StartsWith("Innkalling", mail.Subject, StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task Called_off_before_anything_was_sent_nobody_is_told_anything()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));
        await CallOffAsync();

        Assert.Equal(0, await SendAsync());
        Assert.Empty(await MailServer.MailsAsync());
        Assert.All(await App.DbAsync(db => db.TalkMails.ToListAsync()), mail => Assert.NotNull(mail.CancelledAt));
    }

    [BothDatabases]
    public async Task A_guest_is_invited_without_a_way_in_and_told_when_she_is_not_to_come()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), at: null);
        await SendAsync();
        await InviteAsync(new InviteToTalk.Input { Name = "Berit Holm", Part = "Verneombud", Email = "berit@example.no" });
        await SendAsync();
        var guest = await App.DbAsync(db => db.TalkParticipants.Select(one => one.Id).SingleAsync());
        var version = await VersionAsync();
        await App.As(instructor).RunAsync((InviteToTalk use) => use.RemoveAsync(talk.Id, guest, version));
        await SendAsync();

        var hers = (await MailServer.WaitForAsync(3 + 4 + 4)).Where(mail => mail.To[0] == "berit@example.no").ToList();
        var read = await CalendarReader.ReadAsync([.. hers.Select(mail => mail.Calendar!.Text)]);
        Assert.Equal(["REQUEST", "CANCEL"], read.Select(meeting => meeting.Method));
        Assert.All(read, meeting => Assert.Null(meeting.Url));
        Assert.All(hers, mail => Assert.DoesNotContain("https://laerling", mail.Text + mail.Html, StringComparison.Ordinal));
        Assert.StartsWith("Innkalling", hers[0].Subject, StringComparison.Ordinal);
        Assert.Equal("2026-10-23", read[0].Start.Local);
    }

    [BothDatabases]
    public async Task Killed_between_saving_and_sending_nothing_is_lost_and_only_the_one_in_flight_comes_again()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));

        await Assert.ThrowsAsync<KilledException>(() => App.AsNobody().RunAsync((IServiceProvider services) =>
            ActivatorUtilities.CreateInstance<SendTalkMails>(services, new KilledAfterSending(new SmtpMailer(services.GetRequiredService<IOptions<MailSettings>>(), App.Clock))).RunAsync()));
        Assert.Equal(2, await SendAsync());
        App.Clock.Advance(MailQueue.Lease);
        Assert.Equal(1, await SendAsync());

        var mails = await MailServer.WaitForAsync(4);
        Assert.Equal((4, 3), (mails.Count, mails.Select(mail => mail.MessageId).Distinct().Count()));
    }

    [BothDatabases]
    public async Task A_change_that_loses_the_race_promises_no_mail()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));
        var seen = await VersionAsync();
        await PlanAsync(new DateOnly(2026, 10, 26), new TimeOnly(10, 0), reason: Why);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => App.As(manager).RunAsync((CallOffTalk use) => use.RunAsync(talk.Id, new CallOffTalk.Input { Reason = "Nei", Version = seen })));

        Assert.DoesNotContain(await App.DbAsync(db => db.TalkMails.ToListAsync()), mail => mail.Kind == TalkMailKind.Cancellation);
    }

    [BothDatabases]
    public async Task Whoever_takes_over_after_the_invitations_went_is_invited_and_whoever_left_is_told()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));
        await SendAsync();
        var next = await Given.InstructorAsync("Lise Grønn");
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == talk.ApprenticeshipId);
            db.Attach(next);
            record.Assign(next, AssignmentRole.Instructor, App.Clock.Today.AddDays(3));
        });

        Assert.Equal(4, await SendAsync());
        Assert.Equal(0, await SendAsync());

        var mails = (await MailServer.WaitForAsync(7)).Skip(3).ToDictionary(mail => mail.To[0], mail => mail.Calendar!.Method);
        Assert.Equal(("REQUEST", "CANCEL"), (mails[next.Email], mails[instructor.Email]));
        Assert.Equal(("REQUEST", "REQUEST"), (mails[apprentice.Email], mails[manager.Email]));
    }

    [BothDatabases]
    public async Task Waived_by_HR_the_meeting_leaves_the_calendars()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));
        await SendAsync();
        var (hr, version) = (await Given.HrAsync(), await VersionAsync());
        await App.As(hr).RunAsync((WaiveTalk use) => use.RunAsync(talk.Id, new WaiveTalk.Input { Reason = "Kontrakten er hevet", Version = version }));

        Assert.Equal(3, await SendAsync());
        Assert.All((await MailServer.WaitForAsync(6)).Skip(3), mail => Assert.Equal("CANCEL", mail.Calendar!.Method));
    }

    [BothDatabases]
    public async Task The_file_for_a_calendar_is_the_same_meeting()
    {
        await PlanAsync(new DateOnly(2026, 10, 23), new TimeOnly(10, 0));

        using var client = App.ClientOf(apprentice);
        using var answer = await client.GetAsync(EvaluationLinks.Calendar(talk.Id));

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var read = Assert.Single(await CalendarReader.ReadAsync(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(($"{talk.Id:N}@laerling.example.no", "PUBLISH", "2026-10-23T10:00:00"), (read.Uid, read.Method, read.Start.Local));
    }

    private static int SequenceOf(string text) => int.Parse(text.Split("SEQUENCE:")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);

    private async Task PlanAsync(DateOnly on, TimeOnly? at, string? place = null, string? reason = null)
    {
        var input = new PlanTalk.Input { PlannedOn = on, StartsAt = at, Place = place, Reason = reason, Version = await VersionAsync() };
        await App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task CallOffAsync()
    {
        var input = new CallOffTalk.Input { Reason = Why, Version = await VersionAsync() };
        await App.As(instructor).RunAsync((CallOffTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task InviteAsync(InviteToTalk.Input input)
    {
        input.Version = await VersionAsync();
        await App.As(instructor).RunAsync((InviteToTalk use) => use.RunAsync(talk.Id, input));
    }

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendTalkMails use) => use.RunAsync());

    private Task<int> VersionAsync() => App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.Version).SingleAsync());
}
