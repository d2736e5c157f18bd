using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class EvaluationTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private readonly Person apprentice = Person.Enter("Ingrid", "Solheim", "ingrid@example.no", Language.Bokmal);
    private readonly Person instructor = Person.Enter("Siv", "Åmot", "siv@example.no", Language.Bokmal, Roles.Instructor);

    [Fact]
    public void Talks_whose_window_had_ended_when_the_record_was_entered_are_unknown()
    {
        var states = Entered(new DateOnly(2026, 7, 5)).Evaluations.Select(e => e.State).ToList();

        Assert.Equal([EvaluationState.UnknownBeforeSystem, .. Enumerable.Repeat(EvaluationState.Planned, 3)], Entered(new(2026, 7, 5)).Evaluations.Select(e => e.State));
        Assert.Equal(4, states.Count);
        Assert.All(Entered(new(2026, 7, 4)).Evaluations, e => Assert.Equal(EvaluationState.Planned, e.State));
    }

    [Fact]
    public void A_talk_is_signed_once_both_have_signed_and_never_changes_again()
    {
        var talk = Entered(Start).Evaluations[0];
        talk.Hold(new(2026, 4, 28), "Gikk gjennom målene.", instructor.Id, Today);

        talk.Sign(instructor.Id, Roles.Instructor, Now);
        Assert.Equal(EvaluationState.Held, talk.State);
        talk.Sign(apprentice.Id, Roles.Apprentice, Now);
        Assert.Equal(EvaluationState.Signed, talk.State);

        Assert.Throws<RuleException>(() => talk.Hold(new(2026, 4, 29), "Noe annet.", instructor.Id, Today));
        Assert.Throws<RuleException>(() => talk.Waive("Angrer."));
        Assert.Throws<RuleException>(() => talk.PlanOn(Today));
        Assert.Equal("Gikk gjennom målene.", talk.Summary);
    }

    [Fact]
    public void Nobody_signs_twice_and_nobody_signs_what_is_not_held()
    {
        var talk = Entered(Start).Evaluations[0];
        Assert.Throws<RuleException>(() => talk.Sign(instructor.Id, Roles.Instructor, Now));

        talk.Hold(new(2026, 4, 28), "Gikk gjennom målene.", instructor.Id, Today);
        talk.Sign(instructor.Id, Roles.Instructor, Now);
        Assert.Throws<RuleException>(() => talk.Sign(instructor.Id, Roles.Instructor, Now));
    }

    [Fact]
    public void What_one_has_signed_cannot_be_rewritten_under_the_signature()
    {
        var talk = Entered(Start).Evaluations[0];
        talk.Hold(new(2026, 4, 28), "Gikk gjennom målene.", instructor.Id, Today);
        talk.Sign(apprentice.Id, Roles.Apprentice, Now);

        Assert.Throws<RuleException>(() => talk.Hold(new(2026, 4, 28), "Noe annet.", instructor.Id, Today));
    }

    [Fact]
    public void A_talk_is_not_held_ahead_of_time_nor_before_its_half_year()
    {
        var talks = Entered(Start).Evaluations;

        Assert.Throws<RuleException>(() => talks[0].Hold(Today.AddDays(1), "Tekst", instructor.Id, Today));
        Assert.Throws<RuleException>(() => talks[1].Hold(Today, "Tekst", instructor.Id, Today));
    }

    [Fact]
    public void A_break_moves_the_talks_that_are_not_held_and_leaves_the_held_one()
    {
        var apprenticeship = Entered(Start);
        apprenticeship.Evaluations[0].Hold(new(2026, 4, 28), "Tekst", instructor.Id, Today);

        apprenticeship.Interrupt(new(2026, 5, 1), new(2026, 5, 31), 100, countyConsentOn: new(2026, 4, 30));

        Assert.Equal(new DateOnly(2026, 7, 4), apprenticeship.Evaluations[0].DueOn);
        Assert.Equal(new DateOnly(2027, 2, 4), apprenticeship.Evaluations[1].DueOn);
        Assert.Equal(new DateOnly(2028, 2, 4), apprenticeship.EndsOn);
        Assert.Equal(new DateOnly(2028, 1, 4), apprenticeship.ContractEndsOn);
    }

    [Fact]
    public void While_the_county_has_not_consented_no_day_moves()
    {
        var apprenticeship = Entered(Start);

        apprenticeship.Interrupt(new(2026, 5, 1), new(2026, 5, 31), 100, countyConsentOn: null);

        Assert.Equal(new DateOnly(2026, 7, 4), apprenticeship.Evaluations[0].DueOn);
        Assert.Equal(new DateOnly(2028, 1, 4), apprenticeship.EndsOn);
    }

    [Fact]
    public void A_shorter_contract_drops_the_talks_nobody_has_touched()
    {
        var apprenticeship = Entered(Start);

        apprenticeship.Correct(Terms(endsOn: new(2027, 1, 4)), Example.Curriculum(), new(2026, 1, 5));

        Assert.Equal([1, 2], apprenticeship.Evaluations.Select(e => e.Number));
        Assert.Equal(2, apprenticeship.Plan.Max(goal => goal.HalfYear));
        Assert.Equal(new DateOnly(2027, 1, 4), apprenticeship.Plan.Max(goal => goal.ExpectedOn));
    }

    private Apprenticeship Entered(DateOnly on) => Apprenticeship.Enter(apprentice, Terms(new(2028, 1, 4)), Example.Curriculum(), on);

    private static Apprenticeship.Terms Terms(DateOnly endsOn) => new(
        ContractKind.Apprentice, ContractVariant.Ordinary, "2026-1", "ITD03-01", "03", Guid.CreateVersion7(), Start, endsOn);
}
