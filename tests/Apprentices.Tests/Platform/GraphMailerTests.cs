using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Platform;

/// <summary>Mail by Microsoft Graph, against a server on loopback that answers as it does.</summary>
public sealed class GraphMailerTests : IAsyncLifetime
{
    private GraphStand graph = null!;
    private ServiceProvider services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        graph = await GraphStand.StartAsync();
        services = Services();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task It_is_taken_as_one_message_that_a_mail_program_reads()
    {
        var name = "Åse " + string.Concat(Enumerable.Repeat("Øygard👩‍🎓", 1000));
        var mail = Mail() with { ToName = name, Subject = "Påminnelse\r\nBcc: alle@example.no " + name, Calendar = new MailCalendar("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") };

        await SendAsync(mail);

        var (from, mime) = Assert.Single(graph.Taken);
        Assert.Equal("laerling@example.no", from);
        Assert.All(mime.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        using var read = await ReadAsync(mime);
        var headers = read.RootElement.GetProperty("headers");
        Assert.Equal(0, read.RootElement.GetProperty("defects").GetArrayLength());
        Assert.Equal("mottaker@example.no", read.RootElement.GetProperty("addresses")[0].GetString());

        // This reader puts a space where one encoded word ends and the next begins.
        Assert.StartsWith("ÅseØygard👩‍🎓", read.RootElement.GetProperty("name").GetString()!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("Påminnelse  Bcc: alle@example.no Åse", headers.GetProperty("Subject").GetString(), StringComparison.Ordinal);
        Assert.False(headers.TryGetProperty("Bcc", out _));
        Assert.Equal($"<{mail.Id:N}@example.no>", headers.GetProperty("Message-Id").GetString());
        Assert.Equal(
            [("text/plain", "Hei på deg."), ("text/html", "<p>Hei på deg.</p>"), ("text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")],
            read.RootElement.GetProperty("parts").EnumerateArray().Select(part => (part.GetProperty("type").GetString()!, part.GetProperty("text").GetString()!)));
    }

    [Fact]
    public async Task It_signs_in_once_for_many()
    {
        await SendAsync(Mail());
        await SendAsync(Mail());

        Assert.Equal((2, 1), (graph.Taken.Count, graph.TokensGiven));
    }

    [Theory]
    [InlineData(400, "ErrorInvalidRecipients", MailFailureKind.BadAddress, false)]
    [InlineData(400, "ErrorSomethingElse", MailFailureKind.RefusedForNow, false)]
    [InlineData(401, "InvalidAuthenticationToken", MailFailureKind.RefusesUs, true)]
    [InlineData(403, "ErrorAccessDenied", MailFailureKind.RefusesUs, true)]
    [InlineData(404, "ErrorInvalidUser", MailFailureKind.RefusesUs, true)]
    [InlineData(413, null, MailFailureKind.RefusedForGood, false)]
    [InlineData(500, "InternalServerError", MailFailureKind.ServerAway, true)]
    public async Task What_Graph_answers_is_told_apart(int status, string? code, MailFailureKind kind, bool hitsEveryMail)
    {
        graph.Next(status, code);

        var failure = await FailureAsync();

        Assert.Equal((kind, hitsEveryMail), (failure.Kind, failure.HitsEveryMail));
        Assert.DoesNotContain("example.no", failure.Message, StringComparison.Ordinal);
        await SendAsync(Mail());
        Assert.Single(graph.Taken);
    }

    [Theory]
    [InlineData(429, MailFailureKind.RefusedForNow)]
    [InlineData(503, MailFailureKind.ServerAway)]
    public async Task Asked_to_wait_it_says_how_long(int status, MailFailureKind kind)
    {
        graph.Next(status, "ApplicationThrottled", retryAfterSeconds: 600);

        var failure = await FailureAsync();

        Assert.Equal((kind, true, TimeSpan.FromMinutes(10)), (failure.Kind, failure.HitsEveryMail, failure.RetryAfter));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_not_told()
    {
        await using var wrong = Services(("Mail:GraphClientSecret", "feil-hemmelighet"));

        var failure = await FailureAsync(wrong);

        Assert.Equal((MailFailureKind.RefusesUs, true), (failure.Kind, failure.HitsEveryMail));
        Assert.DoesNotContain("hemmelighet", failure.Message, StringComparison.Ordinal);
        Assert.Empty(graph.Taken);
    }

    [Fact]
    public async Task A_connection_that_breaks_and_one_that_hangs_are_told_apart()
    {
        graph.NextBreaks();
        Assert.Equal(MailFailureKind.Dropped, (await FailureAsync()).Kind);

        graph.NextHangs();
        await using var impatient = Services(("Mail:TimeoutSeconds", "2"));
        await impatient.GetRequiredService<GraphSignIn>().TokenAsync(Cancel);
        Assert.Equal(MailFailureKind.TimedOut, (await FailureAsync(impatient)).Kind);
    }

    [Fact]
    public async Task Nobody_there_is_away()
    {
        await using var nowhere = Services(("Mail:GraphAuthority", "https://127.0.0.1:9"));

        Assert.Equal(MailFailureKind.ServerAway, (await FailureAsync(nowhere)).Kind);
    }

    private ServiceProvider Services(params (string Name, string Value)[] changes)
    {
        var values = graph.Settings;
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        var settings = Settings.Get<MailSettings>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        var made = new ServiceCollection();
        made.AddSingleton(Options.Create(settings));
        made.AddSingleton<TimeProvider>(new TestClock());
        made.AddSingleton<GraphSignIn>();
        made.AddSingleton<GraphMailer>();
        made.AddHttpClient(GraphMailer.Client).ConfigurePrimaryHttpMessageHandler(graph.Handler);
        return made.BuildServiceProvider();
    }

    private static Mail Mail() => new(Guid.CreateVersion7(), "mottaker@example.no", "Kari Nordmann", "nb-NO", "Påminnelse", "Hei på deg.", "<p>Hei på deg.</p>");

    private Task SendAsync(Mail mail) => services.GetRequiredService<GraphMailer>().SendAsync(mail, Cancel);

    private Task<MailFailedException> FailureAsync(ServiceProvider? by = null) => Assert.ThrowsAsync<MailFailedException>(() =>
        (by ?? services).GetRequiredService<GraphMailer>().SendAsync(Mail(), Cancel));

    private static async Task<JsonDocument> ReadAsync(string mime)
    {
        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Support", "mime_reader.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await reader.StandardInput.BaseStream.WriteAsync(Encoding.ASCII.GetBytes(mime), Cancel);
        reader.StandardInput.Close();
        return JsonDocument.Parse(await reader.StandardOutput.ReadToEndAsync(Cancel));
    }
}
