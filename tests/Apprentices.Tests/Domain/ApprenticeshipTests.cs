using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class ApprenticeshipTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);
    private static readonly DateOnly End = new(2028, 1, 4);
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private readonly Person apprentice = Person.Enter("Ingrid", "Solheim", "ingrid@example.no", Language.Bokmal);
    private readonly Person siv = Person.Enter("Siv", "Åmot", "siv@example.no", Language.Bokmal);
    private readonly Person lise = Person.Enter("Lise", "Grønn", "lise@example.no", Language.Nynorsk);

    [Fact]
    public void Whoever_is_assigned_from_a_day_follows_it_up_from_that_day_and_the_former_until_the_day_before()
    {
        var apprenticeship = Entered();
        apprenticeship.Assign(siv, AssignmentRole.Instructor, Start);

        apprenticeship.Assign(lise, AssignmentRole.Instructor, new(2026, 9, 1));

        Assert.Equal(siv.Id, apprenticeship.CurrentAssignment(AssignmentRole.Instructor, new(2026, 8, 31))!.PersonId);
        Assert.Equal(lise.Id, apprenticeship.CurrentAssignment(AssignmentRole.Instructor, new(2026, 9, 1))!.PersonId);
        Assert.Equal(2, apprenticeship.Assignments.Count);
        Assert.Equal(Roles.Instructor, lise.Roles);
    }

    [Fact]
    public void Whoever_follows_it_up_from_a_later_day_keeps_that()
    {
        var apprenticeship = Entered();
        apprenticeship.Assign(siv, AssignmentRole.Instructor, Start);
        apprenticeship.Assign(lise, AssignmentRole.Instructor, new(2026, 9, 1));
        var tor = Person.Enter("Tor", "Eide", "tor@example.no", Language.Bokmal);

        apprenticeship.Assign(tor, AssignmentRole.Instructor, new(2026, 6, 1));

        Assert.Equal(
            [(siv.Id, Start, new DateOnly(2026, 5, 31)), (tor.Id, new(2026, 6, 1), new(2026, 8, 31)), (lise.Id, new DateOnly(2026, 9, 1), null)],
            apprenticeship.Assignments.OrderBy(a => a.FromOn).Select(a => (a.PersonId, a.FromOn, a.ToOn)));
    }

    [Fact]
    public void The_same_person_again_changes_nothing()
    {
        var apprenticeship = Entered();
        apprenticeship.Assign(siv, AssignmentRole.Instructor, Start);

        apprenticeship.Assign(siv, AssignmentRole.Instructor, new(2026, 9, 1));

        Assert.Equal((Start, null), (apprenticeship.Assignments[0].FromOn, apprenticeship.Assignments[0].ToOn));
        Assert.Single(apprenticeship.Assignments);
    }

    [Fact]
    public void An_assignment_whose_end_is_taken_away_lasts_until_the_next_of_the_role_begins()
    {
        var apprenticeship = Entered();
        apprenticeship.Assign(siv, AssignmentRole.Instructor, Start);
        apprenticeship.EndAssignment(apprenticeship.Assignments[0], new(2026, 6, 30));

        apprenticeship.Prolong(apprenticeship.Assignments[0]);
        Assert.Null(apprenticeship.Assignments[0].ToOn);

        apprenticeship.Assign(lise, AssignmentRole.Instructor, new(2026, 9, 1));
        apprenticeship.EndAssignment(apprenticeship.Assignments[0], new(2026, 6, 30));
        apprenticeship.Prolong(apprenticeship.Assignments[0]);
        Assert.Equal(new DateOnly(2026, 8, 31), apprenticeship.Assignments[0].ToOn);
    }

    [Fact]
    public void One_person_may_be_training_manager_and_instructor_but_never_her_own()
    {
        var apprenticeship = Entered();
        apprenticeship.Assign(siv, AssignmentRole.Instructor, Start);
        apprenticeship.Assign(siv, AssignmentRole.TrainingManager, Start);

        Assert.Equal(2, apprenticeship.Assignments.Count);
        Assert.Throws<RuleException>(() => apprenticeship.Assign(apprentice, AssignmentRole.Instructor, Start));
    }

    [Fact]
    public void Ratings_are_kept_and_the_one_for_the_latest_day_counts()
    {
        var goal = Entered().Plan[0];
        var today = new DateOnly(2026, 5, 4);

        goal.Rate(Level.Masters, "Rullet ut alene.", today, siv.Id, Now, today);
        goal.Rate(Level.UnderWay, "Fra før jul.", today.AddDays(-30), lise.Id, Now, today);
        Assert.Equal(Level.Masters, goal.Level);

        goal.Rate(Level.NeedsPractice, null, today, lise.Id, Now, today);
        Assert.Equal(Level.NeedsPractice, goal.Level);
        Assert.Equal([Level.Masters, Level.UnderWay, Level.NeedsPractice], goal.Ratings.Select(r => r.Level));
    }

    [Fact]
    public void Expected_today_is_the_goals_whose_day_has_come()
    {
        var apprenticeship = Entered();

        // 15 goals, 4 in the first half-year of 181 days (5 Jan - 4 Jul): on days 46, 91, 136 and 181.
        Assert.Equal(
            [new(2026, 2, 19), new(2026, 4, 5), new(2026, 5, 20), new DateOnly(2026, 7, 4)],
            apprenticeship.Plan.Where(g => g.HalfYear == 1).Select(g => g.ExpectedOn));
        Assert.Equal(2, apprenticeship.Plan.Count(PlannedGoal.ExpectedBy(new(2026, 5, 19)).Compile()));
        Assert.Equal(3, apprenticeship.Plan.Count(PlannedGoal.ExpectedBy(new(2026, 5, 20)).Compile()));
        Assert.Equal(15, apprenticeship.Plan.Count(PlannedGoal.ExpectedBy(End).Compile()));
    }

    [Fact]
    public void A_goal_moved_to_another_half_year_is_expected_there_and_the_others_spread_anew()
    {
        var apprenticeship = Entered();

        apprenticeship.PlanGoal(apprenticeship.Plan[0], 4, responsibleId: null);

        Assert.Equal(3, apprenticeship.Plan.Count(g => g.HalfYear == 1));
        Assert.Equal(4, apprenticeship.Plan.Count(g => g.HalfYear == 4));
        Assert.True(apprenticeship.Plan[0].ExpectedOn > new DateOnly(2027, 7, 4));
        Assert.Throws<RuleException>(() => apprenticeship.PlanGoal(apprenticeship.Plan[0], 5, null));
    }

    [Fact]
    public void A_plan_nobody_has_adjusted_is_spread_anew_when_the_contracts_days_are_corrected_and_an_adjusted_one_stays()
    {
        var apprenticeship = Entered();
        apprenticeship.Correct(Terms("ITD03-01") with { EndsOn = Start.AddYears(1).AddDays(-1) }, Example.Curriculum(), Start);
        Assert.Equal((8, 7), (apprenticeship.Plan.Count(g => g.HalfYear == 1), apprenticeship.Plan.Count(g => g.HalfYear == 2)));

        apprenticeship.Correct(Terms("ITD03-01"), Example.Curriculum(), Start);
        Assert.Equal([4, 4, 4, 3], apprenticeship.Plan.GroupBy(g => g.HalfYear).OrderBy(half => half.Key).Select(half => half.Count()));

        apprenticeship.PlanGoal(apprenticeship.Plan[0], 2, responsibleId: null);
        apprenticeship.Correct(Terms("ITD03-01") with { EndsOn = Start.AddMonths(30).AddDays(-1) }, Example.Curriculum(), Start);
        Assert.DoesNotContain(apprenticeship.Plan, g => g.HalfYear == 5);
    }

    [Fact]
    public void Only_somebody_of_HR_or_somebody_new_becomes_the_HR_contact()
    {
        var apprenticeship = Entered();
        apprenticeship.Assign(siv, AssignmentRole.Instructor, Start);

        Assert.Throws<RuleException>(() => apprenticeship.Assign(siv, AssignmentRole.HrContact, Start));
        Assert.Equal(Roles.Instructor, siv.Roles);

        apprenticeship.Assign(lise, AssignmentRole.HrContact, Start);
        Assert.Equal(Roles.Hr, lise.Roles);
    }

    [Fact]
    public void The_curriculum_does_not_change_under_goals_that_are_rated()
    {
        var apprenticeship = Entered();
        apprenticeship.Correct(Terms("SOA03-01"), Example.Curriculum("SOA03-01", 23), Start);
        Assert.Equal(23, apprenticeship.Plan.Count);

        apprenticeship.Plan[0].Rate(Level.UnderWay, null, Start, siv.Id, Now, Start);
        Assert.Throws<RuleException>(() => apprenticeship.Correct(Terms("ITD03-01"), Example.Curriculum(), Start));
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-05")]
    [InlineData("2026-01-05", "2025-12-31")]
    [InlineData("2026-01-05", "2036-01-05")]
    [InlineData("0026-01-05", "2028-01-04")]
    public void Impossible_days_are_refused(string start, string end) => Assert.Throws<RuleException>(() => Apprenticeship.Enter(
        apprentice, Terms("ITD03-01") with { StartsOn = DateOnly.Parse(start), EndsOn = DateOnly.Parse(end) }, Example.Curriculum(), Start));

    [Fact]
    public void A_log_entry_is_tied_to_one_to_three_goals_of_the_plan_on_a_day_of_the_training()
    {
        var apprenticeship = Entered();
        var today = new DateOnly(2026, 5, 4);

        var entry = LogEntry.Write(apprenticeship, today, " Byttet navnetjener. ", [apprenticeship.Plan[0]], Now, today);
        Assert.Equal("Byttet navnetjener.", entry.Text);
        Assert.False(apprenticeship.Plan[0].IsLogged);
        entry.HandIn(apprenticeship.PersonId, Now);
        Assert.True(apprenticeship.Plan[0].IsLogged);

        Assert.Throws<RuleException>(() => LogEntry.Write(apprenticeship, today, "Tekst", [], Now, today));
        Assert.Throws<RuleException>(() => LogEntry.Write(apprenticeship, today, "Tekst", [.. apprenticeship.Plan.Take(4)], Now, today));
        Assert.Throws<RuleException>(() => LogEntry.Write(apprenticeship, today, " ", [apprenticeship.Plan[0]], Now, today));
        Assert.Throws<RuleException>(() => LogEntry.Write(apprenticeship, today.AddDays(1), "Tekst", [apprenticeship.Plan[0]], Now, today));
        Assert.Throws<RuleException>(() => LogEntry.Write(apprenticeship, Start.AddDays(-1), "Tekst", [apprenticeship.Plan[0]], Now, today));
        Assert.Throws<RuleException>(() => LogEntry.Write(apprenticeship, today, "Tekst", [Entered().Plan[0]], Now, today));
    }

    private Apprenticeship Entered() => Apprenticeship.Enter(apprentice, Terms("ITD03-01"), Example.Curriculum(), Start);

    private static Apprenticeship.Terms Terms(string curriculum) => new(
        ContractKind.Apprentice, ContractVariant.Ordinary, "2026-1", curriculum, "03", Guid.CreateVersion7(), Start, End);
}
