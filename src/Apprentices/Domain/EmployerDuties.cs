using System.Security.Cryptography;
using System.Text;

namespace Apprentices.Domain;

/// <summary>An approval, and the last day of the last contract under it: the day it counts from.</summary>
public sealed record ApprovalInUse(Guid Id, string CountyNumber, DateOnly LastEndsOn);

/// <summary>What falls due on the employer itself and on no apprenticeship: a pure function of the year and of what is in use.</summary>
public static class EmployerDuties
{
    /// <summary>An approval lapses so many years after the last contract under it ended (opplæringslova § 7-9).</summary>
    public const int ApprovalYears = 2;

    /// <summary>The national survey among apprentices is asked about by this day each year. House rule.</summary>
    public static readonly (int Month, int Day) SurveyDay = (11, 30);

    /// <summary>All of a year, and the approvals whenever they lapse.</summary>
    /// <param name="year">The calendar year.</param>
    /// <param name="counties">The counties that hold contracts, by number.</param>
    /// <param name="approvals">The approvals in use.</param>
    /// <param name="rules">What the counties have set.</param>
    public static IReadOnlyList<Duty> For(int year, IEnumerable<string> counties, IEnumerable<ApprovalInUse> approvals, DutyRules rules) =>
    [
        .. counties.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(county => Report(year, county, rules)),
        .. approvals.OrderBy(approval => approval.LastEndsOn).ThenBy(approval => approval.Id).Select(Lapse),
        new(
            DutyKind.ApprenticeSurvey, year, new DateOnly(year, SurveyDay.Month, 1), Day(year, SurveyDay.Month, SurveyDay.Day), DutyBasis.HouseRule, "",
            DutyRole.Hr, [new DutyStep(DutyStepKind.DayOfTheYear, 0, Day(year, SurveyDay.Month, SurveyDay.Day))]),
    ];

    /// <summary>The id of the row that follows a duty of the employer up: the same whoever makes it.</summary>
    public static Guid IdOf(Duty duty) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{duty.Kind}|{duty.Number}|{duty.Subject:N}|{duty.CountyNumber}")).AsSpan(0, 16));

    private static Duty Report(int year, string county, DutyRules rules)
    {
        var due = rules.ReportDueOn(county, year);
        return new Duty(
            DutyKind.AnnualReport, year, new DateOnly(year, 1, 1), due, DutyBasis.Law, "opplæringslova § 7-11", DutyRole.Hr,
            [new DutyStep(DutyStepKind.DayOfTheYear, 0, due)])
        { CountyNumber = county, ByOffice = rules.ByOffice.Contains(DutyKind.AnnualReport) };
    }

    private static Duty Lapse(ApprovalInUse approval)
    {
        var lapses = approval.LastEndsOn.AddYears(ApprovalYears);
        return new Duty(
            DutyKind.ApprovalLapses, 1, approval.LastEndsOn, lapses, DutyBasis.Law, "opplæringslova § 7-9", DutyRole.Hr,
            [new DutyStep(DutyStepKind.LastContractEnd, 0, approval.LastEndsOn), new DutyStep(DutyStepKind.YearsAfter, ApprovalYears, lapses)])
        {
            Subject = approval.Id,
            CountyNumber = approval.CountyNumber,
        };
    }

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
