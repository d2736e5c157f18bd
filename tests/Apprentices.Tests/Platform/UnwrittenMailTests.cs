using System.Net.Sockets;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Apprentices.Tests.Platform;

/// <summary>A message that the program cannot write: it alone fails, unless it is the database that fails.</summary>
public sealed class UnwrittenMailTests : AppTests
{
    private const int Rows = 6;
    private List<Guid> waiting = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var reader = await Given.PersonAsync();
        await App.ChangeAsync(async db => await db.AddRangeAsync(Enumerable.Range(0, Rows).Select(_ => new ReminderMail(reader.Id, App.Clock.GetUtcNow()))));
        waiting = await App.DbAsync(db => db.ReminderMails.OrderBy(mail => mail.Id).Select(mail => mail.Id).ToListAsync());
    }

    [BothDatabases]
    public Task Of_those_written_together_it_alone_fails_and_is_given_up_in_the_end() => FailsAloneAsync(together: 10);

    [BothDatabases]
    public Task Of_those_written_one_at_a_time_it_alone_fails_and_is_given_up_in_the_end() => FailsAloneAsync(together: 1);

    [BothDatabases]
    public async Task The_log_has_its_error_and_nothing_of_what_that_says()
    {
        using var log = new WrittenLog();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));

        await SendAsync(new Kept(), Writer(10, () => new NotSupportedException("Kari Nordmann")), loggers.CreateLogger<MailQueue>());

        var line = Assert.Single(log.Lines);
        Assert.Contains($"ReminderMail {waiting[2]} cannot be written: System.NotSupportedException", line, StringComparison.Ordinal);
        Assert.Contains($"at {typeof(UnwrittenMailTests).FullName}", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Nordmann", line, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task A_failure_of_the_database_ends_the_run_and_is_no_failure_of_the_message()
    {
        foreach (var failure in new Exception[]
        {
            new SqliteException("database is locked", 5),
            new InvalidOperationException("Transient", new NpgsqlException("Broken", new SocketException())),
            new DbUpdateException("Not saved"),
            new TimeoutException(),
            new OperationCanceledException(),
        })
        {
            foreach (var together in new[] { 1, 10 })
            {
                Assert.Same(failure, await Record.ExceptionAsync(() => SendAsync(new Kept(), Writer(together, () => failure))));
                App.Clock.Advance(MailQueue.Lease);
            }
        }

        Assert.All(await App.DbAsync(db => db.ReminderMails.ToListAsync()), mail => Assert.Equal((0, null), (mail.Failures, mail.FailureKind)));
    }

    /// <summary>Six are written; after the first the others have waited too long, and one of them can then not be written any more.</summary>
    [BothDatabases]
    public async Task Where_it_fails_when_it_is_written_anew_the_others_are_still_written_anew()
    {
        var (mails, failing) = (new Kept(), false);
        mails.Taken = () =>
        {
            App.Clock.Advance(failing ? TimeSpan.Zero : MailWriter.Fresh * 2);
            failing = true;
        };

        await SendAsync(mails, Writer(10, () => failing ? new NotSupportedException() : null, wrong: waiting[1], subject: () => failing ? "New" : "Old"));

        Assert.Equal(["Old", "New", "New", "New", "New"], mails.Subjects);
    }

    private async Task FailsAloneAsync(int together)
    {
        var (mails, writer) = (new Kept(), Writer(together, () => new NotSupportedException("Kari Nordmann")));
        List<TimeSpan> pauses = [];

        Assert.Equal(Rows - 1, await SendAsync(mails, writer));
        for (var failures = 1; failures < QueuedMail.MostFailures; failures++)
        {
            pauses.Add((await WrongAsync()).NextTryAt - App.Clock.GetUtcNow());
            App.Clock.Advance(pauses[^1]);
            Assert.Equal(0, await SendAsync(mails, writer));
        }

        var given = await WrongAsync();
        Assert.Equal([1, 5, 15, 60, 240, 720, 1440, 1440, 1440], pauses.Select(pause => pause.TotalMinutes));
        Assert.Equal((QueuedMail.MostFailures, MailFailureKind.NotWritten, nameof(NotSupportedException)), (given.Failures, given.FailureKind, given.LastFailure));
        Assert.Equal(App.Clock.GetUtcNow(), given.GivenUpAt);
        Assert.Equal(Rows - 1, mails.Subjects.Count);
    }

    private Task<ReminderMail> WrongAsync() => App.DbAsync(db => db.ReminderMails.SingleAsync(mail => mail.Id == waiting[2]));

    /// <summary>Writes all but one, the third unless given.</summary>
    private MailWriter<ReminderMail> Writer(int together, Func<Exception?> failure, Guid? wrong = null, Func<string>? subject = null) => new(together, (rows, _) =>
        rows.Any(row => row.Id == (wrong ?? waiting[2])) && failure() is { } met
            ? throw met
            : Task.FromResult<IReadOnlyDictionary<Guid, Mail>>(rows.ToDictionary(
                row => row.Id, row => new Mail(row.Id, "somebody@example.no", "Kari Nordmann", "nb-NO", subject?.Invoke() ?? "Emne", "Tekst", "<p>Tekst</p>"))));

    private Task<int> SendAsync(Kept mails, MailWriter<ReminderMail> writer, ILogger<MailQueue>? logger = null) => App.AsNobody().RunAsync((IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<MailQueue>(
            services, Options.Create(new MailSettings { Connections = 1 }), logger ?? services.GetRequiredService<ILogger<MailQueue>>()).SendAsync(mails, writer, new JobProgress(), CancellationToken.None));

    /// <summary>Takes every mail.</summary>
    private sealed class Kept : IMailer
    {
        public List<string> Subjects { get; } = [];

        public Action? Taken { get; set; }

        public bool IsOn => true;

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            Subjects.Add(mail.Subject);
            Taken?.Invoke();
            return Task.CompletedTask;
        }
    }
}
