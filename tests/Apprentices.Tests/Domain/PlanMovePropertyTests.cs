using Apprentices.Domain;
using Apprentices.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

/// <summary>What is true of every plan, however often and however oddly it is moved.</summary>
public sealed class PlanMovePropertyTests
{
    private const int Codes = 7;

    private static readonly DateOnly Start = new(2024, 8, 15);

    /// <summary>An edition with some of the codes, and pairs by code numbers.</summary>
    private sealed record Step(bool[] Has, (int Old, int New)[] Pairs, int[] Rated, int[] Logged, int Level, bool OtherCurriculum);

    private static readonly Arbitrary<Step[]> Stories = (
        from has in Gen.Elements(true, false).ArrayOf(Codes)
        from pairs in Gen.Choose(0, Codes - 1).Two().Select(two => (two.Item1, two.Item2)).ArrayOf()
        from rated in Gen.Choose(0, Codes - 1).ArrayOf()
        from logged in Gen.Choose(0, Codes - 1).ArrayOf()
        from level in Gen.Choose(0, 4)
        from other in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Step(has, pairs, rated, logged, level, other)).ArrayOf().Select(steps => steps.Take(6).ToArray()).ToArbitrary();

    [Fact]
    public void No_rating_and_no_log_entry_is_ever_lost_and_each_can_be_reached() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Stories, steps =>
    {
        var (record, curricula, today) = (Begin(out var first), new List<Curriculum> { first }, Start.AddDays(40));
        List<GoalRating> ratings = [];
        List<LogEntry> entries = [];
        foreach (var step in steps)
        {
            today = today.AddDays(20);
            WorkOn(record, step, today, ratings, entries);
            var (before, ended) = (DutyStory.Text(record.ContentBy(curricula[^1])), record.Plan.Where(goal => goal.LeftOn is null).Select(goal => (goal.Code, Ratings: RatingsOf(goal))).ToList());
            if (Move(record, curricula, step, today) is not { } succession)
            {
                continue;
            }

            // Nothing is lost, nothing is altered, and all of it hangs on a goal of the plan, former or not.
            Assert.Equal(ratings.Select(rating => rating.Id).Order(), record.Plan.SelectMany(goal => goal.Ratings).Select(rating => rating.Id).Order());
            Assert.All(entries.SelectMany(entry => entry.Goals), goal => Assert.Contains(goal, record.Plan));
            Assert.Equal(before, DutyStory.Text(record.PlanEditions[^1].Content));

            // What an old goal lives on as, reaches all that could be reached from it.
            foreach (var old in ended)
            {
                foreach (var next in succession.Of(old.Code).Select(code => record.Plan.Single(goal => goal.LeftOn is null && goal.Code == code)))
                {
                    Assert.Superset(old.Ratings, RatingsOf(next));
                }
            }

            Assert.Equal(curricula[^1].Goals.Select(goal => goal.Code).Order(), record.Plan.Where(goal => goal.LeftOn is null).Select(goal => goal.Code).Order());
            Assert.All(record.Plan.Where(goal => goal.LeftOn is null), goal => Assert.InRange(goal.HalfYear, 1, record.HalfYears.Count));
            Assert.All(record.Tasks.SelectMany(task => task.Goals), goal => Assert.Contains(goal, record.Plan));
        }
    }));

    private static Apprenticeship Begin(out Curriculum curriculum)
    {
        curriculum = Example.Curriculum(goals: Codes);
        var record = Apprenticeship.Enter(
            DutyRecord.Somebody("Ingrid"),
            new Apprenticeship.Terms(ContractKind.Apprentice, ContractVariant.Ordinary, null, curriculum.Code, "03", DutyCase.Workplace, Start, Start.AddYears(2).AddDays(-1)),
            curriculum, Start);
        record.AddTask(new TaskTerms("Stå i butikken", TaskKind.Task, 1), ["KM1", "KM2"]);
        return record;
    }

    private static void WorkOn(Apprenticeship record, Step step, DateOnly today, List<GoalRating> ratings, List<LogEntry> entries)
    {
        var at = new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero);
        foreach (var goal in record.Plan.Where(goal => goal.LeftOn is null).ToList())
        {
            var number = NumberOf(goal.Code);
            if (step.Rated.Contains(number))
            {
                ratings.Add(goal.Rate((Level)step.Level, null, today, Guid.CreateVersion7(), at, today));
            }

            if (step.Logged.Contains(number))
            {
                entries.Add(HandedIn.Entry(record, today, "Arbeidet.", [goal], at, today));
            }
        }
    }

    private static GoalSuccession? Move(Apprenticeship record, List<Curriculum> curricula, Step step, DateOnly today)
    {
        var (from, codes) = (curricula[^1], Enumerable.Range(0, Codes).Where(i => step.Has[i]).ToHashSet());
        if (codes.Count == 0)
        {
            return null;
        }

        var to = step.OtherCurriculum ? Example.Curriculum($"NY{curricula.Count:00}-01", goals: 0) : from;
        if (!step.OtherCurriculum)
        {
            to.BeginEdition(DateTimeOffset.UnixEpoch);
            if (to.Goals.Any())
            {
                to.BeginEdition(DateTimeOffset.UnixEpoch);
            }
        }

        foreach (var code in codes)
        {
            to.Add(new Goal($"KM{code + 1}", code + 1, new LocalText($"Mål {code}", $"Mål {code}", $"Goal {code}")));
        }

        var old = record.Plan.Where(goal => goal.LeftOn is null).Select(goal => NumberOf(goal.Code)).ToHashSet();
        var succession = new GoalSuccession([.. step.Pairs.Where(pair => old.Contains(pair.Old) && codes.Contains(pair.New)).Distinct().Select(pair => ($"KM{pair.Old + 1}", $"KM{pair.New + 1}"))]);
        record.MoveTo(new PlanMove(from, to, to.Edition, succession, null, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero), today), today);
        curricula.Add(to);
        return succession;
    }

    private static HashSet<GoalRating> RatingsOf(PlannedGoal goal) => [.. goal.Lineage().SelectMany(one => one.Ratings)];

    private static int NumberOf(string code) => int.Parse(code[2..], System.Globalization.CultureInfo.InvariantCulture) - 1;
}
