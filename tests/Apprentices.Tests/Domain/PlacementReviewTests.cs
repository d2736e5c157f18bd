using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>
/// Counted by hand on a training of one year from Monday 3 August 2026 to Sunday 1 August 2027 (two half-years). Easter Sunday
/// is 28 March 2027, and the weeks 28 to 30 of 2027 are 12 July to 1 August.
/// </summary>
public sealed class PlacementReviewTests
{
    private static readonly IReadOnlyList<HalfYear> Year = HalfYears.For(new(2026, 8, 3), new(2027, 8, 1), []);
    private static readonly Guid Operations = Guid.CreateVersion7();
    private static readonly Guid Support = Guid.CreateVersion7();

    [Fact]
    public void Nothing_stands_out_where_the_whole_training_is_planned_once()
    {
        var review = Review([At(Operations, new(2026, 8, 3), new(2027, 1, 29)), At(Support, new(2027, 2, 1), new(2027, 8, 1))]);

        Assert.Empty(review.Overlaps);
        Assert.Empty(review.IdleStarts);
        // 30 and 31 January are a weekend: nobody plans for it, and nobody misses it.
        Assert.Empty(review.Gaps);
    }

    [Fact]
    public void Two_on_the_same_days_are_named_with_the_days_they_share()
    {
        var (one, other, apart) = (
            At(Operations, new(2026, 8, 3), new(2026, 12, 31)), At(Support, new(2026, 12, 14), new(2027, 3, 31)), At(Operations, new(2027, 4, 1), new(2027, 8, 1)));

        Assert.Equal(
            new PlacementReview.Overlap(one.Id, other.Id, new(2026, 12, 14), new(2026, 12, 31)),
            Assert.Single(Review([apart, other, one]).Overlaps));
    }

    [Fact]
    public void Of_three_on_one_day_each_pair_is_named()
    {
        var day = new DateOnly(2026, 9, 1);

        Assert.Equal(3, Review([At(Operations, day, day), At(Support, day, day), At(Operations, day, day)]).Overlaps.Count);
    }

    [Fact]
    public void Days_nobody_has_planned_are_gaps_before_between_and_after()
    {
        var review = Review([At(Operations, new(2026, 8, 10), new(2026, 8, 28)), At(Support, new(2026, 9, 2), new(2027, 7, 29))]);

        Assert.Equal(
            [
                new PlacementReview.Gap(new(2026, 8, 3), new(2026, 8, 9), 5),
                // From Saturday 29 August to Tuesday 1 September: Monday and Tuesday.
                new(new(2026, 8, 29), new(2026, 9, 1), 2),
                // Friday 30 July to Sunday 1 August.
                new(new(2027, 7, 30), new(2027, 8, 1), 1),
            ],
            review.Gaps);
    }

    [Fact]
    public void A_period_inside_another_makes_no_gap_after_it() => Assert.Empty(Review(
        [At(Operations, new(2026, 8, 3), new(2027, 8, 1)), At(Support, new(2026, 10, 1), new(2026, 10, 30))]).Gaps);

    [Fact]
    public void Days_away_are_no_gap()
    {
        var facts = Facts([At(Operations, new(2026, 8, 3), new(2026, 9, 30)), At(Support, new(2026, 12, 1), new(2027, 8, 1))]);

        // Away from 5 October to 29 November: what is left is Thursday 1 to Sunday 4 October, and Monday 30 November.
        Assert.Equal(
            [new PlacementReview.Gap(new(2026, 10, 1), new(2026, 10, 4), 2), new(new(2026, 11, 30), new(2026, 11, 30), 1)],
            PlacementReview.Of(facts with { Away = [(new(2026, 10, 5), new(2026, 11, 29))] }).Gaps);
    }

    [Fact]
    public void Away_for_good_leaves_no_gap_behind() => Assert.Empty(PlacementReview.Of(
        Facts([At(Operations, new(2026, 8, 3), new(2026, 9, 30))]) with { Away = [(new(2026, 10, 1), DateOnly.MaxValue)] }).Gaps);

    [Fact]
    public void Without_any_period_the_whole_training_is_one_gap()
    {
        var gap = Assert.Single(Review([]).Gaps);

        Assert.Equal((new DateOnly(2026, 8, 3), new DateOnly(2027, 8, 1)), (gap.FromOn, gap.ToOn));
        // 52 weeks have 260 weekdays. Seven of them are holidays: 25 December, 1 January, 25, 26 and 29 March, 6 May, and 17 May,
        // which is Whit Monday too.
        Assert.Equal(260 - 7, gap.WorkingDays);
    }

