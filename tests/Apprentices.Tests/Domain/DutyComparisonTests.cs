using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>62 days of parental leave in a contract of 2025-08-18 to 2027-08-17: what moves, what waits, what stays.</summary>
public sealed class DutyComparisonTests
{
    private static readonly DateOnly Start = new(2025, 8, 18);
    private static readonly DateOnly End = new(2027, 8, 17);
    private static readonly DateOnly Today = new(2026, 2, 20);
    private static readonly InterruptionBegun Leave = new(new(2026, 3, 2), new(2026, 5, 2), 100, Prolongs: true);
    private static readonly Person Hr = Person.Enter("Nina", "Dahl", "nina@example.no", Language.Bokmal, Roles.Hr);
    private readonly Apprenticeship contract = Entered();

    [Fact]
    public void Until_the_county_consents_the_law_stays_on_the_old_day_and_the_new_one_stands_beside()
    {
        var deadline = Line(Compare(Leave), DutyKind.RegistrationDeadline);

        Assert.Equal(DutyOutcome.WaitsForCounty, deadline.Outcome);
        Assert.Equal((new DateOnly(2027, 6, 17), new DateOnly(2027, 6, 17)), (deadline.OldDay, deadline.NewDay));
        Assert.Equal((null, new DateOnly(2027, 8, 18)), (deadline.OldProposedDay, deadline.NewProposedDay));
    }

    [Fact]
    public void With_the_consent_it_moves()
    {
        var begun = contract.Record(Leave, Decider.Employer, Today);

        var lines = Compare(new ConsentGiven(begun.Id, Today));

        var deadline = Line(lines, DutyKind.RegistrationDeadline);
        Assert.Equal((DutyOutcome.Moves, new DateOnly(2027, 6, 17), new DateOnly(2027, 8, 18)), (deadline.Outcome, deadline.OldDay!.Value, deadline.NewDay!.Value));
        Assert.Equal(new DateOnly(2027, 8, 18), deadline.OldProposedDay);
        Assert.Null(deadline.NewProposedDay);
        Assert.Equal((new DateOnly(2027, 8, 17), new DateOnly(2027, 10, 18)), (Line(lines, DutyKind.Closing).OldDay!.Value, Line(lines, DutyKind.Closing).NewDay!.Value));
        Assert.Equal(DutyOutcome.IsSettled, Line(lines, DutyKind.Notice).Outcome);
    }

    [Fact]
    public void A_break_that_prolongs_nothing_moves_nothing() =>
        Assert.All(Compare(Leave with { Prolongs = false }), line => Assert.Contains(line.Outcome, new[] { DutyOutcome.Unchanged, DutyOutcome.Stays }));

    [Fact]
    public void Only_talks_whose_day_comes_after_the_break_wait()
    {
        var talks = Compare(Leave).Where(line => line.Duty.Kind == DutyKind.HalfYearTalk).ToList();

        Assert.Equal([DutyOutcome.Unchanged, DutyOutcome.WaitsForCounty, DutyOutcome.WaitsForCounty], talks.Take(3).Select(line => line.Outcome));
        Assert.Equal(new DateOnly(2026, 10, 18), talks[1].NewProposedDay);
    }

    [Fact]
    public void What_was_held_keeps_its_day()
    {
        contract.Evaluations.Single(talk => talk.Number == 2).Hold(new(2026, 2, 19), "Vi snakket.", Hr.Id, new(2026, 2, 19));

        var talk = Compare(Leave).Single(line => line.Duty is { Kind: DutyKind.HalfYearTalk, Number: 2 });

        Assert.Equal((DutyOutcome.Stays, new DateOnly(2026, 8, 17), new DateOnly(2026, 8, 17)), (talk.Outcome, talk.OldDay!.Value, talk.NewDay!.Value));
        Assert.Equal((null, new DateOnly(2026, 2, 19)), (talk.NewProposedDay, talk.DoneOn));
    }

