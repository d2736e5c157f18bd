using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Data;

public sealed class AttentionTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Silence_is_counted_from_the_last_day_handed_in_and_days_away_are_left_out()
    {
        var wrote = await EnterAsync("Skrev Nylig", -10);
        var draft = await EnterAsync("Bare Kladd", entry: -20, then: -2, handsInThen: false);
        var never = await EnterAsync("Aldri Skrev", entry: null);
        var away = await EnterAsync("Var Borte", -30, (-25, -6, 100));
        var half = await EnterAsync("Halvt Borte", -30, (-25, -6, 50));
        var ahead = await EnterAsync("Hele Uka", entry: 0, isWeek: true);

        var silent = (await ReadAsync()).ToDictionary(a => a.Id, a => a.SilentDays);

        Assert.Equal(10, silent[wrote]);
        Assert.Equal(20, silent[draft]);
        Assert.Equal(Today.DayNumber - Today.AddMonths(-6).DayNumber + 1, silent[never]);
        Assert.Equal(30 - 20, silent[away]);
        Assert.Equal(30, silent[half]);
        Assert.Equal(0, silent[ahead]);
    }

    [BothDatabases]
    public async Task Nobody_is_waited_for_while_she_is_wholly_away_or_where_the_log_is_off()
    {
        var away = await EnterAsync("Er Borte", -60, (-10, null, 100));
        var part = await EnterAsync("Litt Borte", -60, (-10, null, 40));
        var halves = await EnterAsync("To Halve", -60, (-10, 20, 50));
        await App.ChangeAsync(async db => (await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == halves)).Interrupt(Today.AddDays(-5), Today.AddDays(3), 50, countyConsentOn: null));
        await Given.CurriculumAsync("AV01-01", goals: 2);
        var off = (await Given.ApprenticeshipAsync(curriculum: "AV01-01")).Id;
        await App.ChangeAsync(db =>
        {
            var setting = new LogSetting("AV01-01");
            setting.Set(LogSetting.Usual with { IsOff = true });
            db.Add(setting);
            return Task.CompletedTask;
        });

        Assert.Equal([part], await WhereAsync(Attention.IsSilentFor(14)));
        var rows = (await ReadAsync()).ToDictionary(a => a.Id);
        Assert.Equal((null, null, true), (rows[away].SilentDays, rows[off].SilentDays, rows[off].IsLogOff));
        Assert.Equal(Today.AddDays(3), rows[halves].AwayUntil);
    }

    [BothDatabases]
    public async Task The_database_and_the_program_say_the_same_of_everybody_and_every_number_of_days()
    {
        foreach (var (name, entry, from, to) in new[] { ("En A", -3, -9, -5), ("To B", -14, -13, -13), ("Tre C", -40, -40, -30), ("Fire D", -40, -60, -20), ("Fem E", -15, -5, 0) })
        {
            await EnterAsync(name, entry, (from, to, 100));
        }

        var all = await ReadAsync();
        for (var days = 0; days < 50; days++)
        {
            Assert.Equal(all.Where(a => a.SilentDays >= days).Select(a => a.Id).Order(), (await WhereAsync(Attention.IsSilentFor(days))).Order());
        }

        Assert.Equal(all.Where(a => a.IsBehind).Select(a => a.Id).Order(), (await WhereAsync(Attention.IsBehindPlan)).Order());
    }

    [BothDatabases]
    public async Task An_entry_waits_until_it_is_decided_and_the_oldest_counts()
    {
        var (siv, id) = (await Given.InstructorAsync(), await EnterAsync("Venter Lenge", -3));
        await HandInAsync(id, Today.AddDays(-1), App.Clock.GetUtcNow().AddDays(-1));

        var row = Assert.Single(await ReadAsync());
        Assert.Equal((2, App.Clock.GetUtcNow().AddDays(-3)), (row.Waiting, row.WaitingSince));
        Assert.Single(await App.DbAsync(db => Rows(db).WaitingSinceBefore(db, App.Clock.GetUtcNow().AddDays(-2)).ToListAsync()));
        Assert.Empty(await App.DbAsync(db => Rows(db).WaitingSinceBefore(db, App.Clock.GetUtcNow().AddDays(-4)).ToListAsync()));

        await App.ChangeAsync(async db =>
        {
            foreach (var entry in await db.LogEntries.ToListAsync())
            {
                entry.Approve(new LogApprover(siv.Id, IsTrainingManager: false), needsTwo: false, App.Clock.GetUtcNow());
            }
        });
        Assert.Equal((0, null), (Assert.Single(await ReadAsync()).Waiting, Assert.Single(await ReadAsync()).WaitingSince));
    }

    private Task<List<Attention>> ReadAsync() => App.DbAsync(db => Rows(db).ToListAsync());

    private Task<List<Guid>> WhereAsync(System.Linq.Expressions.Expression<Func<Attention, bool>> rule) =>
        App.DbAsync(db => Rows(db).Where(rule).Select(a => a.Id).ToListAsync());

    private IQueryable<Attention> Rows(AppDbContext db) => db.Apprenticeships.SelectAttention(db, Today, marginPercent: 10);

    private Task<Guid> EnterAsync(string name, int entry, (int From, int? To, int Percent) away) => EnterAsync(name, (int?)entry, away: away);

    /// <summary>An apprentice half a year into her training, with entries handed in so many days from today.</summary>
    private async Task<Guid> EnterAsync(
        string name, int? entry, (int From, int? To, int Percent)? away = null, int? then = null, bool handsInThen = true, bool isWeek = false)
    {
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, name));
        if (away is { } days)
        {
            await App.ChangeAsync(async db => (await db.Apprenticeships.Include(a => a.Entries).Include(a => a.Plan).Include(a => a.Interruptions).Include(a => a.Evaluations)
                .Include(a => a.Workplaces).SingleAsync(a => a.Id == contract.Id))
                .Interrupt(Today.AddDays(days.From), days.To is { } to ? Today.AddDays(to) : null, days.Percent, countyConsentOn: null));
        }

        if (entry is { } first)
        {
            await HandInAsync(contract.Id, Today.AddDays(first), App.Clock.GetUtcNow().AddDays(first), isWeek: isWeek);
        }

        if (then is { } second)
        {
            await HandInAsync(contract.Id, Today.AddDays(second), App.Clock.GetUtcNow().AddDays(second), handsInThen);
        }

        return contract.Id;
    }

    private Task HandInAsync(Guid id, DateOnly day, DateTimeOffset at, bool handsIn = true, bool isWeek = false) => App.ChangeAsync(async db =>
    {
        var contract = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == id);
        var entry = LogEntry.Write(contract, day, "Tekst", [contract.Plan[0]], at, Today, new LogDetails(isWeek));
        if (handsIn)
        {
            entry.HandIn(contract.PersonId, at);
        }

        db.Add(entry);
    });
}
