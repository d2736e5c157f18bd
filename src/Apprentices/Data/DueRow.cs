using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>
/// Something that falls due: a half-yearly talk, or a duty as it is followed up. The one shape in which lists, homes and
/// overviews ask the database for both; names of people and places are looked up beside it.
/// </summary>
public sealed record DueRow
{
    /// <summary>The days ahead that the list looks at.</summary>
    public const int HorizonDays = 30;

    /// <summary>What was done so many days back is still shown.</summary>
    public const int DoneDays = 30;

    public required Guid Id { get; init; }

    /// <summary>It is a half-yearly talk and lives among the talks.</summary>
    public required bool IsTalk { get; init; }

    /// <summary>Whose record; empty where it is the employer's own.</summary>
    public required Guid? ApprenticeshipId { get; init; }

    /// <summary>The apprentice.</summary>
    public required Guid? PersonId { get; init; }
    public required string? SortName { get; init; }
    public required string? CurriculumCode { get; init; }
    public required Guid? WorkplaceId { get; init; }
    public required string? CountyNumber { get; init; }
    public required DutyKind Kind { get; init; }
    public required int Number { get; init; }
    public required Guid Subject { get; init; }
    public required bool ByOffice { get; init; }
    public required DutyNature Nature { get; init; }
    public required DutyBasis Basis { get; init; }
    public required DutyRole Responsible { get; init; }
    public required DutyState State { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The day the next step is due: the last day, or once it is sent the day to ask again.</summary>
    public required DateOnly ActOn { get; init; }
    public required DateOnly? ProposedDueOn { get; init; }
    public required DateOnly? MeetOn { get; init; }
    public required DateOnly? SentOn { get; init; }
    public required DateOnly? DoneOn { get; init; }
    public required int Version { get; init; }

    /// <summary>Still to be done.</summary>
    public static Expression<Func<DueRow, bool>> IsOpen { get; } = row => row.State == DutyState.Open;

    /// <summary>Open, and its day is past.</summary>
    public static Expression<Func<DueRow, bool>> OverdueOn(DateOnly day) => row => row.State == DutyState.Open && row.ActOn < day;

    /// <summary>Open, its day is past, the law set it, and nobody outside has been told yet: red.</summary>
    public static Expression<Func<DueRow, bool>> OverdueByLawOn(DateOnly day) =>
        row => row.State == DutyState.Open && row.ActOn < day && row.Basis == DutyBasis.Law && row.SentOn == null;

    /// <summary>Open, and its day lies between two days, both inclusive.</summary>
    public static Expression<Func<DueRow, bool>> DueBetween(DateOnly first, DateOnly last) =>
        row => row.State == DutyState.Open && row.ActOn >= first && row.ActOn <= last;

    /// <summary>Overdue, or due within so many days.</summary>
    public static Expression<Func<DueRow, bool>> NeedsActionBy(DateOnly day) => row => row.State == DutyState.Open && row.ActOn <= day;

    /// <summary>Somebody outside was told and has not answered.</summary>
    public static Expression<Func<DueRow, bool>> WaitsForAnswer { get; } = row => row.State == DutyState.Open && row.SentOn != null;

    /// <summary>Its last day had passed when the record was entered here.</summary>
    public static Expression<Func<DueRow, bool>> FromBefore { get; } = row => row.State == DutyState.BeforeSystem;

    /// <summary>Done or waived on a day or later.</summary>
    public static Expression<Func<DueRow, bool>> SettledSince(DateOnly day) =>
        row => (row.State == DutyState.Done || row.State == DutyState.Waived) && row.DoneOn >= day;

    /// <summary>Whether it is overdue by law on a day, as the database says it.</summary>
    public bool IsOverdueByLaw(DateOnly day) => State == DutyState.Open && ActOn < day && Basis == DutyBasis.Law && SentOn is null;

    /// <summary>Whether it is overdue on a day, by law or by house rule.</summary>
    public bool IsOverdue(DateOnly day) => State == DutyState.Open && ActOn < day;
}
