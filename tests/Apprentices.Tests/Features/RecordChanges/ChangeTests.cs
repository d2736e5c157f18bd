using Apprentices.Domain;
using Apprentices.Features.RecordChanges;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.RecordChanges;

/// <summary>One contract half a year old, and HR who enters what happens to it.</summary>
public abstract class ChangeTests : AppTests
{
    /// <summary>Why she is away, as HR writes it; nobody else may ever read it.</summary>
    protected const string Secret = "Venter tvillinger i mars.";

    protected Person Hr { get; private set; } = null!;

    protected Person Apprentice { get; private set; } = null!;

    protected Person Instructor { get; private set; } = null!;

    protected Person Manager { get; private set; } = null!;

    protected Apprenticeship Contract { get; private set; } = null!;

    protected DateOnly Today => App.Clock.Today;

    /// <summary>The last day for the registration as the contract was entered.</summary>
    protected DateOnly Deadline => Contract.EndsOn.AddMonths(-2);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Hr, Apprentice) = (await Given.HrAsync("Hanne Rød"), await Given.PersonAsync(Roles.Apprentice, "Liv Lund"));
        (Instructor, Manager) = (await Given.InstructorAsync("Inga Veien"), await Given.TrainingManagerAsync("Frida Leder"));
        Contract = await Given.ApprenticeshipAsync(
            Apprentice, startsOn: new DateOnly(Today.Year, Today.Month, 15).AddMonths(-6), instructor: Instructor, trainingManager: Manager);
    }

    /// <summary>62 days of parental leave, ahead.</summary>
    protected ChangeInput Leave() => new()
    {
        What = WhatHappened.Interruption,
        FromOn = Today.AddDays(10),
        ToOn = Today.AddDays(71),
        Cause = InterruptionCause.Parental,
        Reason = Secret,
        DecidedBy = Decider.Apprentice,
    };

    /// <summary>Enters something on the record as it stands now.</summary>
    protected async Task<Guid> EnterAsync(ChangeInput input)
    {
        input.Version = await VersionAsync();
        return await SaveAsync(input);
    }

    protected Task<Guid> SaveAsync(ChangeInput input) => App.As(Hr).RunAsync((RecordApprenticeshipChange use) => use.RunAsync(Contract.Id, input));

    /// <summary>Enters the county's answer to what waits.</summary>
    protected async Task AnswerAsync(WhatHappened answer)
    {
        var choices = await App.As(Hr).RunAsync((ReadChangeChoices use) => use.RunAsync(Contract.Id));
        await EnterAsync(ChangeInput.For(answer, choices!, entry: null));
    }

    protected Task<int> VersionAsync() => App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == Contract.Id).Select(a => a.Version).SingleAsync());
}
