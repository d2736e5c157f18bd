using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

public sealed class JobTelemetryTests : AppTests
{
    private const string Cron = "0 0 7 * * ?";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override bool ProgramOfItsOwn => true;

    [Fact]
    public async Task A_run_is_counted_and_timed_with_its_job_its_outcome_and_its_kind_of_failure_alone()
    {
        List<(string Name, double Value, string Tags)> measured = [];
        var meters = App.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == JobTelemetry.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();

        var runner = App.Services.GetRequiredService<JobRunner>();
        await runner.RunAsync(new BackgroundJob("good", () => "", Cron, (_, _) =>
        {
            App.Clock.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult(1);
        }));
        await runner.RunAsync(new BackgroundJob("bad", () => "", Cron, (_, _) => throw new InvalidOperationException("Mari Berg")));
        App.Services.GetRequiredService<JobTelemetry>().Note(new MailWaiting(7, App.Clock.GetUtcNow().AddMinutes(-2)));
        listener.RecordObservableInstruments();

        Assert.Equal(
            [
                ("apprentices.jobs.runs", 1, "job=good outcome=done"), ("apprentices.jobs.duration", 3, "job=good"),
                ("apprentices.jobs.runs", 1, "job=bad outcome=failed"), ("apprentices.jobs.duration", 0, "job=bad"),
                ("apprentices.jobs.failures", 1, "job=bad failure=InvalidOperationException"),
                ("apprentices.mail.waiting", 7, ""), ("apprentices.mail.oldest", 120, ""),
            ],
            measured);

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            List<string> words = [];
            foreach (var (key, word) in tags)
            {
                words.Add($"{key}={word}");
            }

            measured.Add((instrument.Name, value, string.Join(' ', words)));
        }
    }

    [Fact]
    public async Task Where_the_standard_setting_names_a_collector_it_gets_metrics_and_traces_and_no_secret_address()
    {
        ConcurrentQueue<(string Path, string Body)> told = [];
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.Run(async request =>
        {
            using var body = new StreamReader(request.Request.Body, Encoding.Latin1);
            told.Enqueue((request.Request.Path, await body.ReadToEndAsync()));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        var secret = Guid.CreateVersion7().ToString("N");

        await using (var measured = App.Beside(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        }))
        {
            using var calendar = measured.ClientOf(null);
            using var feed = await calendar.GetAsync($"/calendar/feed/{secret}.ics", TestContext.Current.CancellationToken);
            await measured.Services.GetRequiredService<JobRunner>().RunAsync(BackgroundJobs.Of(BackgroundJobs.PurgeDrafts));
            using var patience = new CancellationTokenSource(Patience);
            while (!Tells("/v1/metrics", "apprentices.jobs.runs") || !Tells("/v1/traces", $"job {BackgroundJobs.PurgeDrafts}"))
            {
                await Task.Delay(50, patience.Token);
            }
        }

        Assert.DoesNotContain(told, one => one.Body.Contains(secret, StringComparison.Ordinal));

        bool Tells(string path, string word) => told.Any(one => one.Path == path && one.Body.Contains(word, StringComparison.Ordinal));
    }
}
