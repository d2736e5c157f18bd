using System.IO.Compression;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Home;
using Apprentices.Features.ProgressLog;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog;

/// <summary>What an apprentice does with her own log beside writing in it.</summary>
public sealed class OwnLogTests : AppTests
{
    private Person mari = null!;
    private Person siv = null!;
    private Apprenticeship contract = null!;

    private async Task BeginAsync(string? trainingOffice = null)
    {
        (mari, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync("Siv Åmot"));
        contract = await Given.ApprenticeshipAsync(mari, instructor: siv, trainingOffice: trainingOffice);
    }

    [BothDatabases]
    public async Task What_she_keeps_open_is_hers_alone_until_she_hands_in_the_week()
    {
        await BeginAsync();
        var monday = LogEntry.MondayOf(App.Clock.Today.AddDays(-7));
        var ids = new[] { await WriteAsync("Mandag", monday), await WriteAsync("Tirsdag", monday.AddDays(1)) };
        await WriteAsync("Uken før", monday.AddDays(-3));

        Assert.Equal(0, (await ReadAsync(siv))!.Total);
        var own = (await ReadAsync(mari))!;
        Assert.Equal(3, own.Open.Count);
        Assert.Equal(["Siv Åmot"], own.Readers);

        var week = own.Open.Where(entry => LogEntry.MondayOf(entry.WorkedOn) == monday).Select(entry => entry.Id).ToList();
        Assert.Equal(ids, week);
        Assert.Equal(2, await App.As(mari).RunAsync((HandInLogEntries use) => use.RunAsync(week)));
        Assert.Equal(0, await App.As(mari).RunAsync((HandInLogEntries use) => use.RunAsync(week)));

        Assert.Equal(["Tirsdag", "Mandag"], (await ReadAsync(siv))!.Rows.Select(row => row.Text));
    }

