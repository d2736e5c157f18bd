using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Approvals;

public sealed class ListWaitingEntriesTests : ApprovalTests
{
    [BothDatabases]
    public async Task What_waits_stands_there_in_full_oldest_first()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var mari = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), instructor: siv);
        var ola = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Ola Vik"), instructor: siv);
        await WriteAsync(mari, "Nest.", daysAgo: 2);
        await WriteAsync(ola, "Eldst.", daysAgo: 9);
        await WriteAsync(mari, "Sist.", daysAgo: 1);

        var waiting = await WaitingAsync(siv);

        Assert.Equal(["Eldst.", "Nest.", "Sist."], waiting.Rows.Select(row => row.Text));
        var first = waiting.Rows[0];
        Assert.Equal(("Ola Vik", "Ola", 2, "Prøvefaget", "Mål 1", 3), (first.Apprentice, first.GivenName, first.HalfYear, first.Trade.Nb, Assert.Single(first.Goals).Title.Nb, waiting.Total));
        Assert.Null(first.StandsInFor);
    }

    [BothDatabases]
    public async Task It_can_be_narrowed_to_one_apprentice_and_to_one_week()
    {
        var siv = await Given.InstructorAsync();
        var (mari, ola) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: siv));
        await WriteAsync(mari, "Mari i dag.", daysAgo: 0);
        await WriteAsync(mari, "Mari før.", daysAgo: 8);
        await WriteAsync(ola, "Ola i dag.", daysAgo: 0);
        var thisWeek = LogEntry.MondayOf(App.Clock.Today);

        var choices = await App.As(siv).RunAsync((ListWaitingEntries use) => use.ReadChoicesAsync());

        Assert.Equal(["Mari før.", "Mari i dag."], (await WaitingAsync(siv, new(mari.Id))).Rows.Select(row => row.Text));
        Assert.Equal(["Mari i dag.", "Ola i dag."], (await WaitingAsync(siv, new(Week: App.Clock.Today))).Rows.Select(row => row.Text).Order(StringComparer.Ordinal));
        Assert.Equal("Mari i dag.", Assert.Single((await WaitingAsync(siv, new(mari.Id, thisWeek))).Rows).Text);
        Assert.Equal([2, 1], choices.Writers.OrderByDescending(writer => writer.Count).Select(writer => writer.Count));
        Assert.Equal([(thisWeek.AddDays(-7), 1), (thisWeek, 2)], choices.Weeks.Select(week => (week.Key, week.Value)));
    }

    [BothDatabases]
    public async Task Only_who_supervises_today_is_asked_and_a_deputy_sees_whom_she_stands_in_for()
    {
        var (siv, tor) = (await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        var (deputy, mentor) = (await Given.PersonAsync(Roles.None, "Dina Vikar"), await Given.InstructorAsync());
        var (other, former, hr) = (await Given.InstructorAsync(), await Given.InstructorAsync(), await Given.HrAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: former, trainingManager: tor);
        await Given.ApprenticeshipAsync(instructor: other);
        await DeputiseAsync(contract, deputy, AssignmentRole.Instructor, App.Clock.Today);
        await App.ChangeAsync(async db =>
        {
            var hers = await db.Apprenticeships.FindAsync(contract.Id);
            await db.Entry(hers!).Collection(a => a.Assignments).LoadAsync();
            db.AttachRange(siv, mentor);
            hers!.Assign(siv, AssignmentRole.Instructor, App.Clock.Today);
            hers.Assign(mentor, AssignmentRole.Mentor, App.Clock.Today);
        });
        await WriteAsync(contract);

        Assert.Equal((1, null), Seen(await WaitingAsync(siv)));
        Assert.Equal((1, null), Seen(await WaitingAsync(tor)));
        Assert.Equal((1, "Siv Åmot"), Seen(await WaitingAsync(deputy)));
        foreach (var nobody in new[] { mentor, other, former })
        {
            Assert.Equal(0, (await WaitingAsync(nobody)).Total);
        }

        await Assert.ThrowsAsync<NotAllowedException>(() => WaitingAsync(hr));

        App.Clock.Set(App.Clock.Today.AddDays(1));
        Assert.Equal(0, (await WaitingAsync(deputy)).Total);

        static (int, string?) Seen(ListWaitingEntries.Waiting waiting) => (waiting.Total, waiting.Rows[0].StandsInFor);
    }

    [BothDatabases]
    public async Task Somebody_with_two_contracts_waits_for_those_of_each()
    {
        var (siv, per) = (await Given.InstructorAsync(), await Given.InstructorAsync());
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var (before, now) = (await Given.ApprenticeshipAsync(mari, startsOn: App.Clock.Today.AddYears(-3), instructor: siv), await Given.ApprenticeshipAsync(mari, instructor: per));
        var old = await WriteAsync(before, "I det første faget.", daysAgo: 500);
        await WriteAsync(now, "I det andre faget.");

        Assert.Equal(["I det første faget."], (await WaitingAsync(siv)).Rows.Select(row => row.Text));
        Assert.Equal(["I det andre faget."], (await WaitingAsync(per)).Rows.Select(row => row.Text));
        Assert.Equal([old.Id], (await ApproveAsync(per, old)).Changed);
        Assert.Equal(LogState.HandedIn, await StateAsync(old));
    }

    [BothDatabases]
    public async Task What_is_not_handed_in_or_was_sent_back_waits_for_nobody()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await ReturnAsync(siv, await WriteAsync(contract));
        var taken = await WriteAsync(contract);
        await App.ChangeAsync(async db => (await db.LogEntries.FindAsync(taken.Id))!.TakeBack(contract.PersonId, App.Clock.GetUtcNow()));

        Assert.Equal(0, (await WaitingAsync(siv)).Total);
        Assert.Equal([taken.Id], (await ApproveAsync(siv, taken)).Changed);
    }

    [BothDatabases]
    public async Task A_page_takes_as_many_statements_for_2000_as_for_20()
    {
        var siv = await Given.InstructorAsync();
        await EnterAsync(siv, 20);
        var few = await App.Sql.CountAsync(() => WaitingAsync(siv));
        var choices = await App.Sql.CountAsync(() => App.As(siv).RunAsync((ListWaitingEntries use) => use.ReadChoicesAsync()));
        await EnterAsync(siv, 1980);

        Assert.Equal(few, await App.Sql.CountAsync(() => WaitingAsync(siv)));
        Assert.Equal(choices, await App.Sql.CountAsync(() => App.As(siv).RunAsync((ListWaitingEntries use) => use.ReadChoicesAsync())));
        Assert.InRange(few, 1, 8);
        var last = await WaitingAsync(siv, page: 67);
        Assert.Equal((2000, 20), (last.Total, last.Rows.Count));
    }

    [BothDatabases]
    public async Task Whose_entries_a_page_shows_is_noted_as_read_once_and_of_a_file_all()
    {
        var siv = await Given.InstructorAsync();
        var (mari, ola, later) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: siv));
        for (var daysAgo = 2; daysAgo < 2 + ListWaitingEntries.PageSize; daysAgo++)
        {
            await WriteAsync(daysAgo % 2 == 0 ? mari : ola, daysAgo: daysAgo);
        }

        await WriteAsync(later, daysAgo: 1);
        Assert.Equal(1 + ListWaitingEntries.PageSize, (await WaitingAsync(siv)).Total);
        Assert.Equal(ReadOf(mari, ola), await ReadAsync());

        await WaitingAsync(siv);
        await App.As(siv).RunAsync((ListWaitingEntries use) => use.ReadChoicesAsync());
        Assert.Equal(ReadOf(mari, ola), await ReadAsync());

        await ListRead.CsvAsync(output => App.As(siv).RunAsync((DownloadWaitingEntries use) => use.RunAsync(new ListWaitingEntries.Query(), output)));
        Assert.Equal(ReadOf(mari, ola, later), await ReadAsync());

        App.Clock.Advance(TimeSpan.FromMinutes(31));
        await WaitingAsync(siv, new(later.Id));
        Assert.Equal(ReadOf(mari, ola, later, later), await ReadAsync());

        List<(Guid, Guid?, Opened)> ReadOf(params Apprenticeship[] contracts) => [.. contracts.Select(contract => (contract.Id, (Guid?)siv.Id, Opened.Log)).Order()];
        async Task<List<(Guid, Guid?, Opened)>> ReadAsync() =>
            [.. (await App.DbAsync(db => db.AccessTraces.Include(trace => trace.Reader).ToListAsync())).Select(trace => (trace.ApprenticeshipId, trace.Reader.PersonId, trace.What)).Order()];
    }

    private async Task EnterAsync(Person siv, int count)
    {
        var contracts = new List<Apprenticeship>();
        for (var number = 0; number < Math.Max(count / 100, 2); number++)
        {
            contracts.Add(await Given.ApprenticeshipAsync(instructor: siv));
        }

        await App.ChangeAsync(db =>
        {
            db.AttachRange(contracts);
            for (var number = 0; number < count; number++)
            {
                var contract = contracts[number % contracts.Count];
                var (goal, at) = (contract.Plan[number % 8], App.Clock.GetUtcNow().AddMinutes(-number));
                db.Add(HandedIn.Entry(contract, App.Clock.Today.AddDays(-(number % 60)), $"Dag {number}.", [goal], at, App.Clock.Today));
            }

            return Task.CompletedTask;
        });
    }
}
