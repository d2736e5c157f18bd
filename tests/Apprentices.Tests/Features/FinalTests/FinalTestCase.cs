using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.FinalTests;
using Apprentices.Features.RecordChanges;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.FinalTests;

/// <summary>The worked example of a two-year apprentice in IT operations, and those around her, on a day one chooses.</summary>
public abstract class FinalTestCase : AppTests
{
    protected Person Hr { get; private set; } = null!;
    protected Person Liv { get; private set; } = null!;
    protected Person Manager { get; private set; } = null!;
    protected Person Instructor { get; private set; } = null!;
    protected Apprenticeship Contract { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        On(new(2024, 8, 15));
        (Hr, Liv) = (await Given.HrAsync("Hanne Rød"), await Given.PersonAsync(Roles.Apprentice, "Liv Lund"));
        (Manager, Instructor) = (await Given.TrainingManagerAsync("Frida Leder"), await Given.InstructorAsync("Inga Veien"));
        Contract = await Given.ApprenticeshipAsync(
            Liv, startsOn: new(2024, 8, 15), endsOn: new(2026, 8, 14), instructor: Instructor, trainingManager: Manager, curriculum: "ITD03-01", goals: 4);
    }

    /// <summary>It is noon on a day.</summary>
    protected void On(DateOnly day) => App.Clock.Set(day);

    protected async Task<FinalTestDetails> ShowAsync(Person? reader = null) =>
        (await App.As(reader ?? Manager).RunAsync((ShowFinalTest use) => use.RunAsync(Contract.Id)))!;

    protected async Task AgreeAsync(DateOnly first, DateOnly last, int number = 1, Person? by = null)
    {
        var version = (await ShowAsync()).Attempts.Single(attempt => attempt.Number == number).Version;
        await App.As(by ?? Manager).RunAsync((AgreeTestDates use) => use.RunAsync(Contract.Id, new AgreeTestDates.Input
        {
            Number = number,
            Place = "IT-drift Oslo",
            MeetingOn = first,
            MeetingAt = "9.00",
            FirstDayOn = first,
            LastDayOn = last,
            Version = version,
        }));
    }

    /// <summary>Enters something about a test on the record as it stands now.</summary>
    protected async Task EnterAsync(TestEvent what, DateOnly on, Action<EnterTestEvent.Input>? fill = null)
    {
        var input = new EnterTestEvent.Input { What = what, On = on, Version = (await ShowAsync()).Version };
        fill?.Invoke(input);
        await App.As(Manager).RunAsync((EnterTestEvent use) => use.RunAsync(Contract.Id, input));
    }

    protected Task FailAsync(DateOnly heldOn, DateOnly noticeOn) => EnterAsync(TestEvent.Result, heldOn, input => (input.Grade, input.NoticeOn) = (TestGrade.NotPassed, noticeOn));

    protected Task PassAsync(DateOnly heldOn) => EnterAsync(TestEvent.Result, heldOn, input => (input.Grade, input.NoticeOn) = (TestGrade.Passed, heldOn));

    /// <summary>HR enters something else that happened to the contract.</summary>
    protected async Task<Guid> RecordAsync(ChangeInput input)
    {
        input.Version = await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == Contract.Id).Select(a => a.Version).SingleAsync());
        return await App.As(Hr).RunAsync((RecordApprenticeshipChange use) => use.RunAsync(Contract.Id, input));
    }

    protected async Task ExtendAsync(DateOnly to, DateOnly consentOn)
    {
        var entry = await RecordAsync(new() { What = WhatHappened.Extension, ToOn = to });
        await RecordAsync(new() { What = WhatHappened.Consent, Entry = entry, On = consentOn });
    }

    protected Task<TrackedDuty?> DutyAsync(DutyKind kind, int number = 1) => App.DbAsync(db =>
        db.TrackedDuties.AsNoTracking().Where(d => d.ApprenticeshipId == Contract.Id && d.Kind == kind && d.Number == number).OrderByDescending(d => d.DueOn).FirstOrDefaultAsync());

    protected async Task SendAsync(DutyKind kind, DateOnly on, int number = 1)
    {
        var duty = (await DutyAsync(kind, number))!;
        await App.As(Manager).RunAsync((SendDuty use) => use.RunAsync(duty.Id, new SendDuty.Input { On = on, Version = duty.Version }));
    }

    protected async Task FinishAsync(DutyKind kind, DateOnly on, int number = 1)
    {
        var duty = (await DutyAsync(kind, number))!;
        await App.As(Manager).RunAsync((FinishDuty use) => use.RunAsync(duty.Id, new FinishDuty.Input { On = on, Version = duty.Version }));
    }
}
