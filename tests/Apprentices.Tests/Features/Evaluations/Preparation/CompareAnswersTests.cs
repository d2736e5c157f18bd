using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.Home;
using Apprentices.Features.Portfolio;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Preparation;

/// <summary>What is seen once a talk is open: side by side, who has opened it, and from talk to talk.</summary>
public sealed class CompareAnswersTests : PreparedTalk
{
    [BothDatabases]
    public async Task Goals_stand_side_by_side_with_how_far_apart_they_are_seen()
    {
        var hers = await FillAsync(Apprentice, "Jeg gjorde det selv");
        var goals = hers.Answers.Where(answer => answer.Question == "goals").Take(2).ToList();
        (goals[0].Level, goals[1].Level) = (Level.MastersIndependently, Level.Masters);
        await HandInAsync(Apprentice, hers);
        var his = await FillAsync(Instructor, "Med hjelp");
        (his.To("goals", goals[0].GoalId).Level, his.To("goals", goals[1].GoalId).Level) = (Level.UnderWay, Level.Masters);
        await HandInAsync(Instructor, his);

        var compared = (await CompareAsync(Apprentice))!;

        Assert.Equal(["Mari", "Ola"], compared.Sides.Select(side => side.GivenName));
        var apart = compared.Goals.Single(row => row.GoalId == goals[0].GoalId);
        Assert.Equal((3, Level.MastersIndependently, Level.UnderWay, "Med hjelp"), (apart.Apart, apart.Said[0].Level, apart.Said[1].Level, apart.Said[1].Text));
        Assert.Equal(0, compared.Goals.Single(row => row.GoalId == goals[1].GoalId).Apart);
        var question = compared.Questions.Single(row => row.Question.Key == "priorities");
        Assert.Equal(["Jeg gjorde det selv", "Med hjelp"], question.Said.Select(said => said.Text));
        Assert.Single(compared.Questions.Single(row => row.Question.Key == "satisfied").Said);
    }

    [BothDatabases]
    public async Task What_a_question_is_not_for_one_to_read_is_left_out_for_her()
    {
        await HandInAsync(Apprentice, "Bare for dem som følger opp");
        await HandInAsync(Instructor, "Ja");

        Assert.Contains((await CompareAsync(Instructor))!.Questions, row => row.Question.Key == "wellbeing-note");
        Assert.Contains((await CompareAsync(Manager))!.Questions, row => row.Question.Key == "wellbeing-note");
        Assert.DoesNotContain((await CompareAsync(Contact))!.Questions, row => row.Question.Key == "wellbeing-note");
    }

    [BothDatabases]
    public async Task A_question_that_is_hidden_for_a_side_is_not_shown_of_it()
    {
        var hers = await FillAsync(Apprentice, "Ja");
        hers.To("takes-part").Choice = "yes";
        await HandInAsync(Apprentice, hers);
        await HandInAsync(Instructor, "Ja");

        Assert.DoesNotContain((await CompareAsync(Instructor))!.Questions, row => row.Question.Key == "takes-part-how");
        Assert.Contains((await CompareAsync(Instructor))!.Questions, row => row.Question.Key == "facilitation-what");
    }

