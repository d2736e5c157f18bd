using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Threading.Channels;
using Apprentices.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Apprentices.Platform;

/// <summary>
/// Carries what <see cref="TalkChannel"/> says to the other instances, by PostgreSQL's LISTEN and NOTIFY. A message is an instance,
/// a topic and three ids. A lost connection is opened again and all then read anew; a lost message is made good by the slow
/// reading of <see cref="TalkChannel.Beat"/>.
/// </summary>
public sealed partial class TalkWire : BackgroundService
{
    private const string Name = "apprentices_talks";

    /// <summary>More than this waits for nobody: the oldest is dropped, and made good by reading anew.</summary>
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan PauseBeforeTryingAgain = TimeSpan.FromSeconds(2);

    private readonly Guid instance = Guid.CreateVersion7();
    private readonly Channel<TalkNews> outbox = Channel.CreateBounded<TalkNews>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly TaskCompletionSource listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TalkChannel channel;
    private readonly ILogger<TalkWire> logger;
    private readonly string connectionString;

    public TalkWire(TalkChannel channel, IOptions<DatabaseSettings> settings, ILogger<TalkWire> logger)
    {
        (this.channel, this.logger) = (channel, logger);
        connectionString = settings.Value.ConnectionString ?? "";
        channel.CarryBy(outbox.Writer);
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
        connection.Notification += (_, said) => Hear(said.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        listens.TrySetResult();
        channel.ReadAnew();
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    private async Task SendAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var news in outbox.Reader.ReadAllAsync(stop))
            {
                await SendAsync(news, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task SendAsync(TalkNews news, CancellationToken stop)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(stop);
            await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
            notify.Parameters.Add(new NpgsqlParameter { Value = Name });
            notify.Parameters.Add(new NpgsqlParameter { Value = string.Create(CultureInfo.InvariantCulture, $"{instance} {(int)news.Topic} {news.TalkId} {news.PersonId} {news.SeatId}") });
            await notify.ExecuteNonQueryAsync(stop);
        }
        catch (Exception failure) when (IsOfTheDatabase(failure))
        {
            Log.NotSent(logger, failure.GetType().Name);
        }
    }

    private void Hear(string payload)
    {
        if (payload.Split(' ') is [var from, var topic, var talk, var person, var seat]
            && Guid.TryParse(from, out var sender) && sender != instance
            && Enum.TryParse<TalkTopic>(topic, out var about)
            && Guid.TryParse(talk, out var talkId) && Guid.TryParse(person, out var personId) && Guid.TryParse(seat, out var seatId))
        {
            channel.Hear(new TalkNews(about, talkId, personId, seatId));
        }
    }

    private static bool IsOfTheDatabase(Exception failure) => failure is DbException or SocketException or IOException or TimeoutException;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Talks are not heard from other instances for the moment ({Kind}); trying again.")]
        public static partial void NotListening(ILogger logger, string kind);

        [LoggerMessage(2, LogLevel.Warning, "Something about a talk was not told to other instances ({Kind}); they read it anew within half a minute.")]
        public static partial void NotSent(ILogger logger, string kind);
    }
}
