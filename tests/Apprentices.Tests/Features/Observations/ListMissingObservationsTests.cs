using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Observations;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Observations;

public sealed class ListMissingObservationsTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Each_apprentice_in_training_waits_until_seven_days_after_the_last_observation_by_the_one_who_asks()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var old = await HersAsync("Old Sist");
        var never = await HersAsync("Never Aldri");
        await HersAsync("Ended Ferdig", startsOn: Today.AddYears(-3));
        await HersAsync("Ahead Snart", startsOn: Today.AddDays(1));
        await Given.ApprenticeshipAsync();
        var six = await HersAsync("Six Seks");
        var others = await HersAsync("Others Andre", trainingManager: tor);
        await ObserveAsync(siv, six, Today.AddDays(-6));
        await ObserveAsync(siv, old, Today.AddDays(-7));
        await ObserveAsync(tor, others, Today);

        var view = await ListAsync(siv);

        Assert.Equal(["Never Aldri", "Others Andre", "Old Sist"], view.Rows.Select(row => row.Name));
        Assert.Equal((3, never.Id, null, Today.AddDays(-7)), (view.Total, view.Rows[0].ApprenticeshipId, view.Rows[0].LastOn, view.Rows[2].LastOn));
        Assert.Equal(8, view.Rows[0].Goals.Count);

        Task<Apprenticeship> HersAsync(string name, DateOnly? startsOn = null, Person? trainingManager = null) => HersOfAsync(siv, name, startsOn, trainingManager);
    }

    [BothDatabases]
    public async Task Whoever_is_away_is_not_asked_about()
    {
        var siv = await Given.InstructorAsync();
        var (away, half) = (await HersOfAsync(siv, "Away Borte"), await HersOfAsync(siv, "Half Halv"));
        await BreakAsync(away, 100);
        await BreakAsync(half, 50);

        Assert.Equal("Half Halv", Assert.Single((await ListAsync(siv)).Rows).Name);
    }

    [BothDatabases]
    public async Task Put_off_she_is_asked_about_again_on_monday_and_for_others_she_waits_all_the_time()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var hers = await HersOfAsync(siv, "Mari Berg", trainingManager: tor);

        await SkipAsync(siv, hers);
        await SkipAsync(siv, hers);
        Assert.Equal(0, (await ListAsync(siv)).Total);
        Assert.Equal(1, (await ListAsync(tor)).Total);

        App.Clock.Set(Today.AddDays(5));
        Assert.Equal(DayOfWeek.Sunday, Today.DayOfWeek);
        Assert.Equal(0, (await ListAsync(siv)).Total);
        App.Clock.Set(Today.AddDays(1));
        Assert.Equal(1, (await ListAsync(siv)).Total);

        await SkipAsync(siv, hers);
        Assert.Equal(Today.AddDays(7), await App.DbAsync(db => db.PutOffs.Select(off => off.UntilOn).SingleAsync()));
    }

    [BothDatabases]
    public async Task Shows_five_at_once_with_as_many_statements_for_twelve_as_for_one()
    {
        var (siv, lise) = (await Given.InstructorAsync(), await Given.InstructorAsync());
        await HersOfAsync(siv, "En Eneste");
        for (var number = 0; number < 12; number++)
        {
            await HersOfAsync(lise, $"Nummer {number:00}");
        }

        var few = await App.Sql.CountAsync(() => ListAsync(siv));
        var many = await App.Sql.CountAsync(() => ListAsync(lise));

        Assert.Equal(few, many);
        var view = await ListAsync(lise);
        Assert.Equal((12, ListMissingObservations.Shown), (view.Total, view.Rows.Count));
    }

    private async Task<Apprenticeship> HersOfAsync(Person instructor, string name, DateOnly? startsOn = null, Person? trainingManager = null) =>
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, name), startsOn: startsOn, instructor: instructor, trainingManager: trainingManager);

    private Task BreakAsync(Apprenticeship of, int percent) => App.ChangeAsync(async db =>
    {
        var record = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == of.Id);
        record.Record(new InterruptionBegun(Today.AddDays(-3), Today.AddDays(10), percent, Prolongs: true), Decider.County, Today);
    });

    private Task<Guid> ObserveAsync(Person by, Apprenticeship of, DateOnly on) => App.As(by).RunAsync((WriteObservation use) => use.RunAsync(
        new WriteObservation.Input { ApprenticeshipId = of.Id, ObservedOn = on, Text = "Tekst" }));

    private Task SkipAsync(Person by, Apprenticeship of) => App.As(by).RunAsync((SkipObservation use) => use.RunAsync(of.Id));

    private Task<ListMissingObservations.View> ListAsync(Person reader) => App.As(reader).RunAsync((ListMissingObservations use) => use.RunAsync());
}
