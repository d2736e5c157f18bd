using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class ReadinessTests
{
    private static readonly DateOnly Today = new(2026, 4, 1);

    private static readonly ReadinessFacts Whole = new(Today, ContractKind.Apprentice, Attempt: 1, Documented: 24, Goals: 24)
    {
        Accommodation = Step(DutyState.Waived),
        Registration = Step(DutyState.Done, done: new(2026, 3, 20)),
        Trial = Step(DutyState.Done, done: new(2026, 2, 14)),
        HasResponsible = true,
        FirstDayOn = new(2026, 6, 8),
    };

    [Fact]
    public void With_everything_in_place_nothing_blocks()
    {
        var ready = Readiness.For(Whole);

        Assert.True(ready.IsReady);
        Assert.Equal(
            [
                (ReadinessKind.Goals, ReadinessState.Done), (ReadinessKind.Subjects, ReadinessState.Done), (ReadinessKind.Credentials, ReadinessState.NotNeeded),
                (ReadinessKind.Accommodation, ReadinessState.NotNeeded), (ReadinessKind.Registration, ReadinessState.Done), (ReadinessKind.Responsible, ReadinessState.Done),
                (ReadinessKind.Trial, ReadinessState.Done), (ReadinessKind.Dates, ReadinessState.Done),
            ],
            ready.Items.Select(item => (item.Kind, item.State)));
        Assert.Equal((6, 6), ready.Progress);
    }

    [Theory]
    [InlineData(ContractKind.Apprentice, 0, ReadinessState.Done)]
    [InlineData(ContractKind.Apprentice, 1, ReadinessState.Remains)]
    [InlineData(ContractKind.Apprentice, 2, ReadinessState.Remains)]
    [InlineData(ContractKind.Apprentice, 3, ReadinessState.Blocks)]
    [InlineData(ContractKind.PracticeCertificateCandidate, 1, ReadinessState.Remains)]
    [InlineData(ContractKind.PracticeCertificateCandidate, 2, ReadinessState.Blocks)]
    [InlineData(ContractKind.OnTheJobCandidate, 3, ReadinessState.NotNeeded)]
    public void One_or_two_subjects_may_be_missing_at_the_test(ContractKind kind, int missing, ReadinessState state) =>
        Assert.Equal(state, Readiness.For(Whole with { Kind = kind, SubjectsMissing = missing }).Of(ReadinessKind.Subjects)!.State);

    [Fact]
    public void What_the_contract_says_in_words_is_asked_about_and_blocks_nothing()
    {
        var unclear = Readiness.For(Whole with { SubjectsUnclear = true });

        Assert.Equal((ReadinessState.Remains, 0), (unclear.Of(ReadinessKind.Subjects)!.State, unclear.Of(ReadinessKind.Subjects)!.Number));
        Assert.True(unclear.IsReady);
    }

    [Fact]
    public void Once_it_is_passed_only_subjects_and_certificate_are_left_and_then_a_missing_subject_blocks()
    {
        var passed = Readiness.For(Whole with { PassedOn = new(2026, 3, 20), SubjectsMissing = 1, EndsOn = new(2026, 6, 14) });

        Assert.Equal([(ReadinessKind.Subjects, ReadinessState.Blocks), (ReadinessKind.Certificate, ReadinessState.Waiting)], passed.Items.Select(item => (item.Kind, item.State)));
        Assert.Equal(ReadinessState.Remains, Certificate(new(2026, 3, 31), null));
        Assert.Equal(ReadinessState.Done, Certificate(new(2026, 3, 31), new(2026, 4, 1)));

        static ReadinessState Certificate(DateOnly ends, DateOnly? received) =>
            Readiness.For(Whole with { PassedOn = new(2026, 3, 20), EndsOn = ends, CertificateOn = received }).Of(ReadinessKind.Certificate)!.State;
    }

    [Fact]
    public void The_registration_waits_for_its_day_blocks_and_is_late_only_by_the_law()
    {
        Assert.Equal((ReadinessState.Remains, new DateOnly(2026, 4, 2)), Registration(Step(DutyState.Open, opens: Today.AddDays(1), due: new(2026, 8, 1))));
        Assert.Equal((ReadinessState.Blocks, new DateOnly(2026, 4, 1)), Registration(Step(DutyState.Open, due: Today)));
        Assert.Equal((ReadinessState.Late, new DateOnly(2026, 3, 31)), Registration(Step(DutyState.Open, due: Today.AddDays(-1))));
        Assert.Equal((ReadinessState.Blocks, new DateOnly(2026, 3, 31)), Registration(Step(DutyState.Open, due: Today.AddDays(-1), basis: DutyBasis.HouseRule)));
        Assert.Equal((ReadinessState.Waiting, new DateOnly(2026, 3, 1)), Registration(Step(DutyState.Open, due: Today.AddDays(-1), sent: new(2026, 3, 1))));
        Assert.Equal((ReadinessState.Remains, new DateOnly(2026, 3, 31)), Registration(Step(DutyState.BeforeSystem, due: Today.AddDays(-1))));
        Assert.Equal(ReadinessState.NotNeeded, Readiness.For(Whole with { Registration = null }).Of(ReadinessKind.Registration)!.State);

        static (ReadinessState, DateOnly) Registration(ReadinessStep step)
        {
            var item = Readiness.For(Whole with { Registration = step }).Of(ReadinessKind.Registration)!;
            return (item.State, item.On!.Value);
        }
    }

    [Fact]
    public void Days_are_asked_for_once_the_registration_is_approved()
    {
        Assert.Equal(ReadinessState.Blocks, Dates(Whole with { FirstDayOn = null }));
        Assert.Equal(ReadinessState.Remains, Dates(Whole with { FirstDayOn = null, Registration = Step(DutyState.Open, sent: Today) }));
        Assert.Equal(ReadinessState.Done, Dates(Whole));

        static ReadinessState Dates(ReadinessFacts facts) => Readiness.For(facts).Of(ReadinessKind.Dates)!.State;
    }

    [Fact]
    public void Goals_remain_a_missing_certificate_of_the_trade_blocks_and_an_unanswered_application_waits()
    {
        var open = Readiness.For(Whole with
        {
            Documented = 20,
            CredentialsAsked = 2,
            CredentialsHeld = 1,
            Accommodation = Step(DutyState.Open, sent: new(2026, 3, 1)),
            HasResponsible = false,
        });

        Assert.Equal((ReadinessState.Remains, 20, 24), (open.Of(ReadinessKind.Goals)!.State, open.Of(ReadinessKind.Goals)!.Number, open.Of(ReadinessKind.Goals)!.Of));
        Assert.Equal([ReadinessKind.Credentials], open.Blockers.Select(item => item.Kind));
        Assert.Equal((ReadinessState.Waiting, new DateOnly(2026, 3, 1)), (open.Of(ReadinessKind.Accommodation)!.State, open.Of(ReadinessKind.Accommodation)!.On));
        Assert.Equal(ReadinessState.Remains, open.Of(ReadinessKind.Responsible)!.State);
        Assert.Equal(ReadinessState.Done, Readiness.For(Whole with { CredentialsAsked = 2, CredentialsHeld = 2 }).Of(ReadinessKind.Credentials)!.State);
    }

    [Fact]
    public void The_trial_test_waits_for_its_day_and_is_not_asked_for_before_a_second_attempt()
    {
        var open = Step(DutyState.Open, due: new(2026, 2, 16));
        Assert.Equal((ReadinessState.Remains, 0), Trial(Whole with { Trial = open }));
        Assert.Equal((ReadinessState.Waiting, 1), Trial(Whole with { Trial = open, TrialOn = Today }));
        Assert.Equal((ReadinessState.Remains, 1), Trial(Whole with { Trial = open, TrialOn = Today.AddDays(-1) }));
        Assert.Equal((ReadinessState.NotNeeded, 0), Trial(Whole with { Attempt = 2 }));
        Assert.Equal((ReadinessState.Waiting, 1), Trial(Whole with { Attempt = 2, TrialOn = Today.AddDays(9) }));
        Assert.Equal((ReadinessState.NotNeeded, 0), Trial(Whole with { Trial = Step(DutyState.Waived) }));

        static (ReadinessState, int) Trial(ReadinessFacts facts) =>
            Readiness.For(facts).Of(ReadinessKind.Trial) is { } item ? (item.State, item.Number) : default;
    }

    private static ReadinessStep Step(
        DutyState state, DateOnly? opens = null, DateOnly? due = null, DateOnly? sent = null, DateOnly? done = null, DutyBasis basis = DutyBasis.Law) =>
        new(state, basis, opens ?? new(2025, 12, 14), due ?? new(2026, 6, 14), sent, done);
}
