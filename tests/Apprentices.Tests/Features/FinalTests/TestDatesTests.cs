using Apprentices.Domain;
using Apprentices.Features.FinalTests;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.FinalTests;

public sealed class TestDatesTests : FinalTestCase
{
    [BothDatabases]
    public async Task Dates_that_move_are_kept_and_the_new_ones_are_to_be_read_anew()
    {
        On(new(2026, 5, 1));
        await AgreeAsync(new(2026, 6, 1), new(2026, 6, 9));
        var first = (await ShowAsync(Liv)).Ahead!.Current!;
        await App.As(Liv).RunAsync((ReadTestDates use) => use.RunAsync(first.Id));
        Assert.NotNull((await ShowAsync()).Ahead!.Current!.ReadAt);

        await AgreeAsync(new(2026, 6, 8), new(2026, 6, 16), by: Hr);

        var moved = (await ShowAsync()).Ahead!;
        Assert.Equal([(new DateOnly(2026, 6, 8), true, null), (new DateOnly(2026, 6, 1), false, TestDatesEnd.Moved)], moved.Agreements.Select(a => (a.Dates.FirstDayOn, a.IsCurrent, a.EndedBecause)));
        Assert.Equal(("Hanne Rød", null), (moved.Current!.AgreedBy, moved.Current.ReadAt));
        Assert.NotNull(moved.Agreements[1].ReadAt);
        await Assert.ThrowsAsync<RuleException>(() => App.As(Liv).RunAsync((ReadTestDates use) => use.RunAsync(first.Id)));
    }

    [BothDatabases]
    public async Task The_same_dates_again_change_nothing_and_dates_called_off_are_kept()
    {
        On(new(2026, 5, 1));
        await AgreeAsync(new(2026, 6, 1), new(2026, 6, 9));
        await AgreeAsync(new(2026, 6, 1), new(2026, 6, 9));
        var agreed = (await ShowAsync()).Ahead!;
        Assert.Single(agreed.Agreements);

        await App.As(Manager).RunAsync((CallOffTestDates use) => use.RunAsync(Contract.Id, 1, agreed.Version));

        var off = (await ShowAsync()).Ahead!;
        Assert.Null(off.Current);
        Assert.Equal(TestDatesEnd.CalledOff, Assert.Single(off.Agreements).EndedBecause);
        await Assert.ThrowsAsync<RuleException>(() => App.As(Manager).RunAsync((CallOffTestDates use) => use.RunAsync(Contract.Id, 1, off.Version)));
    }

