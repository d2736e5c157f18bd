using Apprentices.Data;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Apprentices.Platform;

/// <summary>Beats for <see cref="TalkChannel"/>, as long as the program runs.</summary>
internal sealed class TalkPulse(TalkChannel channel) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TalkChannel.BeatEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                channel.Beat();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }
}

/// <summary>Whether a page still reaches its reader: a circuit outlives a lost connection by minutes, the reader may be gone.</summary>
public sealed class CircuitWatch : CircuitHandler
{
    private readonly List<Watcher> watchers = [];

    /// <summary>Whether the page reaches its reader now.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Tells when the connection is gone, and when it is there again; in the language of the page.</summary>
    public IDisposable Watch(Func<bool, Task> told)
    {
        var watcher = new Watcher(this, told);
        watchers.Add(watcher);
        return watcher;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => TellAsync(up: true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => TellAsync(up: false);

    private async Task TellAsync(bool up)
    {
        var wasUp = IsUp;
        IsUp = up;
        foreach (var watcher in wasUp == up ? [] : watchers.ToList())
        {
            await watcher.TellAsync(up);
        }
    }

    private sealed class Watcher(CircuitWatch watch, Func<bool, Task> told) : IDisposable
    {
        private readonly ExecutionContext? page = ExecutionContext.Capture();

        public void Dispose() => watch.watchers.Remove(this);

        public Task TellAsync(bool up)
        {
            var task = Task.CompletedTask;
            if (page is not null)
            {
                ExecutionContext.Run(page, _ => task = told(up), null);
            }

            return task;
        }
    }
}

/// <summary>What pages need that follow along by themselves: talks that several hold together, and inboxes.</summary>
public static class LiveTalks
{
    public static WebApplicationBuilder AddLiveTalks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TalkChannel>();
        builder.Services.AddSingleton<InboxChannel>();
        builder.Services.AddSingleton<ILiveChannel>(services => services.GetRequiredService<TalkChannel>());
        builder.Services.AddSingleton<ILiveChannel>(services => services.GetRequiredService<InboxChannel>());
        builder.Services.AddHostedService<TalkPulse>();
        builder.Services.AddScoped<CircuitWatch>();
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<CircuitWatch>());
        if (builder.Configuration.Get<DatabaseSettings>().Provider == DatabaseProvider.PostgreSql)
        {
            builder.Services.AddSingleton<LiveWire>();
            builder.Services.AddHostedService(services => services.GetRequiredService<LiveWire>());
        }

        return builder;
    }
}
