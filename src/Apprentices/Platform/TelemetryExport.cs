using System.Data.Common;
using Apprentices.Data;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Apprentices.Platform;

/// <summary>
/// Sends what <see cref="JobTelemetry"/> measures to a collector by OTLP, where the standard settings name one
/// (OTEL_EXPORTER_OTLP_ENDPOINT and its kin). Without them nothing is sent, and nothing more is measured.
/// </summary>
internal sealed class TelemetryExport(
    IConfiguration configuration, IServiceScopeFactory scopes, JobTelemetry telemetry, TimeProvider clock) : BackgroundService
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Service = "apprentices";

    /// <summary>So often it is looked how much mail waits.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private MeterProvider? meters;
    private TracerProvider? traces;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        meters = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(Service, serviceInstanceId: JobLeases.Instance))
            .AddMeter(JobTelemetry.Name)
            .AddOtlpExporter()
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService(Service, serviceInstanceId: JobLeases.Instance))
            .AddSource(JobTelemetry.Name)
            .AddOtlpExporter()
            .Build();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>What is measured and not yet sent is sent before it ends.</summary>
    public override void Dispose()
    {
        meters?.Dispose();
        traces?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(stop);
            telemetry.Note(await MailWaiting.ReadAsync(db, clock.GetUtcNow(), stop));
        }
        catch (Exception failure) when (failure is DbException or TimeoutException or InvalidOperationException)
        {
            // The database is away: the last figures stand until the next look.
        }
    }
}

public static class Telemetry
{
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobTelemetry>();
        if (!string.IsNullOrWhiteSpace(builder.Configuration[TelemetryExport.Endpoint]))
        {
            builder.Services.AddHostedService<TelemetryExport>();
        }

        return builder;
    }
}