    [BothDatabases]
    public async Task Each_opening_is_noted_once_for_the_apprentice_alone_to_see()
    {
        await HandInAsync(Apprentice, "Ja");
        await CompareAsync(Instructor);
        Assert.Empty((await ReadersAsync())!.Rows);

        await HandInAsync(Instructor, "Ja");
        await CompareAsync(Apprentice);
        await CompareAsync(Instructor);
        await CompareAsync(Instructor, again: true);
        App.Clock.Advance(TimeSpan.FromHours(1));
        await CompareAsync(Manager);
        await CompareAsync(OtherHr);

        var readers = (await ReadersAsync())!;
        Assert.Equal(["Eli Lunde", "Ola Berg"], readers.Rows.Select(row => row.Name));
        Assert.Equal(readers.Rows, readers.Latest);
        var state = await App.As(Apprentice).RunAsync((ReadPreparationState use) => use.RunAsync(Talk.Id));
        Assert.Equal((true, "Eli, Ola"), (state!.MaySeeReaders, string.Join(", ", state.ReadBy)));
        Assert.Empty((await App.As(Instructor).RunAsync((ReadPreparationState use) => use.RunAsync(Talk.Id)))!.ReadBy);
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(Instructor).RunAsync((ListTalkReaders use) => use.RunAsync(Talk.Id)));
        Assert.Null(await App.As(await Given.PersonAsync(Roles.Apprentice)).RunAsync((ListTalkReaders use) => use.RunAsync(Talk.Id)));
    }

    [BothDatabases]
    public async Task Opening_a_held_talk_or_taking_it_away_with_a_portfolio_is_noted_too()
    {
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Signatures).Include(e => e.Documents).SingleAsync(e => e.Id == Talk.Id)).Hold(App.Clock.Today, "Vi snakket.", Manager.Id, App.Clock.Today));

        await App.As(Instructor).RunAsync((ReadTalk use) => use.RunAsync(Talk.Id, isOpening: true));
        await App.As(Instructor).RunAsync((ReadTalk use) => use.RunAsync(Talk.Id, isOpening: false));
        await App.As(OtherHr).RunAsync((ReadTalk use) => use.RunAsync(Talk.Id, isOpening: true));
        await App.As(Apprentice).RunAsync((ReadTalk use) => use.RunAsync(Talk.Id, isOpening: true));
        Assert.Equal(["Ola Berg"], (await ReadersAsync())!.Rows.Select(row => row.Name));

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = App.ClientOf(Manager);
        using var answer = await client.GetAsync(PortfolioLinks.File(Contract.Id));
        Assert.True(answer.IsSuccessStatusCode);
        await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(["Eli Lunde", "Ola Berg"], (await ReadersAsync())!.Rows.Select(row => row.Name));
    }

    [BothDatabases]
    public async Task Goals_are_followed_from_talk_to_talk_once_they_are_open_in_a_constant_number_of_statements()
    {
        await HandInAsync(Apprentice, "Ja", Level.Masters);
        Assert.Empty((await TrendsAsync(Apprentice))!.Rows);
        await HandInAsync(Instructor, "Ja", Level.UnderWay);
        var goal = (await CompareAsync(Instructor))!.Goals[0].GoalId;

        // What she opened to prepare it counts no longer.
        App.Clock.Advance(TimeSpan.FromHours(1));
        await TrendsAsync(Instructor);
        var few = await App.Sql.CountAsync(() => TrendsAsync(Instructor));
        await App.ChangeAsync(async db =>
        {
            var talks = await db.Evaluations.Include(e => e.Answers).Where(e => e.ApprenticeshipId == Contract.Id).OrderBy(e => e.Number).ToListAsync();
            talks[0].Answer(FormParties.Together, "goals", goal).Say(null, Level.NeedsPractice, null, null, null);
            var edition = await db.EvaluationFormEditions.SingleAsync(one => one.Id == talks[0].FormEditionId);
            foreach (var later in talks.Skip(1))
            {
                later.TakeForm(edition);
                later.Answer(FormParties.Instructor, "goals", goal).Say(null, Level.Masters, null, null, null);
                db.Entry(later).Property(e => e.BegunAt).CurrentValue = App.Clock.GetUtcNow();
            }
        });

        var many = await App.Sql.CountAsync(() => TrendsAsync(Instructor));
        var row = (await TrendsAsync(Apprentice))!.Rows.Single(one => one.GoalId == goal);

        Assert.Equal(few, many);
        Assert.Equal((Level.Masters, Level.UnderWay, Level.NeedsPractice), (row.Points[0].Own, row.Points[0].Supervisor, row.Points[0].Agreed));
        Assert.Equal(Contract.Evaluations.Count, row.Points.Count);
        Assert.Null(await App.As(Stranger).RunAsync((ShowGoalTrends use) => use.RunAsync(Contract.Id)));
        Assert.Equal(
            Instructor.Id, await App.DbAsync(db => db.AccessTraces.Where(trace => trace.What == Opened.Talk && trace.UseCase == nameof(ShowGoalTrends)).Select(trace => trace.Reader.PersonId).SingleAsync()));
    }

    [BothDatabases]
    public async Task A_talk_that_comes_stands_on_both_homes_until_each_has_handed_in()
    {
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == Talk.Id)).PlanOn(App.Clock.Today.AddDays(7)));
        Assert.Equal(Talk.Id, Assert.Single((await ApprenticeHomeAsync())!.TalksToPrepare).Id);
        Assert.Equal(Talk.Id, Assert.Single(await WaitingAsync(Instructor)).AboutId);
        Assert.Empty(await WaitingAsync(Manager));

        await HandInAsync(Apprentice, "Ja");
        Assert.Empty((await ApprenticeHomeAsync())!.TalksToPrepare);
        Assert.Contains("Mari har levert", Assert.Single(await WaitingAsync(Instructor)).Detail, StringComparison.Ordinal);

        await HandInAsync(Instructor, "Ja");
        Assert.Empty(await WaitingAsync(Instructor));
    }

    private Task<ListTalkReaders.View?> ReadersAsync() => App.As(Apprentice).RunAsync((ListTalkReaders use) => use.RunAsync(Talk.Id));

    private Task<ShowGoalTrends.View?> TrendsAsync(Person person) => App.As(person).RunAsync((ShowGoalTrends use) => use.RunAsync(Contract.Id));

    private Task<ReadApprenticeHome.View?> ApprenticeHomeAsync() => App.As(Apprentice).RunAsync((ReadApprenticeHome use) => use.RunAsync());

    private async Task<IReadOnlyList<WaitingTask>> WaitingAsync(Person person) =>
        [.. (await App.As(person).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Tasks.Where(task => task.Reason == WaitingReason.TalkToPrepare)];
}