    [Fact]
    public void What_was_waived_or_done_keeps_its_day()
    {
        contract.ScheduleDuties(DutyRules.Default);
        contract.Duties.Single(duty => duty.Kind == DutyKind.Accommodation).Waive("Trengs ikke.", Today, Hr.Id);
        contract.Duties.Single(duty => duty.Kind == DutyKind.MockTest).MarkDone(Today, Hr.Id, Today);

        var lines = Compare(Leave);

        Assert.Equal((DutyOutcome.Stays, true), (Line(lines, DutyKind.Accommodation).Outcome, Line(lines, DutyKind.Accommodation).IsWaived));
        Assert.Equal((DutyOutcome.Stays, Today), (Line(lines, DutyKind.MockTest).Outcome, Line(lines, DutyKind.MockTest).DoneOn!.Value));
    }

    [Fact]
    public void The_county_has_to_be_told_of_it()
    {
        var notice = Line(Compare(Leave), DutyKind.Notice);

        Assert.Equal((DutyOutcome.ComesAbout, null, new DateOnly(2026, 2, 27)), (notice.Outcome, notice.OldDay, notice.NewDay!.Value));
    }

    [Fact]
    public void A_refusal_takes_the_proposed_days_away()
    {
        var begun = contract.Record(Leave, Decider.Employer, Today);

        var deadline = Line(Compare(new ConsentRefused(begun.Id, Today)), DutyKind.RegistrationDeadline);

        Assert.Equal((DutyOutcome.NoLongerWaits, new DateOnly(2027, 6, 17), new DateOnly(2027, 8, 18)), (deadline.Outcome, deadline.NewDay!.Value, deadline.OldProposedDay!.Value));
    }

    [Fact]
    public void An_early_end_takes_the_test_away_and_brings_the_certificate()
    {
        var lines = Compare(new ContractTerminated(new(2026, 3, 31), TerminationWay.ByAgreement));

        Assert.Equal(DutyOutcome.Goes, Line(lines, DutyKind.FinalTest).Outcome);
        Assert.Equal((DutyOutcome.ComesAbout, new DateOnly(2026, 3, 31)), (Line(lines, DutyKind.Attest).Outcome, Line(lines, DutyKind.Attest).NewDay!.Value));
        Assert.Equal(DutyOutcome.ComesAbout, Line(lines, DutyKind.Notice).Outcome);
    }

    [Fact]
    public void A_signed_contract_is_done_by_saying_so_and_is_to_be_signed_again_when_that_was_a_mistake()
    {
        Assert.Equal(DutyOutcome.IsSettled, Line(Compare(new ContractSigned(new(2025, 7, 1))), DutyKind.ContractSigned).Outcome);

        var entry = contract.Record(new ContractSigned(new(2025, 7, 1)), Decider.BothParties, Today);

        Assert.Equal(DutyOutcome.Stays, Line(Compare(Leave), DutyKind.ContractSigned).Outcome);
        Assert.Equal(DutyOutcome.Reopens, Line(Compare(new ChangeWithdrawn(entry.Id)), DutyKind.ContractSigned).Outcome);
    }

    [Fact]
    public void Trying_a_change_enters_nothing()
    {
        Compare(Leave);

        Assert.Single(contract.Entries);
        Assert.Throws<RuleException>(() => contract.StateAfter(new ConsentGiven(Guid.CreateVersion7(), Today), Today));
    }

    private IReadOnlyList<DutyLine> Compare(RecordChange change) => DutyComparison.Of(
        Duties.For(contract.Facts, DutyRules.Default), Duties.For(contract.FactsOf(contract.StateAfter(change, Today)), DutyRules.Default),
        contract.Duties, contract.Evaluations);

    private static DutyLine Line(IReadOnlyList<DutyLine> lines, DutyKind kind) => lines.Single(line => line.Duty.Kind == kind);

    private static Apprenticeship Entered() => Apprenticeship.Enter(
        Person.Enter("Ingrid", "Solheim", "ingrid@example.no", Language.Bokmal),
        new Apprenticeship.Terms(ContractKind.Apprentice, ContractVariant.Ordinary, null, "ITD03-01", "03", Guid.CreateVersion7(), Start, End),
        Example.Curriculum(), Start);
}
