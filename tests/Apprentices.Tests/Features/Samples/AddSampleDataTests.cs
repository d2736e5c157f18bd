using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Samples;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Samples;

public sealed class AddSampleDataTests : AppTests
{
    [BothDatabases]
    public Task Every_state_of_an_apprenticeship_can_be_seen() => AssertEveryStateAsync(TestClock.FirstDay);

    [Theory]
    [InlineData("2028-02-29")]
    [InlineData("2027-08-31")]
    [InlineData("2026-01-01")]
    [InlineData("2026-12-31")]
    [InlineData("2027-02-28")]
    [InlineData("2026-11-22")]
    public Task Every_state_can_be_seen_on_whatever_day_it_begins(string day) =>
        AssertEveryStateAsync(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task It_is_added_once_and_only_where_there_is_nothing()
    {
        await BeginAsync(TestClock.FirstDay);

        Assert.False(await AddAsync());
        Assert.Equal(28, await App.DbAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_database_with_an_apprenticeship_is_left_alone()
    {
        await App.RenewInstallationAsync(isDemo: true);
        await Given.ApprenticeshipAsync();

        Assert.False(await AddAsync());
        Assert.Equal(1, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
    }

    [Fact]
    public async Task A_database_that_is_no_demo_is_left_alone()
    {
        await App.RenewInstallationAsync(isDemo: false);

        Assert.False(await AddAsync());
    }

    [Fact]
    public async Task Nobody_in_it_can_be_reached()
    {
        await BeginAsync(TestClock.FirstDay);

        var people = await App.DbAsync(db => db.People.ToListAsync());

        Assert.All(people, person => Assert.EndsWith("@example.no", person.Email, StringComparison.Ordinal));
        Assert.All(people, person => Assert.StartsWith("22 00 00 ", person.Phone, StringComparison.Ordinal));
        Assert.Equal(people.Count, people.DistinctBy(person => person.Phone).Count());
    }

    private Task<bool> AddAsync() => App.AsNobody().RunAsync((AddSampleData use) => use.RunAsync());

    private async Task BeginAsync(DateOnly today)
    {
        App.Clock.Set(today);
        await App.DbAsync(db => db.Installations.ExecuteDeleteAsync());
        await App.AsNobody().RunAsync((CreateInstallation use) => use.RunAsync());
        Assert.True(await AddAsync());
    }

    private async Task AssertEveryStateAsync(DateOnly today)
    {
        await BeginAsync(today);

        var all = await App.DbAsync(db => db.Apprenticeships.Include(a => a.Plan).Include(a => a.Evaluations).Include(a => a.Interruptions).ToListAsync());
        var active = all.Where(Apprenticeship.ActiveOn(today).Compile()).ToList();
        var overdue = await App.DbAsync(db => db.Evaluations.Where(Evaluation.OverdueOn(today)).Select(e => e.ApprenticeshipId).ToListAsync());
        var logs = await App.DbAsync(db => db.LogEntries.Include(entry => entry.Goals).ToListAsync());

        Assert.Contains(active, a => a.StartsOn > today.AddDays(-60));
        Assert.Contains(active, a => Missing(a, today) <= 0 && a.StartsOn < today.AddYears(-1));
        Assert.InRange(active.Count(a => a.Plan.Count > 0 && Missing(a, today) * 100 > 10 * a.Plan.Count), 1, 3);
        Assert.Single(overdue);
        Assert.Contains(active, a => a.Evaluations.Any(e => e.State == EvaluationState.Planned && e.PlannedOn >= today && e.DueOn <= today.AddDays(14)));
        Assert.Contains(active, a => a.Evaluations.Any(e => e.State == EvaluationState.Held));
        Assert.Contains(active, a => a.EndsOn <= today.AddDays(75));
        Assert.Contains(active, a => a.Interruptions.Any(i => i.StartsOn <= today && i.EndsOn >= today && i.CountyConsentOn is not null));
        Assert.Contains(active, a => a.Variant == ContractVariant.FullTrainingAtWork && a.HalfYears.Count == 8);
        Assert.Contains(active, a => a.Kind == ContractKind.OnTheJobCandidate);
        Assert.Contains(all, a => a.EndsOn < today && a.Evaluations.All(e => e.State == EvaluationState.Signed) && a.Plan.All(g => g.Level >= Level.Masters));
        Assert.Contains(all, a => a.EndsOn < today && a.Evaluations.All(e => e.State == EvaluationState.UnknownBeforeSystem));
        Assert.All(logs, entry => Assert.InRange(entry.Goals.Count, 1, LogEntry.MostGoals));
        Assert.All(logs, entry => Assert.True(entry.WorkedOn <= today));
    }

    private static int Missing(Apprenticeship apprenticeship, DateOnly today) =>
        apprenticeship.Plan.Count(goal => goal.ExpectedOn <= today) - apprenticeship.Plan.Count(goal => goal.Level >= Level.Masters);
}
