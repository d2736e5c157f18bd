using System.Buffers.Binary;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Jobs;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Traces;

/// <summary>Whoever has the database keeps no trace from its seal for long without its being told, and puts in no seal that is built upon.</summary>
public sealed class SealingTests : TraceScene
{
    private const string Copied = "\"MadeAt\", 0, \"Before\", \"Head\", \"SecretName\"";

    private static readonly BackgroundJob Sealing = BackgroundJobs.Of(BackgroundJobs.SealTraces);

    private JobRunner Runner => App.Services.GetRequiredService<JobRunner>();

    [BothDatabases]
    public async Task The_sealing_cannot_be_paused_by_anybody()
    {
        var administrator = await Given.AdministratorAsync();
        await ReadAsync(1);

        await Assert.ThrowsAsync<RuleException>(() => App.As(administrator).RunAsync((PauseJob use) => use.RunAsync(Sealing.Id)));
        await PauseByHandAsync();

        Assert.Equal(1, (await Runner.WakeAsync(Sealing, CancellationToken.None))!.Done - await WithoutReadingsAsync());
        var listed = (await App.As(administrator).RunAsync((ListJobs use) => use.RunAsync())).Jobs.Single(job => job.Id == Sealing.Id);
        Assert.Equal((null, false), (listed.Paused, listed.MayRest));
        Assert.Equal(["job seal-traces: somebody paused it in the database; it runs all the same"], await VerifyAsync());
    }

    [BothDatabases]
    public async Task What_an_instance_left_is_sealed_by_another_however_paused()
    {
        var gone = new JobRun(Sealing.Id, App.Clock.Today, App.Clock.GetUtcNow());
        Assert.True(await App.Services.GetRequiredService<JobLeases>().TakeAsync(gone, evenPaused: false));
        await PauseByHandAsync();
        App.Clock.Advance(JobLeases.Lease);

        await Runner.TakeOverAsync(CancellationToken.None);

        Assert.Single(await SealsAsync());
    }

    [BothDatabases]
    public async Task A_lease_that_no_run_has_taken_holds_nothing()
    {
        await JobThereAsync();
        await TamperAsync($"UPDATE \"JobStates\" SET \"RunId\" = {Sql(Siv.Id)}, \"HeldUntil\" = {At(App.Clock.GetUtcNow().AddYears(100))} WHERE \"Id\" = '{Sealing.Id}'");
        Assert.NotNull(await Runner.WakeAsync(Sealing, CancellationToken.None));

        await TamperAsync($"UPDATE \"JobStates\" SET \"RunId\" = {Sql(Siv.Id)}, \"HeldUntil\" = NULL WHERE \"Id\" = '{Sealing.Id}'");
        Assert.NotNull(await Runner.WakeAsync(Sealing, CancellationToken.None));
    }

    [BothDatabases]
    public async Task What_waits_too_long_for_its_seal_is_named()
    {
        await SealedAsync();
        await ReadAsync(2);
        var since = Trace.Said(App.Clock.GetUtcNow());
        Assert.Empty(await VerifyAsync());

        var named = (await ReadingsAsync()).Where(reading => reading.SealNumber is null)
            .Select(reading => $"trace {reading.Id}: it has waited for its seal since {since}: something keeps the job seal-traces from it");
        Assert.Equal(named, await VerifyAsync());

        await SealAsync();
        Assert.Empty(await VerifyAsync());
    }

