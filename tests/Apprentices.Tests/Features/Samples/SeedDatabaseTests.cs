using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Samples;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Samples;

public sealed class SeedDatabaseTests : AppTests
{
    [BothDatabases]
    public async Task As_many_as_asked_for_are_added_and_a_third_of_them_is_over()
    {
        var today = App.Clock.Today;

        await SeedAsync(150);

        var ended = await App.DbAsync(db => db.Apprenticeships.CountAsync(Apprenticeship.EndedBefore(today)));
        Assert.Equal(150, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
        Assert.InRange(ended, 40, 60);
        Assert.NotEqual(0, await App.DbAsync(db => db.LogEntries.CountAsync()));
        Assert.NotEqual(0, await App.DbAsync(db => db.Evaluations.CountAsync(e => e.State == EvaluationState.Signed)));
        Assert.Equal(25, await App.DbAsync(db => db.People.CountAsync(person => person.Roles == Roles.Instructor)));
    }

    [Fact]
    public async Task A_second_time_adds_as_many_again()
    {
        await SeedAsync(20);
        await SeedAsync(20);

        Assert.Equal(40, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
    }

    [Fact]
    public async Task A_database_that_is_no_demo_is_refused()
    {
        await App.RenewInstallationAsync(isDemo: false);

        await Assert.ThrowsAsync<RuleException>(() => SeedAsync(20));

        Assert.Equal(0, await App.DbAsync(db => db.People.CountAsync()));
    }

    /// <summary>Some of the days on which they start; SEED_APPRENTICESHIPS=1100 takes each of the three years' (docs/testing.md).</summary>
    [Theory]
    [InlineData("2028-02-29")]
    [InlineData("2026-11-22")]
    public async Task Any_day_will_do(string day)
    {
        var many = int.TryParse(Environment.GetEnvironmentVariable("SEED_APPRENTICESHIPS"), CultureInfo.InvariantCulture, out var asked) ? asked : 150;
        App.Clock.Set(DateOnly.Parse(day, CultureInfo.InvariantCulture));

        await SeedAsync(many);

        Assert.Equal(many, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
    }

    private Task SeedAsync(int count) => App.AsConsole().RunAsync((SeedDatabase use) => use.RunAsync(count, progress: null));
}
