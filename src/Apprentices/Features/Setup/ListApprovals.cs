using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>
/// The employer's own approvals, by trade, department and county: what is in use, when each lapses and why that day; and the
/// contracts that have none.
/// </summary>
public sealed class ListApprovals(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Id">The approval.</param>
    /// <param name="Trade">The trade, with its curriculum's code.</param>
    /// <param name="Workplace">The department.</param>
    /// <param name="CountyNumber">The county that approved it.</param>
    /// <param name="FromOn">The day of the approval.</param>
    /// <param name="LostOn">The day it was lost.</param>
    /// <param name="Contracts">How many contracts under it have not ended.</param>
    /// <param name="Lapse">When it lapses, with the sum; nothing where it is lost.</param>
    public sealed record Row(Guid Id, string Trade, string Workplace, string CountyNumber, DateOnly FromOn, DateOnly? LostOn, int Contracts, Duty? Lapse);

    /// <summary>Contracts that have not ended, and no approval is there for their trade, department and county.</summary>
    public sealed record Lack(string CurriculumCode, string Trade, Guid WorkplaceId, string Workplace, string CountyNumber, int Contracts);

    public sealed record Result(IReadOnlyList<Row> Approvals, IReadOnlyList<Lack> Missing, DateOnly Today);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var today = user.Today;

        await using var db = await database.CreateDbContextAsync(cancel);
        var choices = await SetupChoices.ReadAsync(db, cancel);
        var contracts = db.Apprenticeships.VisibleTo(user);
        var approvals = await db.TrainingApprovals
            .Select(t => new
            {
                t.Id,
                t.CurriculumCode,
                t.WorkplaceId,
                t.CountyNumber,
                t.FromOn,
                t.LostOn,
                Last = contracts.Where(a => a.CurriculumCode == t.CurriculumCode && a.WorkplaceId == t.WorkplaceId && a.CountyNumber == t.CountyNumber)
                    .Max(a => (DateOnly?)a.EndsOn),
                Contracts = contracts.Count(a =>
                    a.CurriculumCode == t.CurriculumCode && a.WorkplaceId == t.WorkplaceId && a.CountyNumber == t.CountyNumber && a.EndsOn >= today),
            })
            .ToListAsync(cancel);
        var missing = await contracts.Where(a => a.EndsOn >= today).Where(IsNotUnderAny(db, today))
            .GroupBy(a => new { a.CurriculumCode, a.WorkplaceId, a.CountyNumber })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);

        return new Result(
            [
                .. approvals
                    .Select(t => new Row(
                        t.Id, choices.NameOf(t.CurriculumCode), choices.NameOf(t.WorkplaceId), t.CountyNumber, t.FromOn, t.LostOn, t.Contracts,
                        t.LostOn is null ? Lapse(new ApprovalInUse(t.Id, t.CountyNumber, t.Last ?? t.FromOn)) : null))
                    .OrderBy(row => row.LostOn is not null).ThenBy(row => row.Lapse?.DueOn).ThenBy(row => row.Trade, StringComparer.CurrentCulture),
            ],
            [
                .. missing
                    .Select(lack => new Lack(
                        lack.Key.CurriculumCode, choices.NameOf(lack.Key.CurriculumCode), lack.Key.WorkplaceId, choices.NameOf(lack.Key.WorkplaceId),
                        lack.Key.CountyNumber, lack.Count))
                    .OrderByDescending(lack => lack.Contracts).ThenBy(lack => lack.Trade, StringComparer.CurrentCulture)
                    .ThenBy(lack => lack.Workplace, StringComparer.CurrentCulture),
            ],
            today);
    }

    private static Expression<Func<Apprenticeship, bool>> IsNotUnderAny(AppDbContext db, DateOnly today) => a => !db.TrainingApprovals.Any(t =>
        t.CurriculumCode == a.CurriculumCode && t.WorkplaceId == a.WorkplaceId && t.CountyNumber == a.CountyNumber
        && (t.LostOn == null || t.LostOn > today) && (t.FromOn <= today || t.FromOn <= a.StartsOn));

    private static Duty Lapse(ApprovalInUse approval) =>
        EmployerDuties.For(approval.LastEndsOn.Year, [], [approval], DutyRules.Default).Single(duty => duty.Kind == DutyKind.ApprovalLapses);
}
