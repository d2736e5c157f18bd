using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>
/// Each night: lets what was chosen for today take effect, and counts every duty anew, of the apprenticeships and of the
/// employer. Killed half-way or run twice it does no harm: the same facts give the same rows.
/// </summary>
public sealed class RefreshDuties(IDbContextFactory<AppDbContext> database, DutyRulebook rulebook, TimeProvider clock)
{
    /// <summary>So many days after its end an apprenticeship still has something to see to.</summary>
    private const int DaysAfterEnd = 400;

    /// <summary>Read together, so that memory does not grow with their number.</summary>
    internal int BatchSize { get; set; } = 100;

    /// <param name="countyNumber">Only the contracts a county holds.</param>
    /// <param name="progress">How many apprenticeships are done.</param>
    /// <param name="cancel">Gives up; what is done stays done.</param>
    /// <returns>How many duties came about, moved or went.</returns>
    public async Task<int> RunAsync(string? countyNumber = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var (changed, done) = (0, 0);
        for (var page = await PageAfterAsync(Guid.Empty, countyNumber, cancel); page.Count > 0; page = await PageAfterAsync(page[^1], countyNumber, cancel))
        {
            changed += await RefreshAsync(page, cancel);
            progress?.Report(done += page.Count);
        }

        return changed + await RefreshEmployerAsync(cancel);
    }

    private async Task<List<Guid>> PageAfterAsync(Guid last, string? countyNumber, CancellationToken cancel)
    {
        var since = clock.Today().AddDays(-DaysAfterEnd);
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Apprenticeships
            .Where(a => a.Id > last && a.EndsOn >= since && (countyNumber == null || a.CountyNumber == countyNumber))
            .OrderBy(a => a.Id).Select(a => a.Id).Take(BatchSize).ToListAsync(cancel);
    }

    private async Task<int> RefreshAsync(List<Guid> ids, CancellationToken cancel)
    {
        var today = clock.Today();
        await using var db = await database.CreateDbContextAsync(cancel);
        var rules = await rulebook.ReadAsync(db, cancel);
        var rows = await db.Apprenticeships.Where(a => ids.Contains(a.Id)).WithDuties().ToListAsync(cancel);
        foreach (var apprenticeship in rows)
        {
            apprenticeship.RollOver(today);
            apprenticeship.ScheduleDuties(rules, since: today);
        }

        return await SaveAsync(db, cancel);
    }

    /// <summary>The employer's own: this year's and the next one's reports and surveys, and the approvals there are.</summary>
    private async Task<int> RefreshEmployerAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        await using var db = await database.CreateDbContextAsync(cancel);
        var rules = await rulebook.ReadAsync(db, cancel);
        var yearAgo = today.AddYears(-1);
        var counties = await db.Apprenticeships.Where(a => a.EndsOn >= yearAgo).Select(a => a.CountyNumber).Distinct().ToListAsync(cancel);
        var approvals = await db.TrainingApprovals.Where(approval => approval.LostOn == null)
            .Select(approval => new
            {
                approval.Id,
                approval.CountyNumber,
                approval.FromOn,
                Last = db.Apprenticeships
                    .Where(a => a.CurriculumCode == approval.CurriculumCode && a.WorkplaceId == approval.WorkplaceId && a.CountyNumber == approval.CountyNumber)
                    .Max(a => (DateOnly?)a.EndsOn),
            })
            .ToListAsync(cancel);
        var inUse = approvals.Select(approval => new ApprovalInUse(approval.Id, approval.CountyNumber, approval.Last ?? approval.FromOn)).ToList();

        var known = await db.TrackedDuties.Where(duty => duty.ApprenticeshipId == null).ToDictionaryAsync(duty => duty.Id, cancel);
        foreach (var duty in new[] { today.Year, today.Year + 1 }.SelectMany(year => EmployerDuties.For(year, counties, inUse, rules)).DistinctBy(EmployerDuties.IdOf))
        {
            if (known.TryGetValue(EmployerDuties.IdOf(duty), out var tracked))
            {
                tracked.Follow(duty);
            }
            else if (duty.DueOn >= today)
            {
                db.Add(TrackedDuty.OfTheEmployer(duty, EmployerDuties.IdOf(duty)));
            }
        }

        return await SaveAsync(db, cancel);
    }

    private static async Task<int> SaveAsync(AppDbContext db, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries<TrackedDuty>().Count(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        await db.SaveChangesAsync(cancel);
        return changed;
    }
}
