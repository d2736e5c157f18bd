using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>Who is the instructor by a plan of placements, and after it is planned otherwise.</summary>
public sealed class PlacementTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateOnly May = new(2026, 5, 4);
    private static readonly DateOnly July = new(2026, 7, 31);
    private static readonly DateOnly August = new(2026, 8, 3);
    private static readonly DateOnly December = new(2026, 12, 31);
    private static readonly DateTimeOffset Now = new(2026, 4, 28, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Place = Guid.CreateVersion7();

    private readonly Person siv = Person.Enter("Siv", "Åmot", "siv@example.no", Language.Bokmal, Roles.Instructor);
    private readonly Person ali = Person.Enter("Ali", "Khan", "ali@example.no", Language.Bokmal, Roles.TrainingManager);
    private readonly Person bo = Person.Enter("Bo", "Li", "bo@example.no", Language.Bokmal, Roles.Instructor);
    private readonly Person hrs = Person.Enter("Carl", "Moe", "carl@example.no", Language.Bokmal, Roles.Instructor);
    private readonly Apprenticeship contract;

    public PlacementTests()
    {
        contract = Apprenticeship.Enter(
            Person.Enter("Ingrid", "Solheim", "ingrid@example.no", Language.Bokmal),
            new(ContractKind.Apprentice, ContractVariant.Ordinary, null, "ITD03-01", "03", Place, Start, new(2028, 1, 4)), Example.Curriculum(), Start);
        contract.Assign(siv, AssignmentRole.Instructor, Start);
    }

    [Fact]
    public void Whoever_receives_her_is_the_instructor_from_the_first_day_and_the_former_until_the_day_before()
    {
        contract.Place(Place, ali, May, July, Today);

        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, null));
        Assert.True(ali.Roles.HasFlag(Roles.Instructor));
    }

    [Fact]
    public void Without_anybody_to_receive_her_the_instructor_stays()
    {
        contract.Place(Place, null, May, July, Today);

        AssertInstructors((siv, Start, null));
    }

    [Fact]
    public void Moved_or_given_to_another_it_is_as_if_it_had_been_planned_so_at_first()
    {
        var placement = contract.Place(Place, ali, May, July, Today);

        contract.ChangePlacement(placement, Place, ali, May.AddDays(7), July, Today);
        AssertInstructors((siv, Start, May.AddDays(6)), (ali, May.AddDays(7), null));

        contract.ChangePlacement(placement, Place, bo, May.AddDays(14), July, Today);
        AssertInstructors((siv, Start, May.AddDays(13)), (bo, May.AddDays(14), null));

        contract.ChangePlacement(placement, Place, null, May, July, Today);
        AssertInstructors((siv, Start, null));
    }

    [Fact]
    public void Removed_before_it_begins_whoever_was_there_stays()
    {
        var placement = contract.Place(Place, ali, May, July, Today);

        contract.RemovePlacement(placement, Today);

        AssertInstructors((siv, Start, null));
        Assert.Empty(contract.Placements);
    }

    [Fact]
    public void Of_two_that_follow_each_other_either_may_go_first()
    {
        var (first, second) = (contract.Place(Place, ali, May, July, Today), contract.Place(Place, bo, August, December, Today));
        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, July.AddDays(2)), (bo, August, null));

        contract.RemovePlacement(first, Today);
        AssertInstructors((siv, Start, August.AddDays(-1)), (bo, August, null));

        contract.RemovePlacement(second, Today);
        AssertInstructors((siv, Start, null));
    }

    [Fact]
    public void The_later_one_gone_the_earlier_one_lasts_on()
    {
        contract.Place(Place, ali, May, July, Today);
        var second = contract.Place(Place, bo, August, December, Today);

        contract.RemovePlacement(second, Today);

        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, null));
    }

    [Fact]
    public void One_moved_past_another_changes_places_with_it()
    {
        var first = contract.Place(Place, ali, May, July, Today);
        contract.Place(Place, bo, August, December, Today);

        contract.ChangePlacement(first, Place, ali, new(2027, 1, 4), new(2027, 3, 31), Today);

        AssertInstructors((siv, Start, August.AddDays(-1)), (bo, August, new(2027, 1, 3)), (ali, new(2027, 1, 4), null));
    }

    [Fact]
    public void Whoever_receives_her_twice_still_does_when_the_first_time_goes()
    {
        var first = contract.Place(Place, ali, May, July, Today);
        contract.Place(Place, ali, August, December, Today);

        contract.RemovePlacement(first, Today);

        AssertInstructors((siv, Start, August.AddDays(-1)), (ali, August, null));
    }

    [Fact]
    public void An_end_HR_had_set_comes_back()
    {
        contract.EndAssignment(contract.Assignments[0], new(2026, 9, 30));
        var placement = contract.Place(Place, ali, May, July, Today);

        contract.RemovePlacement(placement, Today);

        AssertInstructors((siv, Start, new DateOnly(2026, 9, 30)));
    }

    [Fact]
    public void An_end_HR_had_set_to_the_day_before_stays()
    {
        contract.EndAssignment(contract.Assignments[0], May.AddDays(-1));
        var placement = contract.Place(Place, ali, May, July, Today);

        contract.RemovePlacement(placement, Today);

        AssertInstructors((siv, Start, May.AddDays(-1)));
    }

    [Fact]
    public void What_HR_assigns_later_stays_when_the_placement_goes()
    {
        var placement = contract.Place(Place, ali, May, July, Today);
        contract.Assign(hrs, AssignmentRole.Instructor, May.AddDays(14));

        contract.RemovePlacement(placement, Today);

        AssertInstructors((siv, Start, May.AddDays(13)), (hrs, May.AddDays(14), null));
    }

    [Fact]
    public void What_HR_assigns_between_two_placements_lasts_on_when_the_second_goes()
    {
        contract.Place(Place, ali, May, July, Today);
        var second = contract.Place(Place, bo, August, December, Today);
        contract.Assign(hrs, AssignmentRole.Instructor, May.AddDays(14));

        contract.RemovePlacement(second, Today);

        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, May.AddDays(13)), (hrs, May.AddDays(14), null));
    }

    [Fact]
    public void Another_HR_puts_in_her_place_from_the_same_day_stays_and_so_does_the_same_one_HR_assigns()
    {
        var placement = contract.Place(Place, ali, May, July, Today);
        contract.Assign(hrs, AssignmentRole.Instructor, May);
        contract.RemovePlacement(placement, Today);
        AssertInstructors((siv, Start, May.AddDays(-1)), (hrs, May, null));

        var next = contract.Place(Place, bo, August, December, Today);
        contract.Assign(bo, AssignmentRole.Instructor, August);
        contract.RemovePlacement(next, Today);
        AssertInstructors((siv, Start, May.AddDays(-1)), (hrs, May, August.AddDays(-1)), (bo, August, null));
    }

    [Fact]
    public void A_plan_does_not_take_the_place_of_somebody_HR_assigns_from_that_very_day()
    {
        contract.Assign(hrs, AssignmentRole.Instructor, May);

        Assert.Throws<RuleException>(() => contract.Place(Place, ali, May, July, Today));
        contract.Place(Place, hrs, May, July, Today);

        AssertInstructors((siv, Start, May.AddDays(-1)), (hrs, May, null));
    }

    [Fact]
    public void Once_it_has_begun_who_was_the_instructor_stays_as_it_was()
    {
        var placement = contract.Place(Place, ali, May, July, Today);

        contract.RemovePlacement(placement, today: May);

        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, null));
    }

    [Fact]
    public void Another_who_receives_her_in_a_period_that_lasts_begins_today_and_in_one_that_is_over_not_at_all()
    {
        var placement = contract.Place(Place, ali, May, July, Today);

        contract.ChangePlacement(placement, Place, bo, May, July, today: new(2026, 6, 1));
        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, new(2026, 5, 31)), (bo, new(2026, 6, 1), null));

        contract.ChangePlacement(placement, Place, siv, May, July, today: August);
        AssertInstructors((siv, Start, May.AddDays(-1)), (ali, May, new(2026, 5, 31)), (bo, new(2026, 6, 1), null));
    }

    [Fact]
    public void Days_outside_the_training_or_turned_and_she_herself_are_refused()
    {
        Assert.Throws<RuleException>(() => contract.Place(Place, null, Start.AddDays(-1), July, Today));
        Assert.Throws<RuleException>(() => contract.Place(Place, null, May, new(2028, 1, 5), Today));
        Assert.Throws<RuleException>(() => contract.Place(Place, null, July, May, Today));
    }

    [Fact]
    public void A_hand_over_is_confirmed_from_a_week_before_and_anew_by_another_or_when_it_moves_far_away()
    {
        var placement = contract.Place(Place, ali, May, July, Today);
        Assert.Throws<RuleException>(() => placement.Confirm(ali.Id, Now, May.AddDays(-8)));

        placement.Confirm(ali.Id, Now, May.AddDays(-7));
        Assert.Throws<RuleException>(() => placement.WriteHandOver("Mer", null));

        contract.ChangePlacement(placement, Place, ali, May.AddDays(-1), July, May.AddDays(-6));
        Assert.NotNull(placement.ConfirmedAt);
        contract.ChangePlacement(placement, Place, ali, May.AddDays(14), July, May.AddDays(-6));
        Assert.Null(placement.ConfirmedAt);
    }

    private void AssertInstructors(params (Person Who, DateOnly From, DateOnly? To)[] expected) => Assert.Equal(
        expected.Select(one => (one.Who.FullName, one.From, one.To)),
        contract.Assignments.OrderBy(a => a.FromOn).Select(a => (new[] { siv, ali, bo, hrs }.Single(p => p.Id == a.PersonId).FullName, a.FromOn, a.ToOn)));
}
