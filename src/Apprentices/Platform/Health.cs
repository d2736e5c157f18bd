using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Apprentices.Platform;

/// <summary>
/// What a load balancer and a monitor ask, without signing in; the answers are words of state and nothing more.
/// <c>/health/live</c>: the program answers. <c>/health/ready</c>: it can serve pages, and whether jobs and mail go as they should.
/// </summary>
public static class Health
{
    public const string Everything = "/health";
    public const string Live = $"{Everything}/live";
    public const string Ready = $"{Everything}/ready";

    /// <summary>For a monitor: <c>?strict</c> answers 503 also where pages are served and something else is wrong.</summary>
    private const string Strict = "strict";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ProgramStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ProgramStart>());
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<JobServerCheck>("jobs", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<MailServerCheck>("mail", HealthStatus.Degraded, timeout: Patience);
        return builder;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        return app;
    }

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        if (report.Status != HealthStatus.Healthy && http.Request.Query.ContainsKey(Strict))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return http.Response.WriteAsJsonAsync(new
        {
            status = WordOf(report.Status),
            checks = report.Entries.ToDictionary(check => check.Key, check => WordOf(check.Value.Status)),
        });
    }

    private static string WordOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "down",
    };
}
