using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Apprentices.Tests.Support;

/// <summary>A real SMTP server (aiosmtpd) on a port of its own, which keeps what it is sent.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<bool>> IsThere = new(IsThereAsync);

    /// <summary>Plain ones that no test uses just now.</summary>
    private static readonly ConcurrentBag<MailSink> Idle = [];

    private readonly Process server;
    private readonly bool isPlain;
    private readonly ConcurrentQueue<Mail> mails = new();
    private readonly TaskCompletionSource<int> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly ConcurrentDictionary<int, TaskCompletionSource> asked = new();
    private int questions;

    private MailSink(Process server, bool isPlain) => (this.server, this.isPlain) = (server, isPlain);

    /// <summary>A message as it came over the wire, its parts decoded, and by which connection.</summary>
    public sealed record Mail(
        int Connection, string From, IReadOnlyList<string> To, string Subject, string? MessageId, IReadOnlyDictionary<string, string> Headers, string? Text, string? Html, string Type, CalendarPart? Calendar);

    /// <summary>What it brought for the calendar: the method the part names, and the object itself.</summary>
    public sealed record CalendarPart(string? Method, string Text);

    public int Port { get; private set; }

    /// <summary>What the program must be told to send here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{Port}",
        ["Mail:StartTls"] = "false",
        ["Mail:From"] = "laerling@example.no",
        ["Mail:PublicAddress"] = "https://laerling.example.no",
    };

    /// <param name="arguments">What smtp_sink.py takes: --refuse ADDRESS, --delay SECONDS, --user NAME --password WORD.</param>
    public static async Task<MailSink> StartAsync(params string[] arguments)
    {
        if (arguments.Length == 0 && Idle.TryTake(out var idle))
        {
            return idle;
        }

        if (!await IsThere.Value)
        {
            Missing.Skip("An SMTP server (python3-aiosmtpd)");
        }

        var script = Path.Combine(AppContext.BaseDirectory, "Support", "smtp_sink.py");
        var sink = new MailSink(Start([script, .. arguments]), arguments.Length == 0);
        _ = sink.ReadAsync();
        sink.Port = await sink.listening.Task.WaitAsync(Patience);
        return sink;
    }

    /// <summary>Every message the server has taken until now. What it has answered for is among them, however late it is read here.</summary>
    public async Task<IReadOnlyList<Mail>> MailsAsync()
    {
        var number = Interlocked.Increment(ref questions);
        var answer = asked.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await server.StandardInput.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
        await server.StandardInput.FlushAsync();
        await answer.Task.WaitAsync(Patience);
        return [.. mails];
    }

    /// <summary>Waits until so many messages have come, and gives them all.</summary>
    public async Task<IReadOnlyList<Mail>> WaitForAsync(int count)
    {
        var waited = Stopwatch.StartNew();
        while (mails.Count < count)
        {
            Assert.True(waited.Elapsed < Patience, $"{mails.Count} of {count} mails came within {Patience.TotalSeconds} seconds.");
            await Task.Delay(20);
        }

        return [.. mails];
    }

    public async ValueTask DisposeAsync()
    {
        if (isPlain)
        {
            // Of what the server has taken, nothing comes to the next test.
            await MailsAsync();
            mails.Clear();
            Idle.Add(this);
            return;
        }

        await EndAsync();
    }

    /// <summary>Ends those that are idle; with the last test.</summary>
    public static async Task EndIdleAsync()
    {
        while (Idle.TryTake(out var sink))
        {
            await sink.EndAsync();
        }
    }

    private async Task EndAsync()
    {
        server.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await server.WaitForExitAsync(patience.Token);
        server.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            using var said = JsonDocument.Parse(line);
            if (said.RootElement.TryGetProperty("port", out var port))
            {
                listening.SetResult(port.GetInt32());
            }
            else if (said.RootElement.TryGetProperty("heard", out var heard))
            {
                asked[heard.GetInt32()].SetResult();
            }
            else
            {
                mails.Enqueue(said.Deserialize<Mail>(JsonSerializerOptions.Web)!);
            }
        }

        listening.TrySetException(new InvalidOperationException("The SMTP server ended before it listened."));
    }

    private static async Task<bool> IsThereAsync()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var check = Start(["-c", "import aiosmtpd"]);
        await check.WaitForExitAsync();
        return check.ExitCode == 0;
    }

    private static Process Start(IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(Python, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
