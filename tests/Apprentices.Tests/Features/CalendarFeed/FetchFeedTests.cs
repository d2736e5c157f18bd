using System.Text;
using Apprentices.Domain;
using Apprentices.Features.CalendarFeed;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.Placements;
using Apprentices.Shared;
using Apprentices.Tests.Features.Evaluations.Together;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.CalendarFeed;

/// <summary>What stands in somebody's own calendar.</summary>
public sealed class FetchFeedTests : AppTests
{
    private const string Why = "Ingrid er sykmeldt.";
    private static readonly DateOnly Before = new(2026, 10, 23);
    private static readonly DateOnly After = new(2026, 10, 26);
    private Person ingrid = null!;
    private Person siv = null!;
    private Evaluation talk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ingrid = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim", language: Language.Nynorsk);
        siv = await Given.InstructorAsync("Siv Åmot");
        talk = await Given.EvaluationAsync(new DateOnly(2026, 11, 20), ingrid, siv);
    }

    [BothDatabases]
    public async Task A_talk_stands_at_its_last_day_then_where_it_is_agreed_by_the_clock_in_Oslo_and_called_off_both()
    {
        var first = Assert.Single((await App.FedAsync(siv)).About(talk.Id));
        Assert.Equal(("2026-11-20", "CONFIRMED", $"{talk.Id:N}-due@localhost", "Siste dag for halvårssamtale 1 med Ingrid Solheim"), (first.Start.Local, first.Status, first.Uid, first.Summary));

        await PlanAsync(Before);
        Assert.Equal(8, Assert.Single((await App.FedAsync(siv)).About(talk.Id)).Start.Utc!.Value.Hour);
        await PlanAsync(After);
        var agreed = Assert.Single((await App.FedAsync(siv)).About(talk.Id));
        var invitation = Assert.Single(await CalendarReader.ReadAsync((await App.As(siv).RunAsync((DownloadTalkCalendar use) => use.RunAsync(talk.Id)))!));
        Assert.Equal((invitation.Uid, invitation.Sequence, invitation.Start, invitation.End), (agreed.Uid, agreed.Sequence, agreed.Start, agreed.End));
        Assert.Equal(("2026-10-26T10:00:00", "Europe/Oslo", 9, 2), (agreed.Start.Local, agreed.Start.Zone, agreed.Start.Utc!.Value.Hour, agreed.Sequence));
        Assert.Equal(("Halvårssamtale 1 med Ingrid Solheim", "Møterom Fyret", $"http://localhost:5080/talks/{talk.Id}"), (agreed.Summary, agreed.Location, agreed.Url));

        await App.As(siv).RunAsync(async (CallOffTalk use) => await use.RunAsync(talk.Id, new CallOffTalk.Input { Reason = Why, Version = await VersionAsync() }));
        var off = (await App.FedAsync(siv)).About(talk.Id).ToDictionary(one => one.Uid);
        Assert.Equal(("CANCELLED", 3, "2026-10-26T10:00:00"), (off[invitation.Uid].Status, off[invitation.Uid].Sequence, off[invitation.Uid].Start.Local));
        Assert.Equal(("CONFIRMED", "2026-11-20"), (off[first.Uid].Status, off[first.Uid].Start.Local));

        App.Clock.Advance(TimeSpan.FromDays(FeedRows.DaysOff + 1));
        Assert.Equal(first.Uid, Assert.Single((await App.FedAsync(siv)).About(talk.Id)).Uid);
    }

    [BothDatabases]
    public async Task Each_reads_it_in_her_language_and_her_own_without_her_name()
    {
        var (ann, tor) = (await Given.PersonAsync(Roles.Hr, "Ann Smith", language: Language.English), await Given.TrainingManagerAsync("Tor Eide"));
        await AssignAsync(ann, AssignmentRole.HrContact);
        await AssignAsync(tor, AssignmentRole.TrainingManager);
        await PlanAsync(After);

        var all = new[] { await App.FedAsync(ingrid), await App.FedAsync(ann), await App.FedAsync(tor) };
        Assert.Equal(["Lærlingar", "Apprentices", "Lærlinger"], all.Select(calendar => calendar.Name));
        Assert.Equal(
            ["Halvårssamtale 1", "Half-yearly talk 1 with Ingrid Solheim", "Halvårssamtale 1 med Ingrid Solheim"], all.Select(calendar => calendar.About(talk.Id)[0].Summary));
        Assert.All(all[0].All, one => Assert.DoesNotContain("Solheim", one.Summary, StringComparison.Ordinal));
        Assert.All(all, calendar => Assert.Equal(("PUBLISH", 1), (calendar.Method, calendar.Zones)));
        Assert.All(all.SelectMany(calendar => calendar.All), one => Assert.Empty(one.Errors));
        Assert.All(all, calendar => Assert.Equal(calendar.All.Count, calendar.All.Select(one => one.Uid).Distinct().Count()));
    }

    [BothDatabases]
    public async Task By_her_roles_today_what_she_follows_up_no_more_is_gone_at_the_next_fetch_and_so_is_all_when_she_has_none()
    {
        var secret = await App.SecretAsync(siv);
        Assert.Contains("Solheim", await TextAsync(secret), StringComparison.Ordinal);

        var next = await Given.InstructorAsync();
        await AssignAsync(next, AssignmentRole.Instructor);
        Assert.DoesNotContain("Solheim", await TextAsync(secret), StringComparison.Ordinal);
        Assert.Empty((await CalendarReader.ReadAllAsync((await TextAsync(secret))!)).All);
        Assert.Equal(1, (await CalendarReader.ReadAllAsync((await TextAsync(secret))!)).Parts);

        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == siv.Id)).Revoke(Roles.Instructor));
        Assert.Null(await TextAsync(secret));
    }

    [BothDatabases]
    public async Task What_she_has_agreed_to_do_stands_in_it_and_not_what_it_is()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var id = await scene.AgreeOnAsync(scene.Siv, "Hemmelig tiltak", scene.Ingrid, days: 30);
        await scene.AgreeOnAsync(scene.Siv, "En annens", scene.Nina, days: 30);
        Assert.Empty((await App.FedAsync(scene.Ingrid)).About(id));
        await scene.AnswerAllAsync();
        await scene.FinishAsync(scene.Siv);

        var action = Assert.Single((await App.FedAsync(scene.Ingrid)).About(id));
        Assert.Equal(("Frist for et avtalt tiltak", App.Clock.Today.AddDays(30).ToString("yyyy-MM-dd", null)), (action.Summary, action.Start.Local));
        Assert.Empty((await App.FedAsync(scene.Siv)).About(id));
        await App.As(scene.Ingrid).RunAsync((SettleAction use) => use.RunAsync(id, done: true));

        var text = await App.FedTextAsync(scene.Ingrid);
        Assert.Contains("Gjort: frist for et avtalt tiltak", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemmelig", text + await App.FedTextAsync(scene.Nina), StringComparison.Ordinal);
        Assert.DoesNotContain("feilsøking", text, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task A_hand_over_stands_in_it_from_a_week_before_for_who_receives_her()
    {
        var (ali, tor) = (await Given.InstructorAsync("Ali Khan"), await Given.TrainingManagerAsync("Tor Eide"));
        await AssignAsync(tor, AssignmentRole.TrainingManager);
        var (place, from) = (await Given.WorkplaceAsync("Brukerstøtte"), App.Clock.Today.AddDays(Placement.HandOverDays + 1));
        var id = await App.As(tor).RunAsync((PlanPlacement use) => use.RunAsync(
            talk.ApprenticeshipId, new PlacementInput { WorkplaceId = place.Id, InstructorId = ali.Id, FromOn = from, ToOn = from.AddDays(60) }));

        Assert.Empty((await App.FedAsync(ali)).All);
        App.Clock.Advance(TimeSpan.FromDays(1));
        var received = Assert.Single((await App.FedAsync(ali)).All);
        Assert.Equal(("Du tar imot Ingrid Solheim", from.ToString("yyyy-MM-dd", null), $"http://localhost:5080/placements/{id}/hand-over"), (received.Summary, received.Start.Local, received.Url));
        Assert.Empty((await App.FedAsync(siv)).About(id));
    }

    [BothDatabases]
    public async Task HR_has_what_she_is_named_for_and_what_is_HRs_where_nobody_is_named()
    {
        var (nina, other) = (await Given.HrAsync("Nina Dahl"), await Given.HrAsync("Odd Dahl"));
        var ending = App.Clock.Today.AddMonths(-20);
        var (hers, his, nobodys) = (await Given.ApprenticeshipAsync(hrContact: nina), await Given.ApprenticeshipAsync(hrContact: other), await Given.ApprenticeshipAsync(startsOn: ending));
        var days = await App.DbAsync(db => db.TrackedDuties.Where(d => d.State == DutyState.Open && d.DueOn >= App.Clock.Today && d.DueOn < App.Clock.Today.AddDays(300)).ToListAsync());
        var calendar = await App.FedAsync(nina);

        bool IsIn(TrackedDuty duty) => calendar.About(duty.Id).Count == 1;
        Assert.Contains(days, d => d.ApprenticeshipId == nobodys.Id && d.Responsible == DutyRole.Hr);
        Assert.All(days.Where(d => d.ApprenticeshipId == hers.Id), duty => Assert.True(IsIn(duty)));
        Assert.All(days.Where(d => d.ApprenticeshipId == his.Id), duty => Assert.False(IsIn(duty)));
        Assert.All(days.Where(d => d.ApprenticeshipId == nobodys.Id), duty => Assert.Equal(duty.Responsible == DutyRole.Hr, IsIn(duty)));
    }

    [BothDatabases]
    public async Task Nothing_is_further_away_than_it_says()
    {
        await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-20), instructor: siv, enteredOn: App.Clock.Today.AddMonths(-20));
        var calendar = await App.FedAsync(siv);

        Assert.NotEmpty(calendar.All);
        Assert.All(calendar.All, one => Assert.InRange(
            DateOnly.Parse(one.Start.Local[..10], null), App.Clock.Today.AddDays(-FeedRows.DaysBack), App.Clock.Today.AddDays(FeedRows.DaysAhead)));
        Assert.Contains(await App.DbAsync(db => db.TrackedDuties.Select(d => d.DueOn).ToListAsync()), day => day > App.Clock.Today.AddDays(FeedRows.DaysAhead));
    }

    [Fact]
    public async Task Of_more_than_it_holds_the_first_stand_in_it_and_it_says_so()
    {
        var user = new CurrentUser(siv.Id, Roles.Instructor, App.Clock.Today);
        var duties = Enumerable.Range(0, FeedRows.Most + 500).Select(number => new FeedRows.DueDuty(
            Guid.CreateVersion7(), DutyKind.Closing, 1, Guid.Empty, null, talk.ApprenticeshipId, ingrid.Id, "Ingrid Solheim")
        { Day = App.Clock.Today.AddDays(number % 300), IsDone = false, Version = 1 }).ToList();

        var calendar = await CalendarReader.ReadAllAsync(new FeedText(user, "http://localhost", App.Clock.GetUtcNow()).Write(new FeedRows([], duties, [], [])));

        Assert.Equal(FeedRows.Most, calendar.All.Count);
        Assert.Contains("1000", calendar.About.Replace("\u00A0", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(duties.Select(duty => duty.Day).Order().Take(FeedRows.Most).Last().ToString("yyyy-MM-dd", null), calendar.All.Max(one => one.Start.Local));
    }

    [BothDatabases]
    public async Task Whatever_people_and_places_are_called_it_begins_no_line_and_no_line_is_too_long()
    {
        const string Nasty = "Eve\r\nATTENDEE:mailto:eve@example.no\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\\ ,;\"";
        var (eve, tor) = (await Given.PersonAsync(Roles.Apprentice, $"{Nasty} {new string('æ', 10_000)}"), await Given.TrainingManagerAsync());
        var hers = await Given.EvaluationAsync(new DateOnly(2026, 12, 20), eve, siv, tor);
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == hers.Id))
            .Agree(new Evaluation.Meeting(new DateOnly(2026, 12, 1), new TimeOnly(9, 0), 60, "Rom 2\r\nX-EVIL:1; 3. etg, øst", null), null, null, App.Clock.GetUtcNow()));

        var text = await App.FedTextAsync(tor);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var calendar = await CalendarReader.ReadAllAsync(text);
        var read = Assert.Single(calendar.About(hers.Id));
        Assert.Equal($"Halvårssamtale 1 med {Nasty.ReplaceLineEndings("\n")} {new string('æ', 10_000)}", read.Summary);
        Assert.Equal("Rom 2\nX-EVIL:1; 3. etg, øst", read.Location);
        Assert.Empty(read.Attendees);
        Assert.DoesNotContain(calendar.All, one => one.Uid == "evil" || one.Names.Contains("X-EVIL"));
        Assert.All(calendar.All, one => Assert.Empty(one.Errors));
    }

    private async Task<string?> TextAsync(string secret) => (await App.AsNobody().RunAsync((FetchFeed use) => use.RunAsync(secret)))?.Text;

    private Task AssignAsync(Person person, AssignmentRole role) => App.ChangeAsync(async db =>
    {
        db.Attach(person);
        (await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == talk.ApprenticeshipId)).Assign(person, role, App.Clock.Today);
    });

    private async Task PlanAsync(DateOnly on)
    {
        var input = new PlanTalk.Input { PlannedOn = on, StartsAt = new TimeOnly(10, 0), Place = "Møterom Fyret", Reason = Why, Version = await VersionAsync() };
        await App.As(siv).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, input));
    }

    private Task<int> VersionAsync() => App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.Version).SingleAsync());
}