    [BothDatabases]
    public async Task Of_two_who_agree_dates_at_once_the_second_looks_again()
    {
        On(new(2026, 5, 1));
        await AgreeAsync(new(2026, 6, 1), new(2026, 6, 9));
        var seen = (await ShowAsync()).Ahead!.Version;
        await AgreeAsync(new(2026, 6, 8), new(2026, 6, 16), by: Hr);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Agree(seen));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Agree(null));
        Assert.Equal(new(2026, 6, 8), (await ShowAsync()).Ahead!.Current!.Dates.FirstDayOn);

        Task Agree(int? version) => App.As(Manager).RunAsync((AgreeTestDates use) => use.RunAsync(Contract.Id, new AgreeTestDates.Input
        {
            Number = 1,
            Place = "Et annet sted",
            FirstDayOn = new(2026, 7, 1),
            LastDayOn = new(2026, 7, 9),
            Version = version,
        }));
    }

    [BothDatabases]
    public async Task The_one_named_responsible_follows_her_up_and_the_trial_test_is_held_by_its_duty()
    {
        On(new(2026, 2, 1));
        await Assert.ThrowsAsync<NotThereException>(() => PrepareAsync(Hr.Id));
        await PrepareAsync(Instructor.Id);
        var prepared = await ShowAsync(Liv);
        Assert.Equal(("Inga Veien", new DateOnly(2026, 2, 17)), (prepared.Ahead!.Responsible, prepared.Ahead.TrialOn!.Value));
        Assert.Equal(ReadinessState.Waiting, prepared.Readiness.Of(ReadinessKind.Trial)!.State);

        On(new(2026, 2, 18));
        await FinishAsync(DutyKind.MockTest, new(2026, 2, 17));
        Assert.Equal((ReadinessState.Done, new DateOnly(2026, 2, 17)), await TrialAsync());

        async Task<(ReadinessState, DateOnly)> TrialAsync() => (await ShowAsync()).Readiness.Of(ReadinessKind.Trial) is { } item ? (item.State, item.On!.Value) : default;

        async Task PrepareAsync(Guid who) => await App.As(Manager).RunAsync(async (PrepareTest use) => await use.RunAsync(
            Contract.Id, new PrepareTest.Input { Number = 1, ResponsibleId = who, TrialOn = new(2026, 2, 17), Version = (await ShowAsync()).Ahead!.Version }));
    }

    [BothDatabases]
    public async Task Missing_subjects_and_certificates_of_the_trade_are_noted_with_their_days_and_taken_back()
    {
        On(new(2026, 5, 1));
        var credential = await App.As(Hr).RunAsync((KeepCredential use) => use.RunAsync("ITD03-01", new KeepCredential.Input { Title = "Sikkerhetskurs" }));
        var subject = await App.As(Manager).RunAsync((NoteSubject use) => use.RunAsync(Contract.Id, new NoteSubject.Input { Name = " Matematikk 1P-Y " }));
        var open = await ShowAsync(Liv);
        Assert.Equal((ReadinessState.Remains, ReadinessState.Blocks), (open.Readiness.Of(ReadinessKind.Subjects)!.State, open.Readiness.Of(ReadinessKind.Credentials)!.State));
        Assert.Equal("Matematikk 1P-Y", Assert.Single(open.Subjects).Name);

        await App.As(Manager).RunAsync((NoteCredential use) => use.RunAsync(Contract.Id, new NoteCredential.Input { CredentialId = credential, On = new(2026, 4, 20) }));
        await App.As(Manager).RunAsync((NoteSubject use) => use.PassAsync(new NoteSubject.PassInput { Id = subject, On = new(2026, 4, 25), Version = 0 }));
        var done = await ShowAsync(Liv);
        Assert.Equal((ReadinessState.Done, ReadinessState.Done), (done.Readiness.Of(ReadinessKind.Subjects)!.State, done.Readiness.Of(ReadinessKind.Credentials)!.State));
        Assert.Equal((new(2026, 4, 25), new DateOnly(2026, 4, 20)), (done.Subjects[0].PassedOn!.Value, done.Credentials[0].HeldOn!.Value));

        // No longer asked for, it is still hers.
        await App.As(Hr).RunAsync((KeepCredential use) => use.RetireAsync(credential));
        Assert.Equal(new(2026, 4, 20), (await ShowAsync()).Credentials[0].HeldOn);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(Manager).RunAsync((NoteSubject use) => use.TakeBackAsync(subject, 0)));
        await App.As(Manager).RunAsync((NoteSubject use) => use.TakeBackAsync(subject, 1));
        Assert.Null((await ShowAsync()).Subjects[0].PassedOn);
        await App.As(Manager).RunAsync((NoteSubject use) => use.TakeBackAsync(subject, 2));
        Assert.Empty((await ShowAsync()).Subjects);
    }

    [BothDatabases]
    public async Task The_house_may_say_another_length_for_a_trade_and_the_curriculum_says_it_otherwise()
    {
        Assert.Equal(7, (await ShowAsync()).WorkingDays);
        var view = (await App.As(Hr).RunAsync((SetTestSetting use) => use.ReadAsync("ITD03-01")))!;
        Assert.Equal((7, true, null), (view.Input.WorkingDays, view.IsShipped, view.Input.Version));

        await App.As(Hr).RunAsync((SetTestSetting use) => use.RunAsync("ITD03-01", new SetTestSetting.Input { WorkingDays = 5, Source = "Brev fra fylket", Version = null }));

        Assert.Equal(5, (await ShowAsync()).WorkingDays);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(Hr).RunAsync((SetTestSetting use) => use.RunAsync("ITD03-01", new SetTestSetting.Input { WorkingDays = 6 })));
        Assert.Contains(await App.As(Hr).RunAsync((ListTestSettings use) => use.RunAsync()), row => row is { CurriculumCode: "ITD03-01", WorkingDays: 5, IsShipped: false });
    }

    [BothDatabases]
    public async Task Nobody_plans_her_own_test()
    {
        var both = await Given.PersonAsync(Roles.Apprentice | Roles.TrainingManager, "Begge Deler");
        var own = await Given.ApprenticeshipAsync(both, startsOn: new(2024, 9, 1), trainingManager: Manager);
        On(new(2026, 5, 1));

        Assert.False((await App.As(both).RunAsync((ShowFinalTest use) => use.RunAsync(own.Id)))!.MayPlan);
        await Assert.ThrowsAsync<NotThereException>(() => App.As(both).RunAsync((PrepareTest use) => use.RunAsync(own.Id, new PrepareTest.Input { Number = 1 })));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(both).RunAsync((EnterTestEvent use) => use.RunAsync(
            own.Id, new EnterTestEvent.Input { What = TestEvent.Deferral, On = new(2026, 5, 1), Version = own.Version })));
    }
}
