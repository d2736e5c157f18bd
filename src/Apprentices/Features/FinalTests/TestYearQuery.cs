using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Features.FinalTests;

/// <summary>What the tests of the coming year are narrowed to. It stands in the address and comes back from it.</summary>
/// <param name="Stage">How far they have come.</param>
/// <param name="Trade">The curriculum's code.</param>
/// <param name="County">The official number of the county.</param>
/// <param name="Month">The first day of a month.</param>
public sealed record TestYearQuery(TestStage? Stage = null, string? Trade = null, string? County = null, DateOnly? Month = null)
{
    /// <summary>Who passed so many days back is still shown.</summary>
    public const int PassedDays = 60;

    public bool HasChoices => Trade is not null || County is not null;

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static TestYearQuery From(string? stage, string? trade, string? county, string? month) => new(
        Enum.TryParse<TestStage>(stage, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        Given(trade),
        Given(county),
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null);

    /// <summary>The address of the same list, on a page of it.</summary>
    public string Address(int page = 1)
    {
        List<string> parts = [];
        Add("stage", Stage?.ToString());
        Add("trade", Trade);
        Add("county", County);
        Add("month", Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        Add("page", page > 1 ? $"{page}" : null);
        return parts.Count == 0 ? FinalTestLinks.Year : $"{FinalTestLinks.Year}?{string.Join('&', parts)}";

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    /// <summary>The tests of the coming year that the user may see, by trade and county; not yet by month and stage.</summary>
    internal IQueryable<TestYearRow> Chosen(AppDbContext db, CurrentUser user)
    {
        var (today, until, passedFrom) = (user.Today, user.Today.AddYears(1), user.Today.AddDays(-PassedDays));
        var current = Assignment.CurrentOn(today);
        var rows = db.Apprenticeships.VisibleTo(user).Where(a => a.PersonId != user.PersonId);
        rows = Trade is null ? rows : rows.Where(a => a.CurriculumCode == Trade);
        rows = County is null ? rows : rows.Where(a => a.CountyNumber == County);
        return rows
            .Where(a => a.TestPassedOn != null
                ? a.TestPassedOn >= passedFrom
                : a.EndsOn <= until && a.Duties.Any(d => d.Kind == DutyKind.RegistrationDeadline && d.Number == a.TestsSat + 1
                    && (d.State != DutyState.BeforeSystem || a.EndsOn >= today)))
            .Select(a => new
            {
                Record = a,
                Registration = a.Duties.FirstOrDefault(d => d.Kind == DutyKind.RegistrationDeadline && d.Number == a.TestsSat + (a.TestPassedOn == null ? 1 : 0)),
                Window = a.Duties.FirstOrDefault(d => d.Kind == DutyKind.FinalTest && d.Number == a.TestsSat + (a.TestPassedOn == null ? 1 : 0)),
                Agreed = db.TestAgreements.FirstOrDefault(g => g.IsCurrent && g.TestAttempt.ApprenticeshipId == a.Id
                    && g.TestAttempt.Number == a.TestsSat + (a.TestPassedOn == null ? 1 : 0)),
            })
            .Select(x => new TestYearRow
            {
                Id = x.Record.Id,
                GivenName = x.Record.Person.GivenName,
                FamilyName = x.Record.Person.FamilyName,
                SortName = x.Record.Person.SortName,
                Trade = x.Record.Curriculum.Trade,
                CurriculumCode = x.Record.CurriculumCode,
                Workplace = x.Record.Workplace.Name,
                CountyNumber = x.Record.CountyNumber,
                Number = x.Record.TestsSat + (x.Record.TestPassedOn == null ? 1 : 0),
                EndsOn = x.Record.EndsOn,
                OpensOn = x.Window!.OpensOn,
                RegistrationDueOn = x.Registration!.DueOn,
                RegistrationBasis = x.Registration.Basis,
                RegistrationState = x.Registration.State,
                SentOn = x.Registration.SentOn,
                ByOffice = x.Registration != null && x.Registration.ByOffice,
                FirstDayOn = x.Agreed!.FirstDayOn,
                LastDayOn = x.Agreed.LastDayOn,
                PassedOn = x.Record.TestPassedOn,
                TrainingManager = x.Record.Assignments.AsQueryable().Where(current).Where(s => s.Role == AssignmentRole.TrainingManager)
                    .OrderBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
                Today = today,
            });
    }

    /// <summary>Narrowed by month: of the passed test, of the agreed first day, or of the last day it can be held by. What should be over is of this month.</summary>
    internal IQueryable<TestYearRow> InMonth(IQueryable<TestYearRow> rows)
    {
        if (Month is not { } first)
        {
            return rows;
        }

        var last = first.AddMonths(1).AddDays(-1);
        return rows.Where(row => (row.PassedOn ?? row.FirstDayOn ?? (row.EndsOn < row.Today ? row.Today : row.EndsOn)) >= first
            && (row.PassedOn ?? row.FirstDayOn ?? (row.EndsOn < row.Today ? row.Today : row.EndsOn)) <= last);
    }

    internal static IOrderedQueryable<TestYearRow> Sorted(IQueryable<TestYearRow> rows) => rows
        .OrderBy(row => row.PassedOn ?? row.FirstDayOn ?? (row.EndsOn < row.Today ? row.Today : row.EndsOn)).ThenBy(row => row.SortName).ThenBy(row => row.Id);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
