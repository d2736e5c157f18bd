using System.Net;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Platform;

/// <summary>What only the build with Hangfire has: its dashboard.</summary>
public sealed class HangfireTests : AppTests
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Jobs:Enabled"] = "true", ["Database:MigrateAtStart"] = "true" };

    protected override bool ProgramOfItsOwn => true;

    [BothDatabases]
    public async Task The_dashboard_is_for_administrators_alone()
    {
        Assert.Equal(HttpStatusCode.OK, await AskAsync(await Given.AdministratorAsync()));
        foreach (var role in new[] { Roles.Hr, Roles.TrainingManager, Roles.Instructor, Roles.Apprentice })
        {
            var other = await Given.PersonAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(other));
            using var client = App.ClientOf(other);
            using var trigger = await client.PostAsync($"{JobServer.Dashboard}/recurring/trigger", new FormUrlEncodedContent([new("jobs[]", BackgroundJobs.PurgeDrafts)]));
            Assert.Equal(HttpStatusCode.Forbidden, trigger.StatusCode);
        }

        using var nobody = App.ClientOf(null);
        using var answer = await nobody.GetAsync(JobServer.Dashboard);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(AccountLinks.SignIn, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task The_dashboard_shows_every_job_of_the_table()
    {
        using var administrator = App.ClientOf(await Given.AdministratorAsync());

        var page = await administrator.GetStringAsync($"{JobServer.Dashboard}/recurring");

        Assert.All(BackgroundJobs.Table, job => Assert.Contains(job.Id, page, StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> AskAsync(Person person)
    {
        using var client = App.ClientOf(person);
        using var answer = await client.GetAsync(JobServer.Dashboard);
        return answer.StatusCode;
    }
}
