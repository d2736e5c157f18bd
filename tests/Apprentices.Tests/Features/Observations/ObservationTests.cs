using Apprentices.Domain;
using Apprentices.Features.Observations;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Observations;

public sealed class ObservationTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task What_a_supervisor_saw_is_read_by_the_apprentice_and_by_her_other_supervisors_newest_day_first()
    {
        var (mari, siv, tor) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        var hers = await Given.ApprenticeshipAsync(mari, instructor: siv, trainingManager: tor);

        await WriteAsync(siv, hers, "Byttet kabler uten hjelp.", Today.AddDays(-3), goals: [0, 2]);
        await WriteAsync(tor, hers, "Spurte godt.", Today);

        foreach (var view in new[] { await ListAsync(mari), await ListAsync(siv, hers.Id), await ListAsync(tor, hers.Id) })
        {
            Assert.Equal(["Tor Eide", "Siv Åmot"], view!.Rows.Select(row => row.Author));
            Assert.Equal(["Mål 1", "Mål 3"], view.Rows[1].Goals.Select(goal => goal.Title.Nb));
        }

        Assert.False((await ListAsync(mari))!.MayObserve);
    }

    [BothDatabases]
    public async Task A_goal_rated_in_the_same_act_keeps_every_rating_and_takes_the_observation_as_its_note()
    {
        var siv = await Given.InstructorAsync();
        var hers = await Given.ApprenticeshipAsync(instructor: siv);
        await WriteAsync(siv, hers, "Trengte hjelp til oppsettet.", Today.AddDays(-8), goals: [0], levels: [(0, Level.NeedsPractice)]);

        await WriteAsync(siv, hers, "Satte opp alt alene.", Today, goals: [0, 1], levels: [(0, Level.Masters), (2, Level.Masters)]);

        var goals = await App.DbAsync(db => db.PlannedGoals.Include(goal => goal.Ratings).Where(goal => goal.ApprenticeshipId == hers.Id).OrderBy(goal => goal.Order).ToListAsync());
        Assert.Equal((Level.Masters, Today), (goals[0].Level, goals[0].DocumentedOn));
        Assert.Equal(["Trengte hjelp til oppsettet.", "Satte opp alt alene."], goals[0].Ratings.OrderBy(rating => rating.RatedOn).Select(rating => rating.Note));
        Assert.Empty(goals[1].Ratings);
        Assert.Empty(goals[2].Ratings);
    }

    [BothDatabases]
    public async Task Only_its_author_corrects_it_and_a_stale_form_overwrites_nothing()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var hers = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        await WriteAsync(siv, hers, "Først", Today, goals: [0]);
        var opened = (await ListAsync(siv, hers.Id))!.Rows[0];

        await CorrectAsync(siv, hers, opened, "Rettet");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => CorrectAsync(siv, hers, opened, "Fra en annen fane"));
        await Assert.ThrowsAsync<NotThereException>(() => CorrectAsync(tor, hers, opened with { Version = 1 }, "Ikke min"));
        var now = (await ListAsync(tor, hers.Id))!.Rows[0];
        Assert.Equal(("Rettet", 1, 0), (now.Text, now.Version, now.Goals.Count));
        Assert.NotNull(now.CorrectedAt);
    }

    [BothDatabases]
    public async Task Needs_words_a_day_of_the_training_that_has_come_and_goals_of_hers()
    {
        var siv = await Given.InstructorAsync();
        var (hers, another) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync());

        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(siv, hers, " ", Today));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(siv, hers, "Tekst", Today.AddDays(1)));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(siv, hers, "Tekst", hers.StartsOn.AddDays(-1)));
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(siv, hers, "Tekst", Today, goals: [0, 1, 2, 3]));
        await Assert.ThrowsAsync<NotThereException>(() => WriteAsync(siv, another, "Tekst", Today));
        Assert.Equal(0, await App.DbAsync(db => db.Observations.CountAsync()));
    }

    [BothDatabases]
    public async Task The_goals_of_the_last_log_entries_are_offered_first_and_an_open_entry_tells_nothing()
    {
        var siv = await Given.InstructorAsync();
        var hers = await Given.ApprenticeshipAsync(instructor: siv);
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == hers.Id);
            var plan = record.Plan.OrderBy(goal => goal.Order).ToList();
            db.AddRange(
                HandedIn.Entry(record, Today.AddDays(-5), "Før", [plan[5]], App.Clock.GetUtcNow(), Today),
                HandedIn.Entry(record, Today.AddDays(-1), "Sist", [plan[6]], App.Clock.GetUtcNow(), Today),
                LogEntry.Write(record, Today, "Ikke sendt inn", [plan[7]], App.Clock.GetUtcNow(), Today));
        });

        var offered = (await ListAsync(siv, hers.Id))!.Goals;

        Assert.Equal(["Mål 7", "Mål 6", "Mål 1"], offered.Take(3).Select(goal => goal.Title.Nb));
        Assert.Equal(8, offered.Count);
    }

    private Task<Guid> WriteAsync(Person by, Apprenticeship of, string text, DateOnly on, int[]? goals = null, (int Goal, Level Level)[]? levels = null) =>
        App.As(by).RunAsync((WriteObservation use) => use.RunAsync(new WriteObservation.Input
        {
            ApprenticeshipId = of.Id,
            ObservedOn = on,
            Text = text,
            GoalIds = [.. (goals ?? []).Select(goal => of.Plan[goal].Id)],
            Levels = (levels ?? []).ToDictionary(rated => of.Plan[rated.Goal].Id, rated => rated.Level),
        }));

    private Task CorrectAsync(Person by, Apprenticeship of, ListObservations.Row opened, string text) => App.As(by).RunAsync((CorrectObservation use) => use.RunAsync(
        opened.Id, opened.Version, new WriteObservation.Input { ApprenticeshipId = of.Id, ObservedOn = opened.ObservedOn, Text = text }));

    private Task<ListObservations.View?> ListAsync(Person reader, Guid? id = null) => App.As(reader).RunAsync((ListObservations use) => use.RunAsync(id));
}
