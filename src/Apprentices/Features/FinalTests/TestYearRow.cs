using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Features.FinalTests;

/// <summary>How far the way to a test has come; the filters of the list.</summary>
public enum TestStage
{
    NotRegistered,
    Sent,
    Approved,
    DatesAgreed,

    /// <summary>The agreed days are over, and no result is entered.</summary>
    Held,
    Passed,
}

/// <summary>One test of the coming year, as the database tells it.</summary>
public sealed record TestYearRow
{
    public required Guid Id { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public required string SortName { get; init; }
    public required LocalText Trade { get; init; }
    public required string CurriculumCode { get; init; }
    public required string Workplace { get; init; }
    public required string CountyNumber { get; init; }

    /// <summary>The how-manieth attempt.</summary>
    public required int Number { get; init; }

    /// <summary>The last day of the training, which closes the window.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>From this day the test can be held; empty where the law sets no window, as after the end.</summary>
    public required DateOnly? OpensOn { get; init; }
    public required DateOnly? RegistrationDueOn { get; init; }
    public required DutyBasis? RegistrationBasis { get; init; }
    public required DutyState? RegistrationState { get; init; }
    public required DateOnly? SentOn { get; init; }
    public required bool ByOffice { get; init; }
    public required DateOnly? FirstDayOn { get; init; }
    public required DateOnly? LastDayOn { get; init; }
    public required DateOnly? PassedOn { get; init; }
    public required string? TrainingManager { get; init; }
    public required DateOnly Today { get; init; }

    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>The day that places it in the year: passed, agreed, or the last one it can be held by.</summary>
    public DateOnly On => PassedOn ?? FirstDayOn ?? (EndsOn < Today ? Today : EndsOn);

    public TestStage Stage =>
        PassedOn is not null ? TestStage.Passed
        : LastDayOn < Today ? TestStage.Held
        : FirstDayOn is not null ? TestStage.DatesAgreed
        : RegistrationState is DutyState.Done or DutyState.Waived ? TestStage.Approved
        : SentOn is not null ? TestStage.Sent
        : TestStage.NotRegistered;

    /// <summary>Whether the law's day for the registration has passed without it: red.</summary>
    public bool IsLate => PassedOn is null && SentOn is null && RegistrationState == DutyState.Open && RegistrationBasis == DutyBasis.Law && RegistrationDueOn < Today;

    /// <summary>What a stage lets through, in SQL and in memory.</summary>
    public static Expression<Func<TestYearRow, bool>> At(TestStage stage) => stage switch
    {
        TestStage.Passed => row => row.PassedOn != null,
        TestStage.Held => row => row.PassedOn == null && row.LastDayOn < row.Today,
        TestStage.DatesAgreed => row => row.PassedOn == null && row.LastDayOn >= row.Today,
        TestStage.Approved => row => row.PassedOn == null && row.LastDayOn == null
            && (row.RegistrationState == DutyState.Done || row.RegistrationState == DutyState.Waived),
        TestStage.Sent => row => row.PassedOn == null && row.LastDayOn == null && row.SentOn != null
            && row.RegistrationState != DutyState.Done && row.RegistrationState != DutyState.Waived,
        _ => row => row.PassedOn == null && row.LastDayOn == null && row.SentOn == null
            && row.RegistrationState != DutyState.Done && row.RegistrationState != DutyState.Waived,
    };
}
