using System.Net;
using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Apprentices.Tests.Platform;

public sealed class HealthTests : AppTests
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Jobs:Enabled"] = "false" };

    protected override IReadOnlyList<string> MailServerArguments => [];

    protected override bool ProgramOfItsOwn => true;

    [BothDatabases]
    public async Task A_program_that_is_well_says_so_to_anybody_and_nothing_more()
    {
        Assert.Equal((HttpStatusCode.OK, """{"status":"ok","checks":{}}"""), await AskAsync(App, Health.Live));
        Assert.Equal(
            (HttpStatusCode.OK, """{"status":"ok","checks":{"database":"ok","jobs":"ok","outbox":"ok","mail":"ok"}}"""), await AskAsync(App, Health.Ready));
    }

    [BothDatabases]
    public async Task A_job_server_that_wakes_nothing_is_dead()
    {
        await using var other = App.Beside(new Dictionary<string, string?> { ["Jobs:Enabled"] = "true", ["Database:MigrateAtStart"] = "true" });
        await KillJobServerAsync(other);
        Assert.Equal("ok", await WordOfAsync(other, "jobs"));

        other.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("degraded", await WordOfAsync(other, "jobs"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(other, Health.Ready)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(other, $"{Health.Ready}?strict")).Status);

        await other.Services.GetRequiredService<JobLeases>().NoteWokenAsync(BackgroundJobs.PurgeDrafts);
        Assert.Equal("ok", await WordOfAsync(other, "jobs"));
    }

    [BothDatabases]
    public async Task Mail_that_nobody_sends_is_stuck()
    {
        var apprentice = await Given.PersonAsync();
        await App.ChangeAsync(async db => await db.AddAsync(new ReminderMail(apprentice.Id, App.Clock.GetUtcNow())));

        App.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("ok", await WordOfAsync(App, "outbox"));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("degraded", await WordOfAsync(App, "outbox"));

        await App.ChangeAsync(async db => (await db.ReminderMails.SingleAsync()).Cancel(App.Clock.GetUtcNow()));
        Assert.Equal("ok", await WordOfAsync(App, "outbox"));
    }

    [BothDatabases]
    public async Task A_mail_server_that_took_nothing_is_away_until_it_takes_something()
    {
        await RunAsync(() => throw new JobFailedException("SMTP GeneralFailure"));
        Assert.Equal("degraded", await WordOfAsync(App, "mail"));
        await RunAsync(() => 0);
        Assert.Equal("degraded", await WordOfAsync(App, "mail"));
        await RunAsync(() => 1);
        Assert.Equal("ok", await WordOfAsync(App, "mail"));

        async Task RunAsync(Func<int> send)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.Services.GetRequiredService<JobRunner>()
                .RunAsync(BackgroundJobs.Of(BackgroundJobs.SendReminders) with { RunAsync = (_, _) => Task.FromResult(send()) });
        }
    }

    [BothDatabases]
    public async Task Without_its_database_it_lives_and_is_not_ready()
    {
        await TakeDatabaseAwayAsync();

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(App, Health.Live)).Status);
        var (status, said) = await AskAsync(App, Health.Ready);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        using var answer = JsonDocument.Parse(said);
        Assert.Equal(("down", "down"), (answer.RootElement.GetProperty("status").GetString(), answer.RootElement.GetProperty("checks").GetProperty("database").GetString()));
    }

    /// <summary>Whichever it is; all else goes on.</summary>
    private static async Task KillJobServerAsync(TestApp app)
    {
        var server = app.Services.GetServices<IHostedService>().Where(service => service.GetType().Namespace?.Split('.')[0] is "Quartz" or "Hangfire").ToList();
        Assert.NotEmpty(server);
        foreach (var part in server)
        {
            await part.StopAsync(CancellationToken.None);
        }
    }

    private Task<int> TakeDatabaseAwayAsync() => App.DbAsync(async db =>
    {
        var connection = db.Database.GetConnectionString()!;
        if (db.Database.IsNpgsql())
        {
            var server = new NpgsqlConnectionStringBuilder(connection) { Database = "postgres" };
            await using var postgres = new NpgsqlConnection(server.ConnectionString);
            await postgres.OpenAsync();
            await using var drop = new NpgsqlCommand($"DROP DATABASE {db.Database.GetDbConnection().Database} WITH (FORCE)", postgres);
            return await drop.ExecuteNonQueryAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new Microsoft.Data.Sqlite.SqliteConnection(connection));
        File.Delete(db.Database.GetDbConnection().DataSource);
        return 0;
    });

    private static async Task<string?> WordOfAsync(TestApp app, string check)
    {
        using var answer = JsonDocument.Parse((await AskAsync(app, Health.Ready)).Said);
        return answer.RootElement.GetProperty("checks").GetProperty(check).GetString();
    }

    private static async Task<(HttpStatusCode Status, string Said)> AskAsync(TestApp app, string address)
    {
        using var nobody = app.ClientOf(null);
        using var answer = await nobody.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
