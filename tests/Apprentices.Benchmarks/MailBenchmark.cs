using System.Diagnostics;
using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using BenchmarkDotNet.Attributes;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Benchmarks;

/// <summary>
/// As many messages as the environment's MAILS says (10,000 unless it does) sent to an SMTP server on loopback: from the queue, each
/// claimed, looked up and written down as sent; and as the floor the same messages by bare clients of the same library over as many
/// connections.
/// </summary>
public class MailBenchmark
{
    private static readonly int Mails = int.TryParse(Environment.GetEnvironmentVariable("MAILS"), out var number) ? number : 10_000;

    private readonly MailSettings settings = new() { Host = "127.0.0.1", StartTls = false, From = "laerling@example.no", FromName = "Lærlinger" };
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
    }

    [Benchmark(Baseline = true)]
    public Task BareAsync() => Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(async part =>
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, SecureSocketOptions.None);
        for (var i = part; i < Mails; i += settings.Connections)
        {
            using var message = MimeMail.Of(Write(Guid.CreateVersion7(), $"mottaker{i}@example.no", "Kari Nordmann"), settings, OfficeTime.Clock.GetUtcNow());
            await client.SendAsync(message);
        }

        await client.DisconnectAsync(quit: true);
    }));

    [Benchmark]
    public async Task<int> QueuedAsync()
    {
        using var mailer = new SmtpMailer(Options.Create(settings), OfficeTime.Clock);
        var sent = await program.AskAsync((IDbContextFactory<AppDbContext> database) =>
            new MailQueue(database, mailer, settings, OfficeTime.Clock).SendAsync(
                new MailWriter<ReminderMail>(50, (rows, cancel) => WriteAsync(database, rows, cancel)), new JobProgress(), CancellationToken.None));
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
        await InDatabaseAsync(async db =>
        {
            await db.Reminders.ExecuteDeleteAsync();
            await db.ReminderMails.ExecuteDeleteAsync();
            var now = OfficeTime.Clock.GetUtcNow();
            var people = await db.Apprenticeships.OrderBy(one => one.Id).Take(Mails).Select(one => one.PersonId).ToListAsync();
            db.AddRange(people.Select(person => new ReminderMail(person, now)));
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<IReadOnlyDictionary<Guid, Mail>> WriteAsync(IDbContextFactory<AppDbContext> database, IReadOnlyList<ReminderMail> rows, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var ids = rows.Select(row => row.RecipientId).ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.GivenName, p.FamilyName, p.Email }).ToDictionaryAsync(p => p.Id, cancel);
        return rows.ToDictionary(row => row.Id, row => people[row.RecipientId] is var to ? Write(row.Id, to.Email, $"{to.GivenName} {to.FamilyName}") : null!);
    }

    private static Mail Write(Guid id, string address, string name)
    {
        const string Sentence = "Halvårssamtalen må holdes innen tirsdag 22. september 2026. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 20));
        return new Mail(id, address, name, "nb-NO", "Påminnelse: halvårssamtale innen tirsdag", text, $"<p>{text}</p>");
    }

    private Task<int> InDatabaseAsync(Func<AppDbContext, Task<int>> work) => program.AskAsync(async (IDbContextFactory<AppDbContext> database) =>
    {
        await using var db = await database.CreateDbContextAsync();
        return await work(db);
    });
}
