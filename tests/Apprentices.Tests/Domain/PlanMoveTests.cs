using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>What becomes of a plan that moves to another edition of its curriculum, or to another curriculum.</summary>
public sealed class PlanMoveTests
{
    private static readonly DateOnly Today = new(2025, 3, 10);
    private static readonly DateTimeOffset At = new(2025, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Rater = Guid.CreateVersion7();

    private readonly Curriculum curriculum = Example.Curriculum(goals: 4);
    private readonly Apprenticeship record;

    public PlanMoveTests() => record = Entered(curriculum);

    [Fact]
    public void A_goal_of_the_same_code_keeps_its_row_and_takes_the_new_title()
    {
        Rate("KM2", Level.Masters);
        var row = Goal("KM2");
        var edition = NewEdition("KM1", "KM2", "KM3", "KM4");

        Move(edition);

        Assert.Same(row, Goal("KM2"));
        Assert.Equal(("Nytt KM2", Level.Masters, 2), (row.Title.Nb, row.Level, record.CurriculumEdition));
        Assert.Equal(curriculum.Goals.Single(goal => goal.Code == "KM2").Id, row.GoalId);
        Assert.Equal(4, record.Plan.Count);
    }

    [Fact]
    public void One_that_follows_another_has_its_level_and_its_place_and_its_ratings_within_reach()
    {
        Rate("KM4", Level.NeedsPractice, Today.AddDays(-9));
        var old = Goal("KM4");
        record.PlanGoal(old, 2, Rater);

        Move(NewEdition("KM1", "KM2", "KM3", "KM9"), ("KM4", "KM9"));

        var next = Goal("KM9");
        Assert.Equal((Level.NeedsPractice, Today.AddDays(-9), 2, Rater), (next.Level, next.RatedOn, next.HalfYear, next.ResponsibleId));
        Assert.Equal(Today, old.LeftOn);
        Assert.Single(old.Ratings);
        Assert.Empty(next.Ratings);
        Assert.Equal([next, old], next.Lineage());
    }

    [Fact]
    public void A_goal_that_is_split_lives_on_in_each_part()
    {
        Rate("KM1", Level.Masters);
        var old = Goal("KM1");

        Move(NewEdition("KM8", "KM9"), ("KM1", "KM8"), ("KM1", "KM9"));

        Assert.All(record.Plan.Where(goal => goal.LeftOn is null), goal => Assert.Equal((Level.Masters, old), (goal.Level, goal.Predecessors.Single())));
    }

    [Fact]
    public void Of_several_that_become_one_the_lowest_level_counts_from_the_latest_day()
    {
        Rate("KM1", Level.MastersIndependently, Today.AddDays(-30));
        Rate("KM2", Level.UnderWay, Today.AddDays(-60));

        Move(NewEdition("KM9"), ("KM1", "KM9"), ("KM2", "KM9"));

        var next = Goal("KM9");
        Assert.Equal((Level.UnderWay, Today.AddDays(-30)), (next.Level, next.RatedOn));
        Assert.Equal(2, next.Predecessors.Count);
        next.Rate(Level.Masters, null, Today, Rater, At, Today);
        Assert.Equal(Level.Masters, next.Level);
    }

    [Fact]
    public void One_that_keeps_its_code_and_takes_in_another_counts_by_the_lower()
    {
        Rate("KM1", Level.Masters);
        Rate("KM2", Level.UnderWay);
        var (kept, other) = (Goal("KM1"), Goal("KM2"));

        Move(NewEdition("KM1", "KM9"), ("KM2", "KM1"), ("KM1", "KM9"));

        // KM1 is another goal now: what was on it follows KM9, what was on KM2 follows the new KM1.
        Assert.NotSame(kept, Goal("KM1"));
        Assert.Equal((Level.UnderWay, other), (Goal("KM1").Level, Goal("KM1").Predecessors.Single()));
        Assert.Equal((Level.Masters, kept), (Goal("KM9").Level, Goal("KM9").Predecessors.Single()));
    }

    [Fact]
    public void A_goal_with_evidence_that_ends_stays_readable_and_one_without_goes()
    {
        Rate("KM1", Level.Masters);
        Goal("KM2").MarkLogged();
        Assert.Equal(["KM1", "KM2"], record.EndedBy(new GoalSuccession([("KM3", "KM9")])).Select(goal => goal.Code));

        Move(NewEdition("KM9"), ("KM3", "KM9"));

        Assert.Equal(["KM1", "KM2"], record.Plan.Where(goal => goal.LeftOn == Today).Select(goal => goal.Code));
        Assert.Equal("KM9", Assert.Single(record.Plan, goal => goal.LeftOn is null).Code);
    }

    [Fact]
    public void Tasks_follow_to_what_their_goals_live_on_as()
    {
        var task = record.AddTask(new TaskTerms("Stå i butikken", TaskKind.Task, 1), ["KM1", "KM2", "KM3"]);

        Move(NewEdition("KM1", "KM8", "KM9"), ("KM1", "KM1"), ("KM2", "KM8"), ("KM2", "KM9"));

        Assert.Equal(["KM1", "KM8", "KM9"], task.State.GoalCodes);
        Assert.Equal("KM3", Assert.Single(record.Plan, goal => goal.LeftOn is not null).Code);
    }

    [Fact]
    public void New_goals_are_planned_from_the_half_year_under_way_and_every_day_is_spread_anew()
    {
        Move(NewEdition("KM1", "KM7", "KM8", "KM9"), ("KM1", "KM1"));

        Assert.Equal([2, 3, 4], record.Plan.Where(goal => goal.Code != "KM1").OrderBy(goal => goal.Order).Select(goal => goal.HalfYear));
        Assert.All(record.Plan, goal => Assert.True(record.HalfYears[goal.HalfYear - 1].Contains(goal.ExpectedOn)));
    }

    [Fact]
    public void The_plan_before_is_kept_as_it_was()
    {
        Rate("KM1", Level.Masters);
        record.AddTask(new TaskTerms("Stå i butikken", TaskKind.Task, 1), ["KM1", "KM2"]);
        var before = DutyStory.Text(record.ContentBy(curriculum));

        Move(NewEdition("KM9"), ("KM1", "KM9"));

        var kept = Assert.Single(record.PlanEditions);
        Assert.Equal((PlanEditionReason.BeforeMove, before), (kept.Reason, DutyStory.Text(kept.Content)));
    }

    [Fact]
    public void Moved_on_and_back_again_the_first_goal_is_itself_and_knows_what_came_between()
    {
        Rate("KM1", Level.UnderWay);
        var first = Goal("KM1");
        Move(NewEdition("KM9"), ("KM1", "KM9"));
        Goal("KM9").Rate(Level.Masters, null, Today, Rater, At, Today);
        var between = Goal("KM9");

        Move(NewEdition("KM1"), ("KM9", "KM1"));

        Assert.Same(first, Goal("KM1"));
        Assert.Equal((Level.Masters, null), (first.Level, first.LeftOn));
        Assert.Equal([first, between], first.Lineage());
    }

    [Fact]
    public void One_with_nothing_of_its_own_passes_on_what_it_follows()
    {
        Rate("KM1", Level.Masters);
        var first = Goal("KM1");
        Move(NewEdition("KM8"), ("KM1", "KM8"));

        Move(NewEdition("KM9"), ("KM8", "KM9"));

        Assert.Equal([first], Goal("KM9").Predecessors);
        Assert.Equal(["KM1", "KM9"], record.Plan.Select(goal => goal.Code));
    }

    [Fact]
    public void Another_curriculum_takes_the_countys_consent_and_is_entered_in_the_record()
    {
        Rate("KM1", Level.Masters);
        var next = Example.Curriculum("ITD04-01", goals: 2);
        var move = new PlanMove(curriculum, next, 1, new GoalSuccession([("KM1", "KM2")]), Rater, At, Today);
        Assert.Throws<RuleException>(() => record.MoveTo(move));

        var entry = record.MoveTo(move, Today.AddDays(-3));

        Assert.Equal(new CurriculumChanged(Today, "ITD04-01", Today.AddDays(-3)), entry!.Change);
        Assert.Equal(("ITD04-01", 1), (record.CurriculumCode, record.CurriculumEdition));
        Assert.Equal(Level.Masters, record.Plan.Single(goal => goal.Code == "KM2" && goal.LeftOn is null).Level);
        Assert.Equal("ITD03-01", record.PlanEditions.Single().Content.CurriculumCode);
    }

    [Fact]
    public void The_edition_she_follows_already_is_no_move() =>
        Assert.Throws<RuleException>(() => record.MoveTo(PlanMove.BySameCode(curriculum, curriculum, Rater, At, Today)));

    [Fact]
    public void A_corrected_contract_that_stays_in_its_curriculum_keeps_its_edition()
    {
        NewEdition("KM8", "KM9");

        record.Correct(record.State.Terms with { EndsOn = record.EndsOn.AddDays(-20) }, curriculum, Today);

        Assert.Equal(1, record.CurriculumEdition);
        Assert.Equal(["KM1", "KM2", "KM3", "KM4"], record.Plan.Select(goal => goal.Code));
    }

    private static Apprenticeship Entered(Curriculum curriculum) => Apprenticeship.Enter(
        DutyRecord.Somebody("Ingrid"),
        new Apprenticeship.Terms(ContractKind.Apprentice, ContractVariant.Ordinary, null, curriculum.Code, "03", DutyCase.Workplace, DutyCase.Day(DutyCase.Start), DutyCase.Day(DutyCase.End)),
        curriculum, DutyCase.Day(DutyCase.Start));

    private PlannedGoal Goal(string code) => record.Plan.Single(goal => goal.Code == code && goal.LeftOn is null);

    private void Rate(string code, Level level, DateOnly? on = null) => Goal(code).Rate(level, null, on ?? Today.AddDays(-1), Rater, At, Today);

    private Curriculum NewEdition(params string[] codes)
    {
        curriculum.BeginEdition(At);
        if (curriculum.Edition == 1)
        {
            curriculum.BeginEdition(At);
        }

        for (var place = 0; place < codes.Length; place++)
        {
            curriculum.Add(new Goal(codes[place], place + 1, new LocalText($"Nytt {codes[place]}", $"Nytt {codes[place]}", $"New {codes[place]}")));
        }

        return curriculum;
    }

    private void Move(Curriculum to, params (string Old, string New)[] pairs) =>
        record.MoveTo(new PlanMove(curriculum, to, to.Edition, pairs.Length == 0 ? GoalSuccession.BySameCode(to.Goals) : new GoalSuccession(pairs), Rater, At, Today));
}
