using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.People;
using Apprentices.Features.Traces;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Traces;

/// <summary>Whatever is saved of a traced table is told: by whom, in which use case, from and to.</summary>
public sealed class ChangeTracingTests : TraceScene
{
    [BothDatabases]
    public async Task A_change_in_a_use_case_is_told_with_who_did_it_and_from_and_to()
    {
        await RenameAsync("Marie");

        var act = (await ActsAsync(Hr))[0];

        Assert.Equal(("Nina Dahl", true, nameof(CorrectPerson), App.Clock.GetUtcNow()), (act.Name, act.IsSomebody, act.UseCase, act.At));
        var row = Assert.Single(act.Rows!);
        Assert.Equal((nameof(Person), Record.PersonId, ChangeWay.Changed), (row.Table, row.Id!.Value, row.Way));
        Assert.Equal(("Ingrid", "Marie"), row.Columns.Where(column => column.Name == nameof(Person.GivenName)).Select(column => (column.From, column.To)).Single());
    }

    [BothDatabases]
    public async Task What_is_added_and_removed_is_told_and_what_stays_the_same_is_not()
    {
        await App.ChangeAsync(async db => await db.AddAsync(Observation.Write(await ContractAsync(db), App.Clock.Today, "Spurte godt.", [], Siv.Id, App.Clock.GetUtcNow(), App.Clock.Today)));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.ChangeAsync(async db => db.Remove(await db.Observations.SingleAsync()));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = await App.DbAsync(db => db.ChangeTraces.CountAsync());
        await App.ChangeAsync(async db => db.Entry(await db.People.SingleAsync(person => person.Id == Siv.Id)).Property(person => person.Email).IsModified = true);
        Assert.Equal(before, await App.DbAsync(db => db.ChangeTraces.CountAsync()));

        var rows = (await ActsAsync(Siv)).SelectMany(act => act.Rows!).Where(row => row.Table == nameof(Observation)).ToList();

        Assert.Equal([ChangeWay.Removed, ChangeWay.Added], rows.Select(row => row.Way));
        Assert.Equal($"person:{Siv.Id}", rows[1].Columns.Single(column => column.Name == nameof(Observation.AuthorId)).To);
        Assert.Equal("2026-09-15", rows[1].Columns.Single(column => column.Name == nameof(Observation.ObservedOn)).To);
    }

    /// <summary>Nowhere in the database in the open either: what is in a trace lies locked.</summary>
    [BothDatabases]
    public async Task What_is_sensitive_is_named_and_never_said()
    {
        await App.ChangeAsync(async db => await db.AddAsync(Observation.Write(await ContractAsync(db), App.Clock.Today, "Hemmelig.", [], Siv.Id, App.Clock.GetUtcNow(), App.Clock.Today)));

        var traces = await App.DbAsync(db => db.ChangeTraces.Include(trace => trace.Subject).ToListAsync());

        Assert.All(traces, trace => Assert.DoesNotContain("Hemmelig", trace.Open(Keys), StringComparison.Ordinal));
        var text = traces.SelectMany(trace => trace.Read(Keys)!).Where(row => row.Table == nameof(Observation)).SelectMany(row => row.Columns).Single(column => column.Name == nameof(Observation.Text));
        Assert.Equal((null, null, true), (text.From, text.To, text.IsUnsaid));
    }

    [BothDatabases]
    public async Task A_save_that_fails_leaves_no_trace_and_the_next_try_leaves_one()
    {
        var before = await App.DbAsync(db => db.ChangeTraces.CountAsync());
        await App.DbAsync(async db =>
        {
            var siv = await db.People.SingleAsync(person => person.Id == Siv.Id);
            siv.Rename("Siv", "Åmot", Hr.Email);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            siv.Rename("Siv", "Åmot", "siv.aamot@example.no");
            return await db.SaveChangesAsync();
        });

        var last = await App.DbAsync(db => db.ChangeTraces.Include(trace => trace.Subject).OrderByDescending(trace => trace.Id).FirstAsync());
        Assert.Equal(before + 1, await App.DbAsync(db => db.ChangeTraces.CountAsync()));
        Assert.Equal("siv.aamot@example.no", Assert.Single(last.Read(Keys)!).Columns.Single(column => column.Name == nameof(Person.Email)).To);
    }

