using System.Globalization;
using System.Security.Cryptography;
using Apprentices.Domain;
using Apprentices.Features.Traces;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Traces;

/// <summary>Whoever has the database, but neither the key nor the anchors, can change nothing unseen.</summary>
public sealed class VerifyTracesTests : TraceScene
{
    [BothDatabases]
    public async Task Nothing_is_found_where_nothing_was_touched_however_many_seals_there_are()
    {
        for (var at = 0; at < 3; at++)
        {
            await ReadAsync(3);
            Assert.InRange(await SealAsync(), 3, 1000);
        }

        await ReadAsync(2);

        Assert.Empty(await VerifyAsync());
        Assert.Equal([1, 2, 3], Anchors.All().Select(anchor => anchor.Number));
        Assert.Equal(0, await SealNothingMoreAsync());
    }

    [BothDatabases]
    public async Task One_changed_byte_is_found_and_named()
    {
        var readings = await SealedAsync();
        var changed = readings[1].Locked;
        changed[^1] ^= 1;

        await TamperAsync($"UPDATE \"AccessTraces\" SET \"Locked\" = {Blob(changed)} WHERE \"Id\" = {Sql(readings[1].Id)}");

        Assert.Equal([$"trace {readings[1].Id}: it was changed"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task One_changed_reader_is_found_and_named()
    {
        var readings = await SealedAsync();

        await TamperAsync($"UPDATE \"AccessTraces\" SET \"ReaderId\" = {Sql(readings[1].SubjectId!.Value)} WHERE \"Id\" = {Sql(readings[1].Id)}");

        Assert.Equal([$"trace {readings[1].Id}: it was changed"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task One_changed_byte_of_the_seals_own_row_is_found_and_named()
    {
        var readings = await SealedAsync();
        var place = await PlaceAsync(readings[1].Id);

        var other = (readings[1].Commitment[0] == 'f' ? '0' : 'f') + readings[1].Commitment[1..];
        await TamperAsync($"UPDATE \"SealedTraces\" SET \"Commitment\" = '{other}' WHERE \"TraceId\" = {Sql(readings[1].Id)}");

        Assert.Equal(
            [$"trace {readings[1].Id}: number {place.Position} of seal {place.SealNumber} was changed or inserted", $"seal {place.SealNumber}: it does not hold", $"trace {readings[1].Id}: it is not the one that was sealed"],
            await VerifyAsync());
    }

    [BothDatabases]
    public async Task A_deleted_row_is_found_and_named()
    {
        var readings = await SealedAsync();
        var place = await PlaceAsync(readings[1].Id);

        await TamperAsync($"DELETE FROM \"AccessTraces\" WHERE \"Id\" = {Sql(readings[1].Id)}");
        Assert.Equal([$"trace {readings[1].Id}: it was removed (number {place.Position} of seal 1)"], await VerifyAsync());

        await TamperAsync($"DELETE FROM \"SealedTraces\" WHERE \"TraceId\" = {Sql(readings[1].Id)}");
        Assert.Equal([$"seal 1: its trace number {place.Position} was removed", "seal 1: it does not hold"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task The_last_row_deleted_is_found_and_so_is_the_whole_tail()
    {
        var readings = await SealedAsync();
        await ReadAsync(2);
        await SealAsync();
        var last = (await ReadingsAsync())[^1];

        await TamperAsync($"DELETE FROM \"AccessTraces\" WHERE \"Id\" = {Sql(last.Id)}", $"DELETE FROM \"SealedTraces\" WHERE \"TraceId\" = {Sql(last.Id)}");
        Assert.Equal(["seal 2: its trace number 2 was removed", "seal 2: it does not hold"], await VerifyAsync());

        await TamperAsync(
            $"DELETE FROM \"AccessTraces\" WHERE \"Id\" > {Sql(readings[^1].Id)}", "DELETE FROM \"SealedTraces\" WHERE \"SealNumber\" = 2", "DELETE FROM \"TraceSeals\" WHERE \"Number\" = 2");
        Assert.Equal(["seal 2: it was anchored and is gone: the tail was cut, or a backup was put back"], await VerifyAsync());

        // What is noted and sealed afterwards does not paper over it.
        await ReadAsync(1);
        await SealAsync();
        Assert.Equal(["seal 2: it is missing"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task An_inserted_row_is_found_and_named_sealed_or_not()
    {
        var readings = await SealedAsync();
        var (one, id) = (readings[1], Guid.CreateVersion7());
        const string columns = "\"At\", \"SubjectId\", \"Locked\", \"Commitment\", \"Mark\", \"ApprenticeshipId\", \"ReaderId\", \"What\", \"ThingId\", \"UseCase\"";

        await TamperAsync($"INSERT INTO \"AccessTraces\" (\"Id\", \"SealNumber\", {columns}) SELECT {Sql(id)}, NULL, {columns} FROM \"AccessTraces\" WHERE \"Id\" = {Sql(one.Id)}");
        Assert.Equal([$"trace {id}: it was inserted: its mark is not made with the key"], await VerifyAsync());

        await TamperAsync(
            $"UPDATE \"AccessTraces\" SET \"SealNumber\" = 1 WHERE \"Id\" = {Sql(id)}",
            $"INSERT INTO \"SealedTraces\" (\"SealNumber\", \"Position\", \"TraceId\", \"Kind\", \"At\", \"SubjectId\", \"Commitment\", \"Mark\") SELECT 1, 1000, {Sql(id)}, \"Kind\", \"At\", \"SubjectId\", \"Commitment\", \"Mark\" FROM \"SealedTraces\" WHERE \"TraceId\" = {Sql(one.Id)}");
        Assert.Equal([$"trace {id}: it was inserted into seal 1", "seal 1: it does not hold", $"trace {id}: it was changed"], await VerifyAsync());
    }

    /// <summary>She leaves a row out, numbers the rest anew, and makes new heads as well as she can without the key.</summary>
    [BothDatabases]
    public async Task A_chain_made_anew_by_somebody_who_has_the_database_but_not_the_key_is_found()
    {
        var readings = await SealedAsync();
        await ReadAsync(2);
        await SealAsync();
        await TamperAsync($"DELETE FROM \"AccessTraces\" WHERE \"Id\" = {Sql(readings[1].Id)}");
        var forger = new TraceKeys([RandomNumberGenerator.GetBytes(TraceKeys.SecretLength)]);
        var seals = await App.DbAsync(db => db.TraceSeals.AsNoTracking().OrderBy(seal => seal.Number).ToListAsync());
        var before = TraceSeal.Beginning;
        foreach (var seal in seals)
        {
            var traces = await App.DbAsync(async db => (await db.AccessTraces.AsNoTracking().Where(trace => trace.SealNumber == seal.Number).ToListAsync()).Cast<Trace>()
                .Concat(await db.ChangeTraces.AsNoTracking().Where(trace => trace.SealNumber == seal.Number).ToListAsync()).OrderBy(trace => trace.Id.ToString(), StringComparer.Ordinal).ToList());
            var made = new TraceSeal(seal.Number, seal.MadeAt, before, [.. traces.Select((trace, at) => new SealedTrace(seal.Number, at + 1, trace))], forger);
            await TamperAsync($"DELETE FROM \"SealedTraces\" WHERE \"SealNumber\" = {seal.Number}");
            await App.ChangeAsync(async db => await db.AddRangeAsync(traces.Select((trace, at) => new SealedTrace(seal.Number, at + 1, trace))));
            await TamperAsync(string.Create(
                CultureInfo.InvariantCulture, $"UPDATE \"TraceSeals\" SET \"Before\" = '{before}', \"Head\" = '{made.Head}', \"Count\" = {made.Count} WHERE \"Number\" = {seal.Number}"));
            before = made.Head;
        }

        Assert.Equal(
            [
                "seal 1: it is not the one that was anchored: the chain was made anew, or a backup was put back", "seal 1: it was not made with the key: the chain was made anew",
                "seal 2: it is not the one that was anchored: the chain was made anew, or a backup was put back", "seal 2: it was not made with the key: the chain was made anew",
            ],
            await VerifyAsync());
    }

    [BothDatabases]
    public async Task After_a_person_is_erased_it_still_holds_and_nothing_of_her_can_be_read()
    {
        await SealedAsync();
        Assert.NotEmpty(await ReadingsAsync());

        Assert.Equal(0, await App.AsConsole().RunAsync((ErasePersonTraces use) => use.RunAsync(["--person", $"{Record.PersonId}"])));

        Assert.Empty(await ReadingsAsync());
        Assert.Empty(await App.DbAsync(db => db.ChangeTraces.Where(trace => trace.ApprenticeshipId == Record.Id).ToListAsync()));
        Assert.Empty(await App.DbAsync(db => db.TracePersons.Where(one => one.PersonId == Record.PersonId).ToListAsync()));
        Assert.Empty(await VerifyAsync());
        await SealAsync();
        Assert.Empty(await VerifyAsync());
    }

    [BothDatabases]
    public async Task An_erasure_that_somebody_feigns_is_found()
    {
        var readings = await SealedAsync();
        var subject = readings[0].SubjectId!.Value;

        await TamperAsync($"DELETE FROM \"AccessTraces\" WHERE \"SubjectId\" = {Sql(subject)}", $"UPDATE \"TracePersons\" SET \"PersonId\" = NULL, \"WrappedKey\" = NULL WHERE \"Id\" = {Sql(subject)}");

        var found = await VerifyAsync();
        Assert.Contains($"person {subject}: whom the traces mean by it, or its key, was changed", found);
        Assert.All(readings, reading => Assert.Contains(found, one => one.StartsWith($"trace {reading.Id}: it was removed", StringComparison.Ordinal)));
    }

    [BothDatabases]
    public async Task A_trace_given_to_another_person_is_found()
    {
        var readings = await SealedAsync();
        var stranger = await Given.PersonAsync();

        await TamperAsync($"UPDATE \"TracePersons\" SET \"PersonId\" = {Sql(stranger.Id)} WHERE \"Id\" = {Sql(readings[0].ReaderId)}");

        Assert.Equal([$"person {readings[0].ReaderId}: whom the traces mean by it, or its key, was changed"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task A_missing_anchor_is_named_and_so_is_one_of_another_chain()
    {
        await SealedAsync();
        await ReadAsync(1);
        await SealAsync();
        var lines = await File.ReadAllLinesAsync(Anchors.Place, TestContext.Current.CancellationToken);

        await File.WriteAllLinesAsync(Anchors.Place, lines[..1], TestContext.Current.CancellationToken);
        Assert.Equal(["seal 2: its anchor is missing"], await VerifyAsync());

        await File.WriteAllLinesAsync(Anchors.Place, [lines[0], lines[0].Replace("1 ", "2 ", StringComparison.Ordinal)], TestContext.Current.CancellationToken);
        Assert.Equal(["seal 2: it is not the one that was anchored: the chain was made anew, or a backup was put back"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task What_is_too_old_goes_and_the_seal_still_holds()
    {
        await SealedAsync();
        App.Clock.Advance(TimeSpan.FromDays(330));
        await ReadAsync(1);
        await SealAsync();
        App.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(4, await App.AsConsole().RunAsync((ForgetTraces use) => use.RunAsync()));

        Assert.Single(await ReadingsAsync());
        Assert.Empty(await VerifyAsync());
        await SealAsync();
        Assert.Empty(await VerifyAsync());
    }

    private async Task<int> SealNothingMoreAsync()
    {
        await SealAsync();
        return await SealAsync();
    }

    private Task<SealedTrace> PlaceAsync(Guid id) => App.DbAsync(db => db.SealedTraces.AsNoTracking().SingleAsync(row => row.TraceId == id));

    private static string Blob(byte[] bytes) =>
        TestDatabase.OfThisTest == Apprentices.Data.DatabaseProvider.Sqlite ? $"X'{Convert.ToHexString(bytes)}'" : $"'\\x{Convert.ToHexString(bytes)}'";
}
