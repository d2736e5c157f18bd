using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Home;

public sealed class ListOwnWorkTests : AppTests
{
    [BothDatabases]
    public async Task What_she_rated_observed_held_and_signed_stays_hers_to_read_after_the_follow_up_has_ended()
    {
        var siv = await Given.InstructorAsync();
        var tor = await Given.TrainingManagerAsync();
        var contract = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), instructor: siv, trainingManager: tor);
        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Plan).Include(a => a.Evaluations).Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            row.Plan[0].Rate(Level.Masters, "Mitt notat", App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today);
            row.Plan[1].Rate(Level.Masters, "Tors notat", App.Clock.Today, tor.Id, App.Clock.GetUtcNow(), App.Clock.Today);
            var talk = row.Evaluations.Single(evaluation => evaluation.Number == 1);
            talk.Hold(App.Clock.Today, "Vi snakket om planen.", siv.Id, App.Clock.Today);
            talk.Sign(siv.Id, Roles.Instructor, App.Clock.GetUtcNow());
            db.AddRange(
                Observation.Write(row, App.Clock.Today, "Sett av Siv", [], siv.Id, App.Clock.GetUtcNow(), App.Clock.Today),
                Observation.Write(row, App.Clock.Today, "Sett av Tor", [], tor.Id, App.Clock.GetUtcNow(), App.Clock.Today));
            row.EndAssignment(row.Assignments.Single(assignment => assignment.PersonId == siv.Id), App.Clock.Today);
        });
        App.Clock.Advance(TimeSpan.FromDays(30));

        var work = await ListAsync(siv);

        Assert.Equal(("Mari Berg", "Mitt notat"), (Assert.Single(work.Ratings).Apprentice, work.Ratings[0].Note));
        Assert.Equal("Vi snakket om planen.", Assert.Single(work.Talks).Summary);
        Assert.NotNull(work.Talks[0].SignedAt);
        Assert.Equal(("Mari Berg", "Sett av Siv", 1), (Assert.Single(work.Observations).Apprentice, work.Observations[0].Text, work.ObservationCount));
        Assert.Equal("Tors notat", Assert.Single((await ListAsync(tor)).Ratings).Note);
        Assert.Equal(0, (await ListAsync(tor)).TalkCount);
    }

    [BothDatabases]
    public async Task Is_for_supervisors()
    {
        foreach (var role in new[] { Roles.Apprentice, Roles.Hr, Roles.Administrator })
        {
            var person = await Given.PersonAsync(role);
            await Assert.ThrowsAsync<NotAllowedException>(() => ListAsync(person));
        }
    }

    private Task<ListOwnWork.Work> ListAsync(Person reader) => App.As(reader).RunAsync((ListOwnWork use) => use.RunAsync());
}
