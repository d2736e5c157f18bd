using Apprentices.Features.Traces;
using Apprentices.Platform;
using Apprentices.Tests.Support;

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
