using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.Channels;
using Apprentices.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Apprentices.Platform;

/// <summary>What one instance says and the others are to hear: of talks, of inboxes.</summary>
public interface ILiveChannel
{
    /// <summary>What PostgreSQL knows it by: small letters and underscores.</summary>
    string Name { get; }

    /// <summary>From now on what is said here is put there too, as words without a name or content.</summary>
    void CarryBy(Action<string> carry);

    /// <summary>Another instance said so.</summary>
    void HearWords(string words);

    /// <summary>Something may have been missed.</summary>
    void ReadAnew();
}

/// <summary>
/// Carries what is said in the <see cref="ILiveChannel"/>s to the other instances, by PostgreSQL's LISTEN and NOTIFY. A message is an instance
/// and what the channel makes of it: ids alone. A lost connection is opened again and all then read anew.
/// </summary>
public sealed partial class LiveWire : BackgroundService
{
    /// <summary>More than this waits for nobody: the oldest is dropped, and made good by reading anew.</summary>
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan PauseBeforeTryingAgain = TimeSpan.FromSeconds(2);

    private readonly Guid instance = Guid.CreateVersion7();
    private readonly Channel<(string Name, string Words)> outbox =
        Channel.CreateBounded<(string Name, string Words)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly TaskCompletionSource listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IReadOnlyList<ILiveChannel> channels;
    private readonly ILogger<LiveWire> logger;
    private readonly string connectionString;

    public LiveWire(IEnumerable<ILiveChannel> channels, IOptions<DatabaseSettings> settings, ILogger<LiveWire> logger)
    {
        (this.channels, this.logger) = ([.. channels], logger);
        connectionString = settings.Value.ConnectionString ?? "";
        foreach (var channel in this.channels)
        {
            channel.CarryBy(words => outbox.Writer.TryWrite((channel.Name, words)));
        }
    }

    /// <summary>Done once it listens for the first time.</summary>
    public Task Listens => listens.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), SendAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (IsOfTheDatabase(failure))
            {
                Log.NotListening(logger, failure.GetType().Name);
            }

            await Task.Delay(PauseBeforeTryingAgain, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenOnceAsync(CancellationToken stop)
    {
        // A connection of its own, kept open; a dead one is found out by its keep-alive.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(stop);
        connection.Notification += (_, said) => Hear(said.Channel, said.Payload);
        await using (var listen = new NpgsqlCommand(string.Concat(channels.Select(channel => $"LISTEN {channel.Name};")), connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        listens.TrySetResult();
        foreach (var channel in channels)
        {
            channel.ReadAnew();
        }

        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    private async Task SendAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var (name, words) in outbox.Reader.ReadAllAsync(stop))
            {
                await SendAsync(name, words, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task SendAsync(string name, string words, CancellationToken stop)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(stop);
            await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
            notify.Parameters.Add(new NpgsqlParameter { Value = name });
            notify.Parameters.Add(new NpgsqlParameter { Value = string.Create(CultureInfo.InvariantCulture, $"{instance} {words}") });
            await notify.ExecuteNonQueryAsync(stop);
        }
        catch (Exception failure) when (IsOfTheDatabase(failure))
        {
            Log.NotSent(logger, failure.GetType().Name);
        }
    }

    private void Hear(string name, string payload)
    {
        if (payload.Split(' ', 2) is [var from, var words] && Guid.TryParse(from, out var sender) && sender != instance)
        {
            channels.FirstOrDefault(channel => channel.Name == name)?.HearWords(words);
        }
    }

    private static bool IsOfTheDatabase(Exception failure) => failure is DbException or SocketException or IOException or TimeoutException;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Talks and inboxes are not heard of from other instances for the moment ({Kind}); trying again.")]
        public static partial void NotListening(ILogger logger, string kind);

        [LoggerMessage(2, LogLevel.Warning, "Something about a talk or an inbox was not told to other instances ({Kind}).")]
        public static partial void NotSent(ILogger logger, string kind);
    }
}
