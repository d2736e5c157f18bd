using Apprentices.Domain;
using Apprentices.Features.FinalTests;
using Apprentices.Features.RecordChanges;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.FinalTests;

/// <summary>One way to a trade certificate from end to end: failed in the window, extended, the re-sit passed. Each date is counted by hand.</summary>
public sealed class WorkedCaseTests : FinalTestCase
{
    [BothDatabases]
    public async Task Failed_in_the_window_extended_and_passed_at_the_second_attempt()
    {
        // S = Thursday 15 August 2024, E = Friday 14 August 2026.
        // Registration at the latest two months before E (§ 9-56): 14 June 2026. Window from three months before E (§ 9-55): 14 May 2026.
        var before = await ShowAsync();
        Assert.Equal((1, new DateOnly(2026, 5, 14), new DateOnly(2026, 8, 14)), (before.Ahead!.Number, before.Ahead.OpensOn!.Value, before.Ahead.ClosesOn!.Value));
        Assert.Equal(new(2026, 6, 14), before.Ahead.Registration!.DueOn);
        Assert.Equal(7, before.WorkingDays);

        // Registered in March, approved in April.
        On(new(2026, 3, 9));
        await SendAsync(DutyKind.RegistrationDeadline, new(2026, 3, 9));
        On(new(2026, 4, 7));
        await FinishAsync(DutyKind.RegistrationDeadline, new(2026, 4, 7));
        Assert.Equal((ReadinessState.Blocks, ReadinessState.Done), await StatesAsync(ReadinessKind.Dates, ReadinessKind.Registration));

        // Seven working days from Friday 15 May 2026: 15, 18, 19, 20, 21 and 22 May are six; 17 May is a Sunday; 25 May is Whit Monday
        // and not counted; the seventh is Tuesday 26 May.
        Assert.Equal(new(2026, 5, 26), TestDays.LastOf(new(2026, 5, 15), before.WorkingDays!.Value));
        await AgreeAsync(new(2026, 5, 15), new(2026, 5, 26));
        Assert.Equal(new TestDates("IT-drift Oslo", new(2026, 5, 15), new(9, 0), new(2026, 5, 15), new(2026, 5, 26)), (await ShowAsync(Liv)).Ahead!.Current!.Dates);

        // Not passed; told on Thursday 28 May. Three weeks to appeal from then (forvaltningsloven § 29): Thursday 18 June 2026.
        On(new(2026, 5, 28));
        await FailAsync(new(2026, 5, 26), new(2026, 5, 28));
        var failed = await ShowAsync(Liv);
        Assert.Equal((TestOutcome.NotPassed, new DateOnly(2026, 6, 18)), (failed.Attempts[0].Sitting!.Outcome, failed.Attempts[0].Sitting!.AppealBy!.Value));
        var appeal = await DutyAsync(DutyKind.Appeal);
        Assert.Equal((new(2026, 6, 18), DutyState.Open, DutyRole.Apprentice), (appeal!.DueOn, appeal.State, appeal.Responsible));

        // Within the old days: E less two months is 14 June, after the day she was told, so the law's day still stands for the new registration.
        Assert.Equal((2, new DateOnly(2026, 6, 14)), (failed.Ahead!.Number, failed.Ahead.Registration!.DueOn));
        Assert.Equal((new(2026, 5, 29), new DateOnly(2026, 8, 14)), (failed.Ahead.OpensOn!.Value, failed.Ahead.ClosesOn!.Value));

        // Extended by six months to Sunday 14 February 2027; until the county has consented nothing moves.
        On(new(2026, 6, 1));
        var extension = await RecordAsync(new() { What = WhatHappened.Extension, ToOn = new(2027, 2, 14) });
        Assert.Equal(new(2026, 6, 14), (await ShowAsync()).Ahead!.Registration!.DueOn);
        On(new(2026, 6, 10));
        await RecordAsync(new() { What = WhatHappened.Consent, Entry = extension, On = new(2026, 6, 10) });

        // New registration two months before: 14 December 2026. New window three months before: 14 November 2026 to 14 February 2027.
        var extended = await ShowAsync();
        Assert.Equal((new(2026, 12, 14), DutyBasis.Law), (extended.Ahead!.Registration!.DueOn, extended.Ahead.Registration.Basis));
        Assert.Equal((new(2026, 11, 14), new DateOnly(2027, 2, 14)), (extended.Ahead.OpensOn!.Value, extended.Ahead.ClosesOn!.Value));

        // The first attempt keeps the days it was due by.
        Assert.Equal((new(2026, 6, 14), new DateOnly(2026, 5, 26)), ((await DutyAsync(DutyKind.RegistrationDeadline))!.DueOn, (await DutyAsync(DutyKind.FinalTest))!.DoneOn!.Value));
        Assert.Equal(new(2026, 8, 14), (await DutyAsync(DutyKind.FinalTest))!.DueOn);

        // The re-sit: registered, agreed from Monday 23 November; seven working days end on Tuesday 1 December. Passed.
        On(new(2026, 10, 5));
        await SendAsync(DutyKind.RegistrationDeadline, new(2026, 10, 5), number: 2);
        On(new(2026, 10, 20));
        await FinishAsync(DutyKind.RegistrationDeadline, new(2026, 10, 20), number: 2);
        Assert.Equal(new(2026, 12, 1), TestDays.LastOf(new(2026, 11, 23), 7));
        await AgreeAsync(new(2026, 11, 23), new(2026, 12, 1), number: 2);
        On(new(2026, 12, 1));
        await PassAsync(new(2026, 12, 1));
        var passed = await ShowAsync(Liv);
        Assert.Null(passed.Ahead);
        Assert.Equal([(1, TestOutcome.NotPassed), (2, TestOutcome.Passed)], passed.Attempts.Select(attempt => (attempt.Number, attempt.Sitting!.Outcome)));
        Assert.Equal((ReadinessState.Done, ReadinessState.Waiting), await StatesAsync(ReadinessKind.Subjects, ReadinessKind.Certificate));

        // The training has to be completed first; then the county's certificate comes, and the record is closed.
        On(new(2027, 2, 14));
        await RecordAsync(new() { What = WhatHappened.Completion, On = new(2027, 2, 14) });
        On(new(2027, 3, 1));
        await EnterAsync(TestEvent.Certificate, new(2027, 3, 1), input => input.Certificate = CertificateKind.TradeCertificate);
        var closed = await ShowAsync(Liv);
        Assert.Equal(new CertificateReceived(new(2027, 3, 1), CertificateKind.TradeCertificate), Assert.Single(closed.State.Certificates));
        Assert.Equal(ReadinessState.Done, closed.Readiness.Of(ReadinessKind.Certificate)!.State);
        Assert.Equal((new(2027, 2, 14), DutyKind.Closing), ((await DutyAsync(DutyKind.Closing))!.DueOn, DutyKind.Closing));
        Assert.Equal((2, new DateOnly(2026, 12, 1)), await App.DbAsync(async db => (await db.Apprenticeships.FindAsync(Contract.Id)) is { } a ? (a.TestsSat, a.TestPassedOn!.Value) : default));
    }

    private async Task<(ReadinessState, ReadinessState)> StatesAsync(ReadinessKind one, ReadinessKind other)
    {
        var readiness = (await ShowAsync()).Readiness;
        return (readiness.Of(one)!.State, readiness.Of(other)!.State);
    }
}
