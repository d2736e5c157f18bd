using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Apprentices.Domain;
using Apprentices.Features.CalendarFeed;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apprentices.Tests.Features.CalendarFeed;

/// <summary>The secret address: who has it reads the calendar, and nobody else does.</summary>
public sealed class FeedAddressTests : AppTests
{
    private readonly Everything log = new();
    private Person siv = null!;
    private HttpClient outside = null!;

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
    };

    protected override Action<IServiceCollection> Register => services => services.AddSingleton<ILoggerProvider>(log);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        siv = await Given.PersonAsync(Roles.Instructor, "Siv Åmot", language: Language.English);
        await Given.ApprenticeshipAsync(instructor: siv);
        outside = App.ClientOf(null);
    }

    public override async ValueTask DisposeAsync()
    {
        outside.Dispose();
        await base.DisposeAsync();
        log.Dispose();
        GC.SuppressFinalize(this);
    }

    [BothDatabases]
    public async Task Unknown_renewed_revoked_or_of_one_who_may_nothing_any_more_it_is_not_there_all_alike()
    {
        var (gone, tor, ada) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync(), await Given.AdministratorAsync());
        var (renewed, revoked, deactivated, merged) = (await App.SecretAsync(siv), await App.SecretAsync(tor), await App.SecretAsync(gone), await Given.InstructorAsync());
        var (mergedSecret, hr) = (await App.SecretAsync(merged), await Given.HrAsync());
        foreach (var secret in new[] { renewed, revoked, deactivated, mergedSecret })
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(secret)).Status);
        }

        var right = await App.SecretAsync(siv);
        await App.As(tor).RunAsync((RevokeFeedAddress use) => use.RunAsync());
        await App.As(tor).RunAsync((RevokeFeedAddress use) => use.RunAsync());
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == gone.Id)).Revoke(Roles.Instructor));
        await App.As(hr).RunAsync((MergePeople use) => use.RunAsync(new() { Kept = PersonChoice.Of(siv.Id, siv.FullName), Gone = PersonChoice.Of(merged.Id, merged.FullName) }));

        var (unknown, statements) = (FeedAddress.Create(ada.Id, App.Clock.GetUtcNow()).Secret, new List<int>());
        var answers = new List<(HttpStatusCode, string, string)>();
        foreach (var secret in new[] { unknown, renewed, revoked, deactivated, mergedSecret })
        {
            statements.Add(await App.Sql.CountAsync(async () => answers.Add(await AskAsync(secret))));
        }

        Assert.Equal(HttpStatusCode.NotFound, answers[0].Item1);
        Assert.Single(answers.Distinct());
        Assert.Equal([1], statements.Distinct());
        Assert.Equal(0, await App.Sql.CountAsync(async () => Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("kort")).Status)));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(right)).Status);
    }

    [BothDatabases]
    public async Task Asked_again_it_is_sent_again_only_when_something_in_it_is_another()
    {
        var secret = await App.SecretAsync(siv);
        using var first = await outside.GetAsync(CalendarFeedLinks.Of(secret));
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.True(first.Headers.CacheControl!.Private);
        Assert.Equal("en-GB", Assert.Single(first.Content.Headers.ContentLanguage));
        var tag = first.Headers.ETag!;

        App.Clock.Advance(TimeSpan.FromHours(4));
        using var same = await IfAnotherAsync(secret, tag.Tag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(await first.Content.ReadAsStringAsync(), (await AskAsync(secret)).Text);

        await Given.ApprenticeshipAsync(instructor: siv);
        using var another = await IfAnotherAsync(secret, tag.Tag);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
        Assert.NotEqual(tag.Tag, another.Headers.ETag!.Tag);
        var calendar = await CalendarReader.ReadAllAsync(await another.Content.ReadAsStringAsync());
        Assert.All(calendar.All, one => Assert.Equal(App.Clock.GetUtcNow(), one.Changed));

        using var head = await outside.SendAsync(new HttpRequestMessage(HttpMethod.Head, CalendarFeedLinks.Of(secret)));
        Assert.Equal((HttpStatusCode.OK, another.Headers.ETag.Tag), (head.StatusCode, head.Headers.ETag!.Tag));
    }

    [BothDatabases]
    public async Task She_sees_when_it_was_fetched_and_the_secret_is_kept_nowhere_and_written_nowhere()
    {
        Assert.Equal((null, null), await ReadAsync());
        var secret = await App.SecretAsync(siv);
        Assert.Equal((App.Clock.GetUtcNow(), null), await ReadAsync());

        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await AskAsync(secret);
        await AskAsync($"{secret[..^1]}{(secret[^1] == 'A' ? 'B' : 'A')}");
        Assert.Equal((App.Clock.GetUtcNow() - TimeSpan.FromMinutes(5), App.Clock.GetUtcNow()), await ReadAsync());
        await App.SecretAsync(siv);
        Assert.Equal((App.Clock.GetUtcNow(), null), await ReadAsync());

        Assert.DoesNotContain(secret, string.Join('\n', (await AllRows.ReadAsync(App)).Values), StringComparison.Ordinal);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(secret[..20], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_too_often_it_says_so_and_others_are_not_held_up()
    {
        var (eager, calm) = (await App.SecretAsync(siv), await App.SecretAsync(await Given.InstructorAsync()));
        for (var time = 0; time < FeedLimits.PerMinute; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(eager)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("gjetning")).Status);
        }

        using var refused = await outside.GetAsync(CalendarFeedLinks.Of(eager));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync("gjetning")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(calm)).Status);
    }

    [BothDatabases]
    public async Task Made_in_two_windows_at_once_there_is_one_and_one_secret_opens_it()
    {
        var secrets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => App.SecretAsync(siv))));

        Assert.Equal(1, await App.DbAsync(db => db.FeedAddresses.CountAsync()));
        var answers = new List<HttpStatusCode>();
        foreach (var secret in secrets)
        {
            answers.Add((await AskAsync(secret)).Status);
        }

        Assert.Single(answers, HttpStatusCode.OK);
    }

    private async Task<(HttpStatusCode Status, string Headers, string Text)> AskAsync(string secret)
    {
        using var answer = await outside.GetAsync(CalendarFeedLinks.Of(secret));
        var headers = string.Join('\n', answer.Headers.Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
        return (answer.StatusCode, headers, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> IfAnotherAsync(string secret, string tag)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, CalendarFeedLinks.Of(secret));
        ask.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await outside.SendAsync(ask);
    }

    private async Task<(DateTimeOffset? MadeAt, DateTimeOffset? FetchedAt)> ReadAsync()
    {
        var read = await App.As(siv).RunAsync((ReadFeedAddress use) => use.RunAsync());
        return (read.MadeAt, read.FetchedAt);
    }

    /// <summary>Keeps all that is logged.</summary>
    private sealed class Everything : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
