using Apprentices.Domain;
using Apprentices.Features.FinalTests;
using Apprentices.Features.RecordChanges;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.FinalTests;

public sealed class TestEventTests : FinalTestCase
{
    [BothDatabases]
    public async Task A_deferred_test_ends_the_agreed_dates_and_uses_up_no_attempt()
    {
        On(new(2026, 6, 1));
        await AgreeAsync(new(2026, 6, 1), new(2026, 6, 9));

        await EnterAsync(TestEvent.Deferral, new(2026, 6, 1));

        var test = await ShowAsync(Liv);
        Assert.Equal((1, null), (test.Ahead!.Number, test.Ahead.Current));
        Assert.Equal((TestDatesEnd.Deferred, new DateOnly(2026, 6, 1)), (test.Ahead.Agreements[0].EndedBecause!.Value, test.Ahead.Agreements[0].Dates.FirstDayOn));
        Assert.Equal(new TestDeferred(new(2026, 6, 1)), test.State.Deferrals[0].Deferral);

        await AgreeAsync(new(2026, 6, 15), new(2026, 6, 23));
        Assert.Equal(2, (await ShowAsync()).Ahead!.Agreements.Count);
    }

    [BothDatabases]
    public async Task After_a_test_annulled_for_cheating_no_dates_and_no_result_are_taken_before_a_year_has_passed()
    {
        On(new(2026, 6, 20));
        await EnterAsync(TestEvent.Annulment, new(2026, 6, 16), input => input.NoticeOn = new(2026, 6, 20));
        Assert.Equal((2, new DateOnly(2027, 6, 20)), ((await ShowAsync()).Ahead!.Number, (await ShowAsync()).State.NextTestFromOn!.Value));

        await RefusedAsync(RuleTexts.WithinAYear, () => AgreeAsync(new(2027, 6, 19), new(2027, 6, 29), number: 2));
        await AgreeAsync(new(2027, 6, 21), new(2027, 6, 29), number: 2);

        On(new(2027, 6, 19));
        await RefusedAsync(RuleTexts.WithinAYear, () => PassAsync(new(2027, 6, 19)));
        On(new(2027, 6, 20));
        await PassAsync(new(2027, 6, 20));
        Assert.NotNull((await ShowAsync()).State.TestPassedOn);
    }

    [BothDatabases]
    public async Task A_third_test_is_refused_until_the_county_has_consented_to_a_longer_training()
    {
        On(new(2026, 5, 28));
        await FailAsync(new(2026, 5, 26), new(2026, 5, 28));
        On(new(2026, 7, 10));
        await FailAsync(new(2026, 7, 8), new(2026, 7, 10));

        Assert.Null((await ShowAsync()).Ahead);
        Assert.False((await ShowAsync()).Allows(TestEvent.Result));
        On(new(2026, 8, 10));
        await RefusedAsync(RuleTexts.NoThirdTest, () => PassAsync(new(2026, 8, 10)));
        await RefusedAsync(RuleTexts.NoThirdTest, () => RecordAsync(new() { What = WhatHappened.Test, On = new(2026, 8, 10), NoticeOn = new(2026, 8, 10), Grade = TestGrade.Passed }));

        await ExtendAsync(new(2027, 2, 14), new(2026, 8, 10));
        Assert.Equal(3, (await ShowAsync()).Ahead!.Number);
        On(new(2026, 11, 20));
        await PassAsync(new(2026, 11, 20));
        Assert.Equal(new(2026, 11, 20), (await ShowAsync()).State.TestPassedOn);
    }