    [BothDatabases]
    public async Task A_week_with_its_tasks_its_time_and_her_thoughts_is_kept_and_the_files_of_the_draft_go_along()
    {
        await BeginAsync();
        var task = Guid.Empty;
        await App.ChangeAsync(async db =>
        {
            var hers = await db.Apprenticeships.Include(a => a.Plan).Include(a => a.Tasks).Include(a => a.Interruptions).SingleAsync(a => a.Id == contract.Id);
            task = hers.AddTask(new TaskTerms("Betjene brukerstøtten", TaskKind.Task, 1), [contract.Plan[0].Code]).Id;
            db.Add(new Attachment(hers.Id, mari.Id, App.Clock.GetUtcNow(), "skap.jpg", AttachmentKind.Image, "image/jpeg", 3, "AA", new AttachmentContent([1, 2, 3], null)));
            db.Add(new Attachment(hers.Id, mari.Id, App.Clock.GetUtcNow(), "skap.jpg", AttachmentKind.Image, "image/jpeg", 2, "BB", new AttachmentContent([4, 5], null)));
        });

        var id = await App.As(mari).RunAsync((WriteLogEntry use) => use.RunAsync(new WriteLogEntry.Input
        {
            WorkedOn = App.Clock.Today,
            IsWeek = true,
            Text = "Brukerstøtten hele uken.",
            Reflection = "Gikk bedre.",
            Minutes = 2250,
            GoalIds = [contract.Plan[0].Id],
            TaskIds = [task, Guid.CreateVersion7()],
        }));

        var row = Assert.Single((await ReadAsync(siv))!.Rows);
        Assert.Equal(LogEntry.MondayOf(App.Clock.Today), row.WorkedOn);
        Assert.Equal((true, "Gikk bedre.", 2250, 2), (row.IsWeek, row.Reflection, row.Minutes, row.Files));
        Assert.Equal([task], row.TaskIds);

        var package = await App.As(siv).RunAsync((DownloadLogEntry use) => use.RunAsync(id));
        await using var zip = new ZipArchive(new MemoryStream(package.Content));
        Assert.Equal(["logg.txt", "skap.jpg", "skap (2).jpg"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(await zip.Entries[0].OpenAsync());
        var text = await reader.ReadToEndAsync();
        Assert.All(["Brukerstøtten hele uken.", "Gikk bedre.", "Mål 1", "Betjene brukerstøtten"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task She_takes_back_what_nobody_has_decided_on_and_deletes_what_nobody_has_read()
    {
        await BeginAsync();
        var open = await WriteAsync("Begynt på", App.Clock.Today);
        var handedIn = await WriteAsync("Ferdig", App.Clock.Today, handIn: true);

        await App.As(mari).RunAsync((TakeBackLogEntry use) => use.RunAsync(handedIn));
        Assert.Equal(0, (await ReadAsync(siv))!.Total);
        await Assert.ThrowsAsync<RuleException>(() => App.As(mari).RunAsync((DeleteLogEntry use) => use.RunAsync(handedIn)));
        await App.As(mari).RunAsync((DeleteLogEntry use) => use.RunAsync(open));
        Assert.Equal(["Ferdig"], (await ReadAsync(mari))!.Rows.Select(row => row.Text));

        await App.As(mari).RunAsync((HandInLogEntries use) => use.RunAsync([handedIn]));
        await DecideAsync(handedIn, entry => entry.Approve(new LogApprover(siv.Id, IsTrainingManager: false), needsTwo: false, App.Clock.GetUtcNow()));
        await Assert.ThrowsAsync<RuleException>(() => App.As(mari).RunAsync((TakeBackLogEntry use) => use.RunAsync(handedIn)));
    }

    [BothDatabases]
    public async Task What_came_back_stands_first_with_what_is_asked_and_goes_again_when_she_says_so()
    {
        await BeginAsync();
        var id = await WriteAsync("Byttet en disk.", App.Clock.Today, handIn: true);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync(id, entry => entry.Return(siv.Id, "Hva gjorde du selv?", App.Clock.GetUtcNow()));

        var home = await App.As(mari).RunAsync((ReadApprenticeHome use) => use.RunAsync());
        Assert.Equal(("Siv", "Hva gjorde du selv?"), (home!.Returned[0].By, home.Returned[0].Comment));
        var row = Assert.Single((await ReadAsync(mari))!.Returned);
        Assert.Equal("Hva gjorde du selv?", row.Events[^1].Comment);

        // What others read is not changed beside them: it goes again whether she says so or not.
        await CorrectAsync(row, "Byttet en disk selv.", handIn: false);
        Assert.Empty((await ReadAsync(mari))!.Returned);
        row = (await ReadAsync(mari))!.Rows[0];
        Assert.Equal(LogState.HandedIn, row.State);
        await CorrectAsync(row, "Byttet en disk helt selv.", handIn: true);

        Assert.Empty((await ReadAsync(mari))!.Returned);
        Assert.Equal((LogState.HandedIn, "Byttet en disk helt selv."), ((await ReadAsync(siv))!.Rows[0].State, (await ReadAsync(siv))!.Rows[0].Text));
    }

    [BothDatabases]
    public async Task What_is_not_entered_in_the_training_offices_system_is_counted_and_found_and_noted_also_when_locked()
    {
        await BeginAsync("Kontoret");
        var (first, second) = (await WriteAsync("En", App.Clock.Today, handIn: true), await WriteAsync("To", App.Clock.Today));
        await DecideAsync(first, entry => entry.Approve(new LogApprover(siv.Id, IsTrainingManager: true), needsTwo: false, App.Clock.GetUtcNow()));
        Assert.Equal(2, (await ReadAsync(mari))!.NotEntered);

        await App.As(mari).RunAsync((NoteEnteredElsewhere use) => use.RunAsync(first, isEntered: true));

        var left = await App.As(mari).RunAsync((ListLogEntries use) => use.RunAsync(notEnteredOnly: true));
        Assert.Equal((1, second), (left!.NotEntered, Assert.Single(left.Rows).Id));
        await App.As(mari).RunAsync((NoteEnteredElsewhere use) => use.RunAsync(first, isEntered: false));
        Assert.Equal(2, (await ReadAsync(mari))!.NotEntered);
    }

    [BothDatabases]
    public async Task A_trade_that_keeps_its_log_elsewhere_asks_for_none_here_and_shows_what_there_is()
    {
        await BeginAsync("Kontoret");
        await WriteAsync("Fra før", App.Clock.Today, handIn: true);
        Assert.False((await App.As(mari).RunAsync((GetShellUser use) => use.RunAsync()))!.HasLogElsewhere);
        await App.ChangeAsync(async db =>
        {
            var setting = new LogSetting(Given.CurriculumCode);
            setting.Set(LogSetting.Usual with { IsOff = true });
            await db.AddAsync(setting);
        });

        await Assert.ThrowsAsync<RuleException>(() => WriteAsync("Ny", App.Clock.Today));
        var log = (await ReadAsync(mari))!;
        Assert.Equal((false, false, 1), (log.MayWrite, log.IsDoubled, log.Total));
        var home = (await App.As(mari).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!;
        Assert.True(home.Log.IsOff);
        Assert.Empty(home.Week);
        Assert.True((await App.As(mari).RunAsync((GetShellUser use) => use.RunAsync()))!.HasLogElsewhere);
        Assert.Equal([contract.Id], await App.DbAsync(db => db.Apprenticeships.WithLogElsewhere(db).Select(a => a.Id).ToListAsync()));
    }

    [BothDatabases]
    public async Task A_week_that_is_written_leaves_no_day_of_it_without()
    {
        await BeginAsync();
        var monday = LogEntry.MondayOf(App.Clock.Today.AddDays(-7));
        await App.As(mari).RunAsync((WriteLogEntry use) => use.RunAsync(new WriteLogEntry.Input { WorkedOn = monday, IsWeek = true, Text = "Uken", GoalIds = [contract.Plan[0].Id] }));

        var week = (await App.As(mari).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!.Week;

        Assert.All(week, day => Assert.True(day.IsWritten));
    }

    private Task<Guid> WriteAsync(string text, DateOnly day, bool handIn = false) => App.As(mari).RunAsync((WriteLogEntry use) =>
        use.RunAsync(new WriteLogEntry.Input { Text = text, WorkedOn = day, GoalIds = [contract.Plan[0].Id] }, handIn));

    private Task CorrectAsync(ListLogEntries.Row row, string text, bool handIn) => App.As(mari).RunAsync((CorrectLogEntry use) =>
        use.RunAsync(row.Id, row.Version, new WriteLogEntry.Input { Text = text, WorkedOn = row.WorkedOn, GoalIds = [.. row.GoalIds] }, handIn));

    private Task DecideAsync(Guid id, Action<LogEntry> decide) => App.ChangeAsync(async db =>
        decide(await db.LogEntries.Include(entry => entry.Events).SingleAsync(entry => entry.Id == id)));

    private Task<ListLogEntries.Log?> ReadAsync(Person reader) => App.As(reader).RunAsync((ListLogEntries use) => use.RunAsync(contract.Id));
}
