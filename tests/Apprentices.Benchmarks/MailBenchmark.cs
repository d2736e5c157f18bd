using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using BenchmarkDotNet.Attributes;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Apprentices.Benchmarks;

/// <summary>
/// As many reminders as the environment's MAILS says (10,000 unless it does) sent to an SMTP server on loopback: by the program's own job,
/// each claimed, found to hold still, written, looked at once more and written down as sent; and as the floor the same messages, written
/// beforehand, by bare clients of the same library over as many connections, which put off
/// no bytes either.
/// </summary>
public class MailBenchmark
{
    private const int PageSize = 500;
    private static readonly int Mails = int.TryParse(Environment.GetEnvironmentVariable("MAILS"), out var number) ? number : 10_000;

    private readonly MailSettings settings = new() { Host = "127.0.0.1", StartTls = false, From = "laerling@example.no", FromName = "Lærlinger" };
    private readonly MailsUnderWay underWay = new();
    private IReadOnlyList<Mail> written = [];
    private SeededProgram program = null!;
    private Process server = null!;

    /// <summary>Waits itself: what goes wrong in a task nobody waits for would be measured and not seen.</summary>
    [GlobalSetup]
    public void SetUp() => SetUpAsync().GetAwaiter().GetResult();

    [IterationSetup]
    public void Queue() => InDatabaseAsync(db => db.ReminderMails.ExecuteUpdateAsync(row =>
        row.SetProperty(mail => mail.SentAt, (DateTimeOffset?)null).SetProperty(mail => mail.NextTryAt, OfficeTime.Clock.GetUtcNow()))).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void End()
    {
        server.StandardInput.Close();
        server.WaitForExit();
        server.Dispose();
        underWay.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task BareAsync() => Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(async part =>
    {
        using var client = new SmtpClient();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(settings.Host!, settings.Port);
        await client.ConnectAsync(socket, settings.Host!, settings.Port, SecureSocketOptions.None);
        for (var i = part; i < written.Count; i += settings.Connections)
        {
            using var message = MimeMail.Of(written[i], settings, OfficeTime.Clock.GetUtcNow());
            await client.SendAsync(message);
        }

        await client.DisconnectAsync(quit: true);
    }));

    [Benchmark]
    public async Task<int> RemindersAsync()
    {
        using var mailer = new SmtpMailer(Options.Create(settings), OfficeTime.Clock);
        var sent = await SendThroughAsync(mailer);
        return sent == Mails ? sent : throw new InvalidOperationException($"{sent} of {Mails} were sent.");
    }

    private async Task SetUpAsync()
    {
        program = await SeededProgram.GetAsync();
        server = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Support", "smtp_sink.py"), "--quiet"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var said = JsonDocument.Parse((await server.StandardOutput.ReadLineAsync())!);
        settings.Port = said.RootElement.GetProperty("port").GetInt32();
        await InDatabaseAsync(PromiseAsync);
        var kept = new Kept();
        await SendThroughAsync(kept);
        written = [.. kept.Mails];
        Console.WriteLine($"// {written.Count:N0} mails");
    }

    /// <summary>Of so many talks that are due in a week, to whoever is to prepare it; a mail for each.</summary>
    private async Task<int> PromiseAsync(AppDbContext db)
    {
        await db.Reminders.ExecuteDeleteAsync();
        await db.ReminderMails.ExecuteDeleteAsync();
        var (now, dueOn) = (OfficeTime.Clock.GetUtcNow(), program.Today.AddDays(7));
        var terms = await ReminderFacts.TermsAsync(db, program.Today, CancellationToken.None);
        var talks = await db.Evaluations.Where(talk => talk.Kind == EvaluationKind.HalfYear && talk.State == EvaluationState.Planned)
            .Where(talk => talk.Apprenticeship.StartsOn <= program.Today && talk.Apprenticeship.EndsOn >= program.Today)
            .OrderBy(talk => talk.Number).ThenBy(talk => talk.Id).Select(talk => talk.Id).Take(Mails).ToListAsync();
        foreach (var some in talks.Chunk(PageSize))
        {
            await db.Evaluations.Where(talk => some.Contains(talk.Id)).ExecuteUpdateAsync(row => row.SetProperty(talk => talk.DueOn, dueOn));
            foreach (var fact in await ReminderFacts.OfAsync(db, ReminderSubject.Talk, some, Reckoning, program.Today, CancellationToken.None))
            {
                var mail = new ReminderMail(fact.ApprenticeId!.Value, now);
                var reminder = new Reminder(ReminderPlan.On(program.Today, fact, terms).Single(one => one.RecipientId == mail.RecipientId), program.Today, now);
                reminder.GoesIn(mail);
                db.AddRange(mail, reminder);
            }
        }

        return await db.SaveChangesAsync();
    }

    private static ReminderReckoning Reckoning => new ProgressSettings().Reckoning(OfficeTime.Clock);

    private Task<int> SendThroughAsync(IMailer mailer) => program.AskAsync((IDbContextFactory<AppDbContext> database) => new SendQueuedReminders(
        database, mailer, new MailQueue(database, Options.Create(settings), underWay, OfficeTime.Clock, NullLogger<MailQueue>.Instance), Options.Create(settings), Options.Create(new ReminderSettings()), Options.Create(new ProgressSettings()), new InboxChannel(),
        new JobProgress(), OfficeTime.Clock).RunAsync());

    private Task<int> InDatabaseAsync(Func<AppDbContext, Task<int>> work) => program.AskAsync(async (IDbContextFactory<AppDbContext> database) =>
    {
        await using var db = await database.CreateDbContextAsync();
        return await work(db);
    });

    /// <summary>Keeps what would be sent.</summary>
    private sealed class Kept : IMailer
    {
        public ConcurrentBag<Mail> Mails { get; } = [];

        public bool IsOn => true;

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            Mails.Add(mail);
            return Task.CompletedTask;
        }
    }
}
