using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

/// <summary>The program with Microsoft Graph as its way out.</summary>
public sealed class SendByGraphTests : AppTests
{
    private GraphStand graph = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => graph.Settings;

    protected override Action<IServiceCollection> Register => services =>
        services.AddHttpClient(GraphMailer.Client).ConfigurePrimaryHttpMessageHandler(graph.Handler);

    public override async ValueTask InitializeAsync()
    {
        graph = await GraphStand.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await graph.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [BothDatabases]
    public async Task A_message_waits_as_long_as_Graph_asks_and_goes_then_under_its_id()
    {
        await Given.EvaluationAsync(App.Clock.Today);
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        graph.Next(429, "ApplicationThrottled", retryAfterSeconds: 3600);

        await Assert.ThrowsAsync<JobFailedException>(SendAsync);
        var waiting = await App.DbAsync(db => db.ReminderMails.SingleAsync());
        Assert.Equal((MailFailureKind.RefusedForNow, App.Clock.GetUtcNow().AddHours(1)), (waiting.FailureKind, waiting.NextTryAt));

        App.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await SendAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await SendAsync());
        Assert.Contains($"<{waiting.Id:N}@example.no>", Assert.Single(graph.Taken).Mime, StringComparison.Ordinal);
    }

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
}