    [BothDatabases]
    public async Task The_apprentice_reads_her_own_log_here_and_nobody_else_does_before_she_hands_in()
    {
        await App.ChangeAsync(async db =>
        {
            var contract = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == Record.Id);
            db.Add(HandedIn.Entry(contract, App.Clock.Today, "Byttet disken.", [.. contract.Plan.Take(1)], App.Clock.GetUtcNow(), App.Clock.Today));
        });
        var ingrid = await App.DbAsync(db => db.People.SingleAsync(person => person.Id == Record.PersonId));

        Assert.Contains(nameof(LogEntry), await TablesAsync(ingrid));
        Assert.DoesNotContain(nameof(LogEntry), await TablesAsync(Siv));
        Assert.DoesNotContain(nameof(LogEntry), await TablesAsync(Hr));
        Assert.Contains(nameof(Person), await TablesAsync(ingrid));
        Assert.Contains(nameof(Person), await TablesAsync(Hr));
        Assert.DoesNotContain(nameof(Person), await TablesAsync(Siv));
        Assert.Null(await App.As(await Given.InstructorAsync()).RunAsync((ListChanges use) => use.RunAsync(Record.Id)));
    }

    [BothDatabases]
    public async Task The_database_refuses_to_change_or_take_away_a_trace_or_its_seal()
    {
        await ReadAsync(2);
        await SealAsync();
        await ReadAsync(1);
        foreach (var statement in new[]
        {
            "UPDATE \"AccessTraces\" SET \"What\" = 3", "DELETE FROM \"AccessTraces\"", "UPDATE \"ChangeTraces\" SET \"UseCase\" = 'x'", "DELETE FROM \"ChangeTraces\"",
            "UPDATE \"AccessTraces\" SET \"SealNumber\" = NULL WHERE \"SealNumber\" IS NOT NULL", "UPDATE \"SealedTraces\" SET \"Position\" = 99 WHERE \"Position\" = 1",
            "DELETE FROM \"SealedTraces\"", "UPDATE \"TraceSeals\" SET \"Count\" = 1", "DELETE FROM \"TraceSeals\"",
        })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => App.DbAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
        }

        Assert.Empty(await VerifyAsync());
    }

    [BothDatabases]
    public async Task Many_may_note_while_it_is_sealed_and_none_is_left_out_or_sealed_twice()
    {
        const int writers = 6;
        var readers = new List<Person>();
        for (var at = 0; at < writers; at++)
        {
            readers.Add(await Given.InstructorAsync());
        }

        var writing = readers.Select(reader => Task.Run(() => ReadAsync(10, reader))).ToList();
        while (!writing.TrueForAll(one => one.IsCompleted))
        {
            await SealAsync();
        }

        await Task.WhenAll(writing);
        await SealAsync();

        var traces = await App.DbAsync(db => db.AccessTraces.Select(trace => trace.Id).ToListAsync());
        var kept = await App.DbAsync(db => db.SealedTraces.Where(row => row.Kind == TraceKind.Access).Select(row => row.TraceId).ToListAsync());
        Assert.Equal(writers * 10, traces.Count);
        Assert.Equal(traces.Order(), kept.Order());
        Assert.Empty(await VerifyAsync());
    }

    private Task<Apprenticeship> ContractAsync(AppDbContext db) => db.Apprenticeships.Include(a => a.Plan).Include(a => a.Interruptions).SingleAsync(a => a.Id == Record.Id);

    private async Task RenameAsync(string given)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var person = (await App.As(Hr).RunAsync((CorrectPerson use) => use.ReadAsync(Record.PersonId)))!;
        person.GivenName = given;
        await App.As(Hr).RunAsync((CorrectPerson use) => use.RunAsync(Record.PersonId, person));
    }

    private async Task<IReadOnlyList<ChangePage.Act>> ActsAsync(Person reader) => (await App.As(reader).RunAsync((ListChanges use) => use.RunAsync(Record.Id)))!.Acts;

    private async Task<IReadOnlyList<string>> TablesAsync(Person reader) => [.. (await ActsAsync(reader)).SelectMany(act => act.Rows!).Select(row => row.Table).Distinct()];
}