    /// <summary>Openings from before traces were, and sample data: what happened long ago was written just now.</summary>
    [BothDatabases]
    public async Task What_was_moved_in_has_waited_since_it_was_written()
    {
        await SealedAsync();
        await App.ChangeAsync(async db =>
        {
            var people = await TracePeople.LoadAsync(db, Keys, [Record.PersonId, Siv.Id], TestContext.Current.CancellationToken);
            var trace = new AccessTrace(people.Of(Record.PersonId)!, Record.Id, people.Of(Siv.Id)!, Opened.Talk, null, "Before", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
            trace.Lock(Keys, "");
            await db.AddAsync(trace);
            App.Clock.Advance(DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian([0, 0, .. trace.Id.ToByteArray(bigEndian: true)[..6]])) - App.Clock.GetUtcNow());
        });

        Assert.Empty(await VerifyAsync());
        Assert.Contains("it has waited for its seal since", Assert.Single(await VerifyAsync()), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task A_forged_seal_far_ahead_stops_nothing_and_is_named_in_one_line()
    {
        await SealedAsync();
        await TamperAsync($"INSERT INTO \"TraceSeals\" (\"Number\", \"Count\", \"MadeAt\", \"Before\", \"Head\", \"SecretName\") SELECT 2147483647, 2147483647, \"MadeAt\", \"Head\", \"Head\", \"SecretName\" FROM \"TraceSeals\"");

        await SealMoreAsync(2);
        await SealMoreAsync(1);

        var seals = await SealsAsync();
        Assert.Equal([1, 2, 3, int.MaxValue], seals.Select(seal => seal.Number));
        Assert.Equal([TraceSeal.Beginning, seals[0].Head, seals[1].Head], seals.Take(3).Select(seal => seal.Before));
        Assert.Equal([1, 2, 3], Anchors.All().Select(anchor => anchor.Number));
        Assert.Contains(Log.Lines, line => line.Contains("from number 2147483647 to 2147483647: 1.", StringComparison.Ordinal));
        Assert.Equal(["seal 2147483647: it was put in: it was not made with the key"], await VerifyAsync());
    }

    /// <summary>Nor a row that takes the next number's place, or a trace's.</summary>
    [BothDatabases]
    public async Task Forged_seals_in_the_way_are_passed_by()
    {
        await SealedAsync();
        const string columns = "\"TraceId\", \"Kind\", \"At\", \"SubjectId\", \"Commitment\", \"Mark\"";
        await ReadAsync(2);
        var waiting = (await ReadingsAsync())[^2];
        await TamperAsync(
            $"INSERT INTO \"TraceSeals\" (\"Number\", \"MadeAt\", \"Count\", \"Before\", \"Head\", \"SecretName\") SELECT 2, {Copied} FROM \"TraceSeals\"",
            $"INSERT INTO \"SealedTraces\" (\"SealNumber\", \"Position\", {columns}) SELECT 3, 1, {Sql(waiting.Id)}, \"Kind\", \"At\", \"SubjectId\", \"Commitment\", \"Mark\" FROM \"SealedTraces\" WHERE \"Position\" = 1");

        Assert.Equal(1, await SealAsync());

        var seals = await SealsAsync();
        Assert.Equal([1, 2, 4], seals.Select(seal => seal.Number));
        Assert.Equal(seals[0].Head, seals[2].Before);
        Assert.Equal([1, 4], Anchors.All().Select(anchor => anchor.Number));
        Assert.Equal(
            ["seal 2: it was not made with the key: the chain was made anew", "seal 3: it is missing", $"trace {waiting.Id}: it names another seal than the one it is in"],
            await VerifyAsync());
    }

    [BothDatabases]
    public async Task A_last_seal_that_was_changed_is_not_built_upon()
    {
        await SealedAsync();
        await SealMoreAsync(2);
        await TamperAsync("UPDATE \"TraceSeals\" SET \"Head\" = 'forged' WHERE \"Number\" = 2");

        await SealMoreAsync(1);

        var seals = await SealsAsync();
        Assert.Equal(seals[0].Head, seals[2].Before);
        Assert.Contains(Log.Lines, line => line.Contains("that holds is 1, but 2 was anchored", StringComparison.Ordinal));
        Assert.Equal(
            ["seal 2: it is not the one that was anchored: the chain was made anew, or a backup was put back", "seal 2: it was not made with the key: the chain was made anew"],
            await VerifyAsync());
    }

    [BothDatabases]
    public async Task Seals_that_are_gone_are_named_from_and_to()
    {
        await SealedAsync();
        for (var at = 2; at <= 4; at++)
        {
            await SealMoreAsync(1);
        }

        await RemoveAsync("IN (2, 3)");
        Assert.Equal(["seal 2 to 3: they are missing"], await VerifyAsync());

        await RemoveAsync("= 4");
        Assert.Equal(["seal 2 to 4: they were anchored and are gone: the tail was cut, or a backup was put back"], await VerifyAsync());

        // One put in far ahead does not hide it.
        await TamperAsync($"INSERT INTO \"TraceSeals\" (\"Number\", \"MadeAt\", \"Count\", \"Before\", \"Head\", \"SecretName\") SELECT 1000, {Copied} FROM \"TraceSeals\"");
        Assert.Equal(["seal 2 to 4: they are missing", "seal 1000: it was put in: it was not made with the key"], await VerifyAsync());
    }

    private Task RemoveAsync(string numbers) => TamperAsync(
        $"DELETE FROM \"AccessTraces\" WHERE \"SealNumber\" {numbers}", $"DELETE FROM \"SealedTraces\" WHERE \"SealNumber\" {numbers}", $"DELETE FROM \"TraceSeals\" WHERE \"Number\" {numbers}");

    private Task<int> WithoutReadingsAsync() => App.DbAsync(db => db.SealedTraces.CountAsync(row => row.Kind != TraceKind.Access));

    private Task<bool> JobThereAsync() => App.DbAsync(async db =>
    {
        await JobLeases.BeThereAsync(db, Sealing.Id);
        return true;
    });

    private async Task PauseByHandAsync()
    {
        await JobThereAsync();
        await TamperAsync($"UPDATE \"JobStates\" SET \"PausedAt\" = {At(App.Clock.GetUtcNow())} WHERE \"Id\" = '{Sealing.Id}'");
    }

    private static string At(DateTimeOffset at) => TestDatabase.OfThisTest == DatabaseProvider.Sqlite ? FormattableString.Invariant($"{at.UtcTicks}") : $"'{Trace.Said(at)}'";
}
