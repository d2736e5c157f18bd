using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>Our own day for the registration and the law's last one are one thing to do.</summary>
public sealed class RegistrationDaysTests
{
    private static readonly DateOnly Start = new(2024, 8, 15);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Hr = Guid.CreateVersion7();

    private readonly Apprenticeship apprenticeship = Contract();

    private TrackedDuty Target => apprenticeship.Duties.Single(duty => duty.Kind == DutyKind.RegistrationTarget);

    private TrackedDuty Deadline => apprenticeship.Duties.Single(duty => duty.Kind == DutyKind.RegistrationDeadline);

    [Fact]
    public void Sending_the_registration_keeps_our_own_day_and_waits_for_the_answer()
    {
        apprenticeship.MarkSent(Deadline, Today.AddDays(-1), Hr, Today);

        Assert.Equal((DutyState.Done, Today.AddDays(-1)), (Target.State, Target.DoneOn));
        Assert.Equal((DutyState.Open, Today.AddDays(20)), (Deadline.State, Deadline.ActOn));
    }

    [Fact]
    public void Our_own_day_is_sent_as_the_registration_it_is_about()
    {
        apprenticeship.MarkSent(Target, Today, Hr, Today);

        Assert.Equal((DutyState.Done, null), (Target.State, Target.SentOn));
        Assert.Equal((DutyState.Open, Today), (Deadline.State, Deadline.SentOn));
    }

    [Theory]
    [InlineData(DutyKind.RegistrationTarget)]
    [InlineData(DutyKind.RegistrationDeadline)]
    public void Done_with_one_is_done_with_both_and_taken_back_together(DutyKind kind)
    {
        var marked = apprenticeship.Duties.Single(duty => duty.Kind == kind);

        apprenticeship.MarkDone(marked, Today, Hr, Today);
        Assert.Equal((DutyState.Done, DutyState.Done), (Target.State, Deadline.State));

        apprenticeship.Reopen(marked);
        Assert.Equal((DutyState.Open, DutyState.Open), (Target.State, Deadline.State));
    }

    [Fact]
    public void An_answer_taken_back_leaves_it_sent_and_taken_back_once_more_it_is_not_sent()
    {
        apprenticeship.MarkSent(Deadline, Today.AddDays(-5), Hr, Today);
        apprenticeship.MarkDone(Deadline, Today, Hr, Today);

        apprenticeship.Reopen(Deadline);
        Assert.Equal((DutyState.Open, Today.AddDays(-5), DutyState.Done), (Deadline.State, Deadline.SentOn, Target.State));

        apprenticeship.Reopen(Deadline);
        Assert.Equal((null, Deadline.DueOn, DutyState.Open), (Deadline.SentOn, Deadline.ActOn, Target.State));
    }

    [Fact]
    public void Our_own_day_taken_back_takes_back_the_registration()
    {
        apprenticeship.MarkSent(Deadline, Today.AddDays(-5), Hr, Today);
        apprenticeship.MarkDone(Deadline, Today, Hr, Today);

        apprenticeship.Reopen(Target);

        Assert.Equal((DutyState.Open, DutyState.Open, null), (Target.State, Deadline.State, Deadline.SentOn));
    }

    [Fact]
    public void To_waive_our_own_day_leaves_the_law_its_own()
    {
        Target.Waive("Prøven er utsatt", Today, Hr);
        Assert.Equal(DutyState.Open, Deadline.State);

        apprenticeship.Reopen(Target);
        Assert.Equal((DutyState.Open, DutyState.Open), (Target.State, Deadline.State));
    }

    [Fact]
    public void What_takes_the_countys_consent_is_not_done_without_it()
    {
        apprenticeship.Record(new PeriodExtended(Start.AddMonths(26).AddDays(-1), 62), Decider.Employer, Today);
        apprenticeship.ScheduleDuties(DutyRules.Default);
        var notice = apprenticeship.Duties.Single(duty => duty.Kind == DutyKind.Notice);

        Assert.True(apprenticeship.TakesConsent(notice));
        apprenticeship.MarkSent(notice, Today, Hr, Today);
        Assert.Throws<RuleException>(() => apprenticeship.MarkDone(notice, Today, Hr, Today));
    }

    private static Apprenticeship Contract()
    {
        var curriculum = Example.Curriculum();
        var person = Person.Enter("Mari", "Berg", "mari@example.no", Language.Bokmal);
        var terms = new Apprenticeship.Terms(
            ContractKind.Apprentice, ContractVariant.Ordinary, null, curriculum.Code, "03", Guid.CreateVersion7(), Start, Start.AddYears(2).AddDays(-1));
        var entered = Apprenticeship.Enter(person, terms, curriculum, Start);
        entered.ScheduleDuties(DutyRules.Default);
        return entered;
    }
}