    [Fact]
    public void A_first_day_that_is_no_working_day_is_told_with_the_next_one_that_is()
    {
        var (saturday, constitution, monday) = (
            At(Operations, new(2026, 8, 8), new(2026, 9, 30)), At(Support, new(2027, 5, 17), new(2027, 6, 30)), At(Support, new(2026, 11, 2), new(2026, 11, 30)));

        Assert.Equal(
            [
                new PlacementReview.IdleStart(saturday.Id, new(2026, 8, 8), null, new(2026, 8, 10)),
                // Constitution Day 2027 is Whit Monday too, and a Monday.
                new(constitution.Id, new(2027, 5, 17), Holiday.ConstitutionDay, new(2027, 5, 18)),
            ],
            Review([constitution, saturday, monday]).IdleStarts);
    }

    [Fact]
    public void Holidays_on_weekdays_and_the_common_weeks_inside_a_period_are_told()
    {
        var winter = At(Operations, new(2026, 12, 7), new(2027, 4, 2));
        var off = Assert.Single(Review([winter]).Off);

        // 26 December 2026 is a Saturday, Easter Sunday a Sunday.
        Assert.Equal(
            [(new DateOnly(2026, 12, 25), Holiday.ChristmasDay), (new(2027, 1, 1), Holiday.NewYear), (new(2027, 3, 25), Holiday.MaundyThursday),
                (new(2027, 3, 26), Holiday.GoodFriday), (new DateOnly(2027, 3, 29), Holiday.EasterMonday)],
            off.Holidays.OrderBy(day => day.Key).Select(day => (day.Key, day.Value)));
        Assert.Equal(
            [new HolidayWeeks.Period(HolidayWeek.Christmas, new(2026, 12, 24), new(2027, 1, 1)), new(HolidayWeek.Easter, new(2027, 3, 22), new(2027, 3, 29))],
            off.Weeks);
    }

    [Fact]
    public void The_summer_weeks_are_28_to_30_and_new_years_day_belongs_to_the_christmas_before_it()
    {
        Assert.Equal(
            [new HolidayWeeks.Period(HolidayWeek.Summer, new(2027, 7, 12), new(2027, 8, 1))], HolidayWeeks.Between(new(2027, 8, 1), new(2027, 8, 1)));
        Assert.Equal(
            [new HolidayWeeks.Period(HolidayWeek.Christmas, new(2026, 12, 24), new(2027, 1, 1))], HolidayWeeks.Between(new(2027, 1, 1), new(2027, 1, 4)));
        Assert.Empty(HolidayWeeks.Between(new(2027, 1, 2), new(2027, 3, 21)));
    }

    [Fact]
    public void A_goal_is_covered_by_a_task_at_a_planned_workplace_or_anywhere()
    {
        var facts = Facts([At(Operations, new(2026, 8, 3), new(2027, 8, 1))]) with
        {
            GoalCodes = ["KM1", "KM2", "KM3", "KM4"],
            Tasks = [Task(1, Operations, "KM1"), Task(1, null, "KM2"), Task(2, Support, "KM1", "KM3")],
        };

        Assert.Equal(
            [new PlacementReview.UncoveredGoal("KM3", HasTasks: true), new("KM4", HasTasks: false)], PlacementReview.Of(facts).UncoveredGoals);
    }

    [Fact]
    public void A_task_at_a_workplace_she_is_at_in_another_half_year_is_told()
    {
        var late = Task(1, Support, "KM1");
        var facts = Facts([At(Operations, new(2026, 8, 3), new(2027, 2, 2)), At(Support, new(2027, 2, 3), new(2027, 8, 1))]) with
        {
            Tasks = [late, Task(2, Support, "KM2"), Task(1, Operations, "KM3"), Task(1, null, "KM4")],
        };

        Assert.Equal(new PlacementReview.MisplacedTask(late.Key, "Oppgave", 1, Support), Assert.Single(PlacementReview.Of(facts).MisplacedTasks));
    }

    private static PlacementReview Review(IReadOnlyList<PlacedPeriod> placements) => PlacementReview.Of(Facts(placements));

    private static PlacementFacts Facts(IReadOnlyList<PlacedPeriod> placements) => new(Year, [], placements, [], []);

    private static PlacedPeriod At(Guid workplace, DateOnly from, DateOnly to) => new(Guid.CreateVersion7(), workplace, from, to);

    private static TaskState Task(int halfYear, Guid? workplace, params string[] goals) =>
        new(Guid.CreateVersion7(), new TaskTerms("Oppgave", TaskKind.Task, halfYear) { WorkplaceId = workplace }, goals);
}
