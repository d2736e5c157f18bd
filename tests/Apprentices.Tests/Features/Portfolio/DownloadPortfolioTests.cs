using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Portfolio;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Portfolio;

public sealed class DownloadPortfolioTests : AppTests
{
    private Person liv = null!;
    private Person siv = null!;
    private Person named = null!;

    [BothDatabases]
    public async Task Her_own_holds_everything_that_is_kept_about_her_training()
    {
        var id = await EnterAsync();

        using var hers = await PortfolioFile.OfAsync(App, liv, apprenticeshipId: null);

        var data = hers.Data;
        var kept = await App.DbAsync(async db => new Dictionary<string, int>
        {
            ["people"] = await db.Assignments.CountAsync(a => a.ApprenticeshipId == id),
            ["decisions"] = await db.RecordEntries.CountAsync(e => e.ApprenticeshipId == id),
            ["goals"] = await db.PlannedGoals.CountAsync(g => g.ApprenticeshipId == id),
            ["tasks"] = await db.PlannedTasks.CountAsync(t => t.ApprenticeshipId == id),
            ["log"] = await db.LogEntries.CountAsync(e => e.ApprenticeshipId == id),
            ["observations"] = await db.Observations.CountAsync(o => o.ApprenticeshipId == id),
            ["talks"] = await db.Evaluations.CountAsync(e => e.ApprenticeshipId == id),
            ["files"] = await db.Attachments.CountAsync(f => f.ApprenticeshipId == id),
        });
        Assert.Equal(kept, kept.Keys.ToDictionary(part => part, part => data.GetProperty(part).GetArrayLength()));
        Assert.Equal((2, 4, 1), (kept["people"], kept["log"], kept["observations"]));
        Assert.Equal(2, data.GetProperty("goals").EnumerateArray().Sum(goal => goal.GetProperty("ratings").GetArrayLength()));
        var returned = data.GetProperty("log").EnumerateArray().Single(entry => entry.GetProperty("text").GetString()!.StartsWith("Dag 1", StringComparison.Ordinal));
        Assert.Equal(["handedIn", "returned", "handedIn", "approved"], returned.GetProperty("trail").EnumerateArray().Select(happened => happened.GetProperty("what").GetString()));
        Assert.Equal(("approved", 90, PortfolioExample.Said), (returned.GetProperty("state").GetString(), returned.GetProperty("minutes").GetInt32(), data.GetProperty("talks")[0].GetProperty("summary").GetString()));
        Assert.Equal(("apprentices-portfolio", 1, true), (data.GetProperty("schema").GetString(), data.GetProperty("version").GetInt32(), data.GetProperty("isOwn").GetBoolean()));
        Assert.All(data.EnumerateObject(), field => Assert.Contains($"  {field.Name}: ", hers.ReadMe, StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task Each_file_lies_in_it_once_as_it_was_stored_under_a_name_that_every_system_can_unpack()
    {
        await EnterAsync();

        using var hers = await PortfolioFile.OfAsync(App, liv, apprenticeshipId: null);

        var files = hers.Data.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(8, files.Count);
        Assert.All(files, file => Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(hers.Bytes(Path(file))))));
        Assert.Equal("vedlegg/0001-Bilde-av-alt-b.txt", Path(files[0]));
        Assert.Equal(files.Select(Path).Concat(["index.html", "mappe.json", "LES MEG.txt"]).Order(StringComparer.Ordinal), hers.Names.Order(StringComparer.Ordinal));
        Assert.All(files.Select(Path), path => Assert.Matches("^vedlegg/[0-9]{4}-[\\p{L}0-9.-]+$", path));
        Assert.All(files.Select(Path), path => Assert.Contains($"href=\"{PortfolioWords.Href(path)}\"", hers.Page, StringComparison.Ordinal));

        static string Path(JsonElement file) => file.GetProperty("path").GetString()!;
    }

    [BothDatabases]
    public async Task Nothing_somebody_has_typed_is_markup_on_its_page()
    {
        await EnterAsync();

        using var hers = await PortfolioFile.OfAsync(App, liv, apprenticeshipId: null);

        Assert.DoesNotContain("<script", hers.Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<i>", hers.Page, StringComparison.Ordinal);
        Assert.True(hers.Page.Split("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;").Length > 8);
        Assert.DoesNotContain("http", hers.Page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Liv &lt;b&gt;Lund&lt;/b&gt;", hers.Page, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task What_she_has_not_handed_in_is_in_her_own_alone()
    {
        var id = await EnterAsync();

        using var hers = await PortfolioFile.OfAsync(App, liv, id);
        using var supervisors = await PortfolioFile.OfAsync(App, siv, id);

        Assert.True(hers.Says(PortfolioExample.NotHandedIn));
        Assert.Contains(hers.Names, name => name.EndsWith("kladd.txt", StringComparison.Ordinal));
        Assert.False(supervisors.Says(PortfolioExample.NotHandedIn));
        Assert.Equal((3, 6), (supervisors.Data.GetProperty("log").GetArrayLength(), supervisors.Data.GetProperty("files").GetArrayLength()));
        Assert.DoesNotContain(supervisors.Names, name => name.EndsWith("kladd.txt", StringComparison.Ordinal) || name.EndsWith("åpen.txt", StringComparison.Ordinal));
        var shown = (await App.As(siv).RunAsync((ShowPortfolio use) => use.RunAsync(id)))!;
        Assert.Equal((3, 0, 2, 6), (shown.Entries, shown.Open, shown.Ratings, shown.Files));
    }

    [BothDatabases]
    public async Task What_was_said_in_a_talk_is_for_those_who_may_read_it_and_a_reason_for_nobody()
    {
        var id = await EnterAsync();
        var (hr, other, apprentice, deputy) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.PersonAsync(Roles.Apprentice), await Given.PersonAsync(Roles.None, "Dina Vikar"));
        await App.ChangeAsync(async db =>
        {
            db.Attach(deputy);
            (await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == id)).Deputise(deputy, AssignmentRole.Instructor, App.Clock.Today.AddDays(-1), App.Clock.Today.AddDays(1));
        });

        foreach (var (reader, reads) in new[] { (liv, true), (siv, true), (deputy, true), (named, true), (hr, false) })
        {
            using var portfolio = await PortfolioFile.OfAsync(App, reader, id);
            Assert.Equal((reader.FullName, reads), (reader.FullName, portfolio.Data.GetProperty("talks")[0].GetProperty("contentIsIncluded").GetBoolean()));
            Assert.Equal(reads, portfolio.Page.Contains("Vi snakket om", StringComparison.Ordinal));
            Assert.False(portfolio.Says(PortfolioExample.Reason));
            Assert.False(portfolio.Says("@example.no"));
        }

        foreach (var (reader, status) in new[] { (liv, HttpStatusCode.OK), (deputy, HttpStatusCode.OK), (other, HttpStatusCode.NotFound), (apprentice, HttpStatusCode.NotFound), (await Given.AdministratorAsync(), HttpStatusCode.NotFound) })
        {
            using var client = App.ClientOf(reader);
            using var answer = await client.GetAsync(new Uri(PortfolioLinks.File(id), UriKind.Relative));
            Assert.Equal((reader.FullName, status), (reader.FullName, answer.StatusCode));
        }
    }

    [BothDatabases]
    public async Task Files_are_read_one_at_a_time_and_never_waited_for_without_giving_way()
    {
        (liv, siv) = (await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), await Given.InstructorAsync());
        await App.PortfolioAsync(liv, siv, files: 2);
        var (bo, few) = (await Given.PersonAsync(Roles.Apprentice), await CountAsync(liv));
        await App.PortfolioAsync(bo, siv, files: 12);

        var many = await CountAsync(bo);

        Assert.Equal((8, 38), (few.Files, many.Files));
        Assert.Equal(few.All - few.Files, many.All - many.Files);
        Assert.InRange(few.All - few.Files, 1, 30);
    }

    [BothDatabases]
    public async Task Whoever_goes_away_stops_it()
    {
        await EnterAsync();
        using var away = new CancellationTokenSource();
        await using var into = new Watched(written => { if (written > 5_000) { away.Cancel(); } });
        App.Sql.Clear();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => App.As(liv).RunAsync((DownloadPortfolio use) => use.RunAsync(null, _ => into, away.Token)));

        Assert.Equal(0, Contents());
    }

    private int Contents() => App.Sql.Statements.Count(statement => statement.Contains("AttachmentContent", StringComparison.Ordinal));

    private async Task<(int All, int Files)> CountAsync(Person reader)
    {
        App.Sql.Clear();
        await using var into = new Watched(_ => { });
        await App.As(reader).RunAsync((DownloadPortfolio use) => use.RunAsync(null, _ => into));
        return (App.Sql.Statements.Count, Contents());
    }

    private async Task<Guid> EnterAsync()
    {
        (liv, siv, named) = (await Given.PersonAsync(Roles.Apprentice, "Liv <b>Lund</b>"), await Given.InstructorAsync("Siv Åmot"), await Given.HrAsync("Nina Dahl"));
        return (await App.PortfolioAsync(liv, siv, named)).Id;
    }

    /// <summary>Takes what is written without waiting on a thread, as a response does, and says how much has come.</summary>
    private sealed class Watched(Action<long> tell) : Stream
    {
        private long written;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            tell(written += buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override void Flush() => throw new InvalidOperationException("Waited on a thread.");
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Waited on a thread.");
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
