using Apprentices.Domain;
using Apprentices.Features.Traces;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Traces;

/// <summary>The heads of the seals, mailed to the archive.</summary>
public sealed class SendTraceAnchorsTests : TraceScene
{
    private const string Archive = "arkiv@example.no";


    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Traces:ArchiveAddress"] = Archive };

    protected override IReadOnlyList<string> MailServerArguments => ["--later", Archive, "1"];

    [BothDatabases]
    public async Task Each_head_is_mailed_once_as_it_stands_in_the_file_and_what_was_not_taken_the_next_time()
    {
        Assert.Equal(0, await SendAsync());
        await SealMoreAsync(1);
        await SealMoreAsync(2);
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);

        Assert.Equal(2, await SendAsync());
        Assert.Equal(0, await SendAsync());
        await SealMoreAsync(1);
        Assert.Equal(1, await SendAsync());

        var mails = await MailServer.MailsAsync();
        var file = await File.ReadAllLinesAsync(Anchors.Place, TestContext.Current.CancellationToken);
        Assert.Equal(["Forseglinger av sporene, nummer 1 til 2", "Forseglinger av sporene, nummer 3 til 3"], mails.Select(mail => mail.Subject));
        Assert.All(mails, mail => Assert.Equal([Archive], mail.To));
        Assert.Equal(3, file.Length);
        Assert.Equal(file, mails.SelectMany(LinesOf));
    }

    [BothDatabases]
    public async Task No_night_is_without_a_mail_and_none_has_two()
    {
        await SealMoreAsync(1);
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);
        await SendAsync();
        Assert.Equal(0, await SendAsync());

        App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());

        Assert.Equal(Enumerable.Repeat("Forseglinger av sporene, nummer 1 til 1", 2), (await MailServer.MailsAsync()).Select(mail => mail.Subject));
    }

    /// <summary>Whoever has the database can write into it that the job has run, today and for all time.</summary>
    [BothDatabases]
    public async Task A_row_that_says_it_has_run_keeps_it_from_nothing()
    {
        var job = BackgroundJobs.Of(BackgroundJobs.SendTraceAnchors);
        await SealMoreAsync(1);
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);
        App.Clock.Advance(TimeSpan.FromDays(1));
        await App.ChangeAsync(async db =>
        {
            var forged = new JobRun(job.Id, new DateOnly(9998, 1, 1), App.Clock.GetUtcNow().AddYears(1000));
            forged.End(App.Clock.GetUtcNow().AddYears(1000), 1, failure: null);
            await db.AddAsync(forged);
        });

        var runner = App.Services.GetRequiredService<JobRunner>();
        Assert.Equal(1, (await runner.WakeAsync(job, TestContext.Current.CancellationToken))?.Done);

        App.Clock.Advance(TimeSpan.FromDays(1));
        var before = (await MailServer.MailsAsync()).Count;
        await runner.MakeUpAsync(TestContext.Current.CancellationToken);
        Assert.Equal(before + 1, (await MailServer.MailsAsync()).Count(mail => mail.To[0] == Archive));
    }

    [BothDatabases]
    public async Task The_mails_show_a_tail_that_was_cut_from_the_database_and_the_file()
    {
        var readings = await SealedAsync();
        await SealMoreAsync(2);
        await Assert.ThrowsAsync<JobFailedException>(SendAsync);
        Assert.Equal(2, await SendAsync());

        await TamperAsync(
            $"DELETE FROM \"AccessTraces\" WHERE \"Id\" > {Sql(readings[^1].Id)}", "DELETE FROM \"SealedTraces\" WHERE \"SealNumber\" = 2", "DELETE FROM \"TraceSeals\" WHERE \"Number\" = 2");
        await File.WriteAllLinesAsync(Anchors.Place, (await File.ReadAllLinesAsync(Anchors.Place, TestContext.Current.CancellationToken))[..1], TestContext.Current.CancellationToken);
        Assert.Empty(await VerifyAsync());

        await File.WriteAllLinesAsync(Anchors.Place, (await MailServer.MailsAsync()).SelectMany(LinesOf), TestContext.Current.CancellationToken);
        Assert.Equal(["seal 2: it was anchored and is gone: the tail was cut, or a backup was put back"], await VerifyAsync());
    }

    [Fact]
    public async Task Without_an_address_none_is_mailed()
    {
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?>(MailServer.Settings));

        Assert.Equal(0, await app.AsConsole().RunAsync((SendTraceAnchors use) => use.RunAsync()));
        Assert.Empty(await MailServer.MailsAsync());
    }

    private Task<int> SendAsync() => App.AsConsole().RunAsync((SendTraceAnchors use) => use.RunAsync());

    private static IEnumerable<string> LinesOf(MailSink.Mail mail) =>
        mail.Text!.ReplaceLineEndings("\n").Split("\n\n")[^1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