    [BothDatabases]
    public async Task An_appeal_that_is_upheld_makes_the_test_passed_and_the_second_registration_goes()
    {
        On(new(2026, 5, 28));
        await FailAsync(new(2026, 5, 26), new(2026, 5, 28));
        var sitting = (await ShowAsync()).State.Sittings[0];
        Assert.NotNull(await DutyAsync(DutyKind.RegistrationDeadline, 2));
        On(new(2026, 6, 10));
        await EnterAsync(TestEvent.Appeal, new(2026, 6, 9), input => input.About = sitting.Id);
        var appeal = await DutyAsync(DutyKind.Appeal);
        Assert.Equal((DutyState.Done, new DateOnly(2026, 6, 9)), (appeal!.State, appeal.DoneOn!.Value));
        await RefusedAsync(RuleTexts.NothingToAppeal, () => EnterAsync(TestEvent.Appeal, new(2026, 6, 9), input => input.About = sitting.Id));

        On(new(2026, 9, 1));
        await RefusedAsync(FinalTestTexts.SomethingMissing, () => EnterAsync(TestEvent.AppealDecision, new(2026, 9, 1), input => (input.About, input.Outcome) = (sitting.Id, AppealOutcome.GradeChanged)));
        await RefusedAsync(RuleTexts.DecidedBeforeAppeal, () => DecideAsync(sitting.Id, new(2026, 6, 8)));
        await DecideAsync(sitting.Id, new(2026, 9, 1));

        var upheld = await ShowAsync(Liv);
        Assert.Equal((TestOutcome.Passed, TestGrade.Passed, new DateOnly(2026, 5, 26)), (upheld.Attempts[0].Sitting!.Outcome, upheld.Attempts[0].Sitting!.Grade, upheld.State.TestPassedOn!.Value));
        Assert.Null(await DutyAsync(DutyKind.RegistrationDeadline, 2));
        Assert.Equal(
            [typeof(TestHeld), typeof(TestAppealed), typeof(AppealDecided)],
            (await App.DbAsync(db => db.RecordEntries.Where(e => e.ApprenticeshipId == Contract.Id).OrderBy(e => e.Order).ToListAsync())).TakeLast(3).Select(e => e.Change.GetType()));
    }

    [BothDatabases]
    public async Task Sent_out_she_sits_a_new_test_and_still_has_the_right_to_one_more_after_a_failure()
    {
        On(new(2026, 5, 20));
        await EnterAsync(TestEvent.SentOut, new(2026, 5, 20));
        Assert.Equal((2, TestOutcome.SentOut), ((await ShowAsync()).Ahead!.Number, (await ShowAsync()).Attempts[0].Sitting!.Outcome));

        On(new(2026, 6, 20));
        await FailAsync(new(2026, 6, 20), new(2026, 6, 20));
        Assert.Equal(3, (await ShowAsync()).Ahead!.Number);
        On(new(2026, 7, 20));
        await FailAsync(new(2026, 7, 20), new(2026, 7, 20));
        Assert.Null((await ShowAsync()).Ahead);
    }

    [BothDatabases]
    public async Task The_certificate_comes_only_after_the_test_is_passed_and_each_once()
    {
        On(new(2026, 6, 16));
        await RefusedAsync(RuleTexts.CertificateBeforePassed, () => CertifyAsync());
        await PassAsync(new(2026, 6, 16));
        await CertifyAsync();

        await RefusedAsync(RuleTexts.CertificateThere, () => CertifyAsync());

        Task CertifyAsync() => EnterAsync(TestEvent.Certificate, new(2026, 6, 16), input => input.Certificate = CertificateKind.TradeCertificate);
    }

    [BothDatabases]
    public async Task Of_two_who_enter_at_once_the_second_looks_again_and_nothing_is_entered_of_hers()
    {
        On(new(2026, 6, 16));
        var version = (await ShowAsync()).Version;
        await PassAsync(new(2026, 6, 16));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(Hr).RunAsync((EnterTestEvent use) => use.RunAsync(
            Contract.Id, new EnterTestEvent.Input { What = TestEvent.Certificate, On = new(2026, 6, 16), Certificate = CertificateKind.TradeCertificate, Version = version })));

        Assert.Empty((await ShowAsync()).State.Certificates);
    }

    private Task DecideAsync(Guid about, DateOnly on) =>
        EnterAsync(TestEvent.AppealDecision, on, input => (input.About, input.Outcome, input.Grade) = (about, AppealOutcome.GradeChanged, TestGrade.Passed));

    private static async Task RefusedAsync(string sentence, Func<Task> act) => Assert.Equal(sentence, (await Assert.ThrowsAsync<RuleException>(act)).Message);
}
