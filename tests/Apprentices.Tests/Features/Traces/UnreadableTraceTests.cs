using Apprentices.Data;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Traces;

/// <summary>A value that nothing can read is named with its row, and keeps nothing else from being checked or sealed.</summary>
public sealed class UnreadableTraceTests : TraceScene
{
    private static bool IsSqlite => TestDatabase.OfThisTest == DatabaseProvider.Sqlite;

    /// <summary>On SQLite an instant is a number; on PostgreSQL there are days that no program of ours knows.</summary>
    private static string NoInstant => IsSqlite ? "-1" : "'200000-01-01'";

    [BothDatabases]
    public async Task What_cannot_be_read_is_named_and_the_rest_is_checked()
    {
        var readings = await SealedAsync();
        await SealMoreAsync(3);
        var later = (await ReadingsAsync())[readings.Count..];
        var place = await App.DbAsync(db => db.SealedTraces.Where(row => row.TraceId == later[0].Id).Select(row => row.Position).SingleAsync());

        await TamperAsync(
            $"UPDATE \"AccessTraces\" SET \"At\" = {NoInstant} WHERE \"Id\" = {Sql(readings[1].Id)}",
            $"UPDATE \"SealedTraces\" SET \"At\" = {NoInstant} WHERE \"TraceId\" = {Sql(later[0].Id)}",
            $"UPDATE \"TraceSeals\" SET \"MadeAt\" = {NoInstant} WHERE \"Number\" = 1",
            $"DELETE FROM \"AccessTraces\" WHERE \"Id\" = {Sql(later[1].Id)}");

        var found = await VerifyAsync();
        Assert.Equal(
            [
                "TraceSeals 1 (", $"SealedTraces 2 {place} (", $"AccessTraces {Written(readings[1].Id)} (", "seal 1", $"seal 2: its trace number {place} was removed", "seal 2: it does not hold",
                $"trace {later[1].Id}: it was removed (", $"trace {later[0].Id}: it is not in seal 2",
            ],
            found.Select((finding, at) => at < 3 ? finding[..(finding.IndexOf('(', StringComparison.Ordinal) + 1)] : finding),
            (expected, finding) => finding.StartsWith(expected, StringComparison.Ordinal));
        Assert.All(found.Take(3), finding => Assert.EndsWith("): it cannot be read: it was changed", finding, StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task What_cannot_be_read_keeps_nothing_from_its_seal()
    {
        await SealedAsync();
        await SealMoreAsync(1);
        await ReadAsync(3);
        var waiting = (await ReadingsAsync())[^3..];
        await TamperAsync(
            $"UPDATE \"AccessTraces\" SET \"At\" = {NoInstant} WHERE \"Id\" = {Sql(waiting[0].Id)}", $"UPDATE \"TraceSeals\" SET \"MadeAt\" = {NoInstant} WHERE \"Number\" = 2");

        Assert.Equal(2, await SealAsync());

        Assert.Contains(Log.Lines, line => line.Contains("Rows of the traces that cannot be read: 2.", StringComparison.Ordinal));
        Assert.Equal([$"AccessTraces {Written(waiting[0].Id)}", "TraceSeals 2"], (await VerifyAsync()).Where(IsUnreadable).Select(finding => finding[..finding.IndexOf(" (", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    /// <summary>What the driver reads as something else: a number cut off, an id in another writing, letters where an id is.</summary>
    [Fact]
    public async Task On_SQLite_nothing_is_taken_for_what_it_is_not()
    {
        const string columns = "\"MadeAt\", \"Count\", \"Before\", \"Head\", \"SecretName\"";
        var readings = await SealedAsync();
        await ReadAsync(2);
        var waiting = (await ReadingsAsync())[^2];
        await TamperAsync(
            $"INSERT INTO \"TraceSeals\" (\"Number\", {columns}) SELECT 4294967297, {columns} FROM \"TraceSeals\"",
            $"UPDATE \"AccessTraces\" SET \"Id\" = lower(\"Id\") WHERE \"Id\" = {Sql(waiting.Id)}",
            $"UPDATE \"TracePersons\" SET \"PersonId\" = 'somebody' WHERE \"Id\" = {Sql(readings[0].ReaderId)}");

        Assert.Equal(1, await SealAsync());

        Assert.Equal(["AccessTraces", "TracePersons", "TraceSeals"], (await VerifyAsync()).Where(IsUnreadable).Select(finding => finding.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal([1L, 2L, 4294967297L], await App.DbAsync(db => db.Database.SqlQueryRaw<long>("SELECT \"Number\" AS \"Value\" FROM \"TraceSeals\" ORDER BY 1").ToListAsync()));
    }

    private static bool IsUnreadable(string finding) => finding.EndsWith("it cannot be read: it was changed", StringComparison.Ordinal);

    private static string Written(Guid id) => IsSqlite ? id.ToString().ToUpperInvariant() : id.ToString();
}
