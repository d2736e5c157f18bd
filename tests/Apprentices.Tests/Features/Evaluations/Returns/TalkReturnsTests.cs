using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Returns;

public sealed class TalkReturnsTests : AppTests
{
    private Person hr = null!;
    private Person apprentice = null!;
    private Person instructor = null!;
    private Evaluation talk = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        hr = await Given.HrAsync();
        apprentice = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        instructor = await Given.InstructorAsync("Siv Åmot");
        talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(9), apprentice, instructor);
    }

    [BothDatabases]
    public async Task Each_talk_says_what_it_waits_for_from_the_day_it_is_due_until_all_have_signed()
    {
        await SaysAsync(ReturnsFilter.NotAgreed, "Siv Åmot");

        await ChangeAsync(it => it.Agree(new Evaluation.Meeting(App.Clock.Today.AddDays(2), null, 60, null, null), null, null, App.Clock.GetUtcNow()));
        await SaysAsync(ReturnsFilter.NotPrepared, "Ingrid Solheim", "Siv Åmot");

        await ChangeAsync(it => it.HandIn(FormParties.Apprentice, apprentice.Id, App.Clock.GetUtcNow()));
        await SaysAsync(ReturnsFilter.NotPrepared, "Siv Åmot");

        await ChangeAsync(it => it.HandIn(FormParties.Instructor, instructor.Id, App.Clock.GetUtcNow()));
        Assert.Empty((await ListAsync(ReturnsFilter.Open)).Single().WaitsFor);
        Assert.Empty(await ListAsync(ReturnsFilter.NotPrepared));

        await ChangeAsync(it => it.Hold(App.Clock.Today, "Vi snakket.", instructor.Id, [FormParties.Instructor, FormParties.Apprentice], App.Clock.Today));
        await ChangeAsync(it => it.Seal());
        await SaysAsync(ReturnsFilter.ToSign, "Siv Åmot");

        await ChangeAsync(it => it.Sign(instructor.Id, Roles.Instructor, App.Clock.GetUtcNow()));
        await SaysAsync(ReturnsFilter.ToSign, "Ingrid Solheim");

        await ChangeAsync(it => it.Sign(apprentice.Id, Roles.Apprentice, App.Clock.GetUtcNow()));
        Assert.Empty(await ListAsync(ReturnsFilter.Open));
        Assert.Empty((await ListAsync(ReturnsFilter.Done)).Single().WaitsFor);
    }

    [BothDatabases]
    public async Task Overdue_says_by_how_many_days_and_stays_until_it_is_held()
    {
        App.Clock.Set(talk.DueOn.AddDays(100));

        var line = Assert.Single(await ListAsync(ReturnsFilter.Overdue), line => line.Of.Id == talk.Id);
        Assert.Equal(100, line.Of.OverdueDays(App.Clock.Today));
    }

    [BothDatabases]
    public async Task Nobody_is_asked_twice_a_day_about_a_talk_however_often_it_is_pressed()
    {
        await ChangeAsync(it => it.Agree(new Evaluation.Meeting(App.Clock.Today.AddDays(2), null, 60, null, null), null, null, App.Clock.GetUtcNow()));

        var pressed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(ChaseAsync)));
        Assert.Equal(2, pressed.Sum(one => one.Asked));
        Assert.Equal(new ChaseTalks.Result(0, 2), await ChaseAsync());

        Assert.Equal(2, await SendAsync());
        var mails = await MailServer.WaitForAsync(2);
        Assert.All(mails, mail => Assert.Equal("Forbered halvårssamtale 1", mail.Subject));
        Assert.All(mails, mail => Assert.Null(mail.Calendar));
        Assert.Equal(["Ingrid Solheim", "Siv Åmot"], (await ListAsync(ReturnsFilter.Open)).Single().LastAsked.Select(one => one.Name).Order());

        App.Clock.Set(App.Clock.Today.AddDays(1));
        Assert.Equal(2, (await ChaseAsync()).Asked);
    }

    [BothDatabases]
    public async Task Who_has_done_it_before_the_mail_goes_is_not_written_to()
    {
        await ChangeAsync(it => it.Agree(new Evaluation.Meeting(App.Clock.Today.AddDays(2), null, 60, null, null), null, null, App.Clock.GetUtcNow()));
        await ChaseAsync();
        await ChangeAsync(it => it.HandIn(FormParties.Apprentice, apprentice.Id, App.Clock.GetUtcNow()));

        Assert.Equal(1, await SendAsync());
        Assert.Equal(instructor.Email, Assert.Single(await MailServer.WaitForAsync(1)).To[0]);
    }

    [BothDatabases]
    public async Task Who_is_in_the_talk_no_longer_when_the_mail_goes_is_asked_neither_to_prepare_nor_to_hold_it()
    {
        await ChaseAsync();
        await LeaveAsync();
        App.Clock.Set(App.Clock.Today.AddDays(1));
        Assert.Equal(0, await SendAsync());

        await ChangeAsync(it => it.Agree(new Evaluation.Meeting(App.Clock.Today.AddDays(2), null, 60, null, null), null, null, App.Clock.GetUtcNow()));
        await App.ChangeAsync(async db => db.Add(new TalkMail(talk.Id, TalkMailKind.PrepareIt, App.Clock.Today.DayNumber, instructor.Id, guestEmail: null, App.Clock.GetUtcNow())));
        await ChaseAsync();

        Assert.Equal(1, await SendAsync());
        Assert.Equal(apprentice.Email, Assert.Single(await MailServer.WaitForAsync(1)).To[0]);
    }

    [BothDatabases]
    public async Task Where_there_is_no_instructor_the_training_manager_is_asked_to_hold_it_until_there_is_one()
    {
        var (manager, next) = (await Given.TrainingManagerAsync("Tor Eide"), await Given.InstructorAsync("Lise Grønn"));
        await AssignAsync(manager, AssignmentRole.TrainingManager);
        await LeaveAsync();
        App.Clock.Set(App.Clock.Today.AddDays(1));
        await ChaseAsync();
        Assert.Equal(1, await SendAsync());
        Assert.Equal(manager.Email, Assert.Single(await MailServer.WaitForAsync(1)).To[0]);

        App.Clock.Set(App.Clock.Today.AddDays(1));
        Assert.Equal(1, (await ChaseAsync()).Asked);
        await AssignAsync(next, AssignmentRole.Instructor);
        Assert.Equal(0, await SendAsync());
    }

    [BothDatabases]
    public async Task Asked_to_hold_it_and_agreed_on_a_day_since_nobody_is_written_to()
    {
        Assert.Equal(1, (await ChaseAsync()).Asked);
        await ChangeAsync(it => it.Agree(new Evaluation.Meeting(App.Clock.Today.AddDays(2), null, 60, null, null), null, null, App.Clock.GetUtcNow()));

        Assert.Equal(0, await SendAsync());
    }

    [BothDatabases]
    public async Task The_file_says_who_it_waits_for_and_nothing_that_was_said()
    {
        await ChangeAsync(it => it.Hold(App.Clock.Today, "Vi snakket om hemmeligheter.", instructor.Id, App.Clock.Today));

        var file = await ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadTalkReturns use) => use.RunAsync(new ReturnsQuery(ReturnsFilter.ToSign), output)));

        Assert.Contains("Ingrid Solheim, Siv Åmot", file, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmeligheter", file, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task It_is_narrowed_by_trade_workplace_and_supervisor()
    {
        async Task<int> CountAsync(ReturnsQuery query) => (await App.As(hr).RunAsync((ListTalkReturns use) => use.RunAsync(query, new Page(0, 50)))).Hits.Open;

        Assert.Equal(1, await CountAsync(new ReturnsQuery(Trade: Given.CurriculumCode, Supervisor: instructor.Id)));
        Assert.Equal(0, await CountAsync(new ReturnsQuery(Supervisor: hr.Id)));
        Assert.Equal(0, await CountAsync(new ReturnsQuery(Workplace: Guid.CreateVersion7())));
    }

    private async Task SaysAsync(ReturnsFilter filter, params string[] waitsFor)
    {
        var line = Assert.Single(await ListAsync(filter));
        Assert.Equal(waitsFor, line.WaitsFor);
    }

    private async Task<IReadOnlyList<ListTalkReturns.Line>> ListAsync(ReturnsFilter filter) =>
        (await App.As(hr).RunAsync((ListTalkReturns use) => use.RunAsync(new ReturnsQuery(filter), new Page(0, 50)))).Lines;

    private Task<ChaseTalks.Result> ChaseAsync() => App.As(hr).RunAsync((ChaseTalks use) => use.RunAsync([talk.Id]));

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendTalkMails use) => use.RunAsync());

    private Task AssignAsync(Person person, AssignmentRole role) => App.ChangeAsync(async db =>
    {
        var record = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == talk.ApprenticeshipId);
        db.Attach(person);
        record.Assign(person, role, App.Clock.Today);
    });

    /// <summary>Today is the last day of the instructor's.</summary>
    private Task LeaveAsync() => App.ChangeAsync(async db =>
    {
        var record = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == talk.ApprenticeshipId);
        record.EndAssignment(record.Assignments.Single(s => s.PersonId == instructor.Id), App.Clock.Today);
    });

    private Task ChangeAsync(Action<Evaluation> change) => App.ChangeAsync(async db => change(await db.Evaluations
        .Include(e => e.Preparations).Include(e => e.Signatures).Include(e => e.Documents).Include(e => e.Participants).AsSplitQuery().SingleAsync(e => e.Id == talk.Id)));
}
