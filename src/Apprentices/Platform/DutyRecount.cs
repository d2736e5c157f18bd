using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// Counts duties anew from what house and counties have set: each night for all, and at once where a setting was changed.
/// Apprenticeships are read and saved some at a time, each batch in one save, so that one who gives up half-way leaves none half
/// done. Run twice it does no harm: the same facts give the same rows.
/// </summary>
public sealed class DutyRecount(IDbContextFactory<AppDbContext> database, DutyRulebook rulebook, TimeProvider clock)
{
    /// <summary>So many days after its end an apprenticeship still has something to see to.</summary>
    private const int DaysAfterEnd = 400;

    /// <summary>So often a batch is counted anew when somebody saved one of its records in that moment.</summary>
    private const int Tries = 3;

    /// <summary>Read together, so that memory does not grow with their number.</summary>
    internal int BatchSize { get; set; } = 100;

    /// <summary>How many apprenticeships a recount goes through.</summary>
    /// <param name="countyNumber">Only the contracts a county holds.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<int> CountAsync(string? countyNumber = null, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await ToCount(db, countyNumber).CountAsync(cancel);
    }

    /// <param name="countyNumber">Only the contracts a county holds.</param>
    /// <param name="progress">How many apprenticeships are done.</param>
    /// <param name="cancel">Gives up; what is done stays done.</param>
    /// <returns>How many duties came about, moved or went, of apprenticeships and of the employer.</returns>
    public async Task<int> RunAsync(string? countyNumber = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var (changed, done) = (0, 0);
        for (var page = await PageAfterAsync(Guid.Empty, countyNumber, cancel); page.Count > 0; page = await PageAfterAsync(page[^1], countyNumber, cancel))
        {
            changed += await RecountAsync(page, cancel);
            progress?.Report(done += page.Count);
        }

        return changed + await OfTheEmployerAsync(cancel);
    }

    /// <summary>The employer's own: this year's and the next one's reports and surveys, and the approvals there are.</summary>
    /// <returns>How many duties came about, moved or went.</returns>
    public async Task<int> OfTheEmployerAsync(CancellationToken cancel = default)
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
        var now = new[] { today.Year, today.Year + 1 }.SelectMany(year => EmployerDuties.For(year, counties, inUse, rules))
            .DistinctBy(EmployerDuties.IdOf).ToDictionary(EmployerDuties.IdOf);
        foreach (var gone in known.Values.Where(duty => duty.State == DutyState.Open && duty.SentOn is null && !now.ContainsKey(duty.Id) && IsCounted(duty, today)))
        {
            db.Remove(gone);
        }

        foreach (var (id, duty) in now)
        {
            if (known.TryGetValue(id, out var tracked))
            {
                tracked.Follow(duty);
            }
            else if (duty.DueOn >= today)
            {
                db.Add(TrackedDuty.OfTheEmployer(duty, id));
            }
        }

        return await SaveAsync(db, cancel);
    }

    /// <summary>Whether a duty of the employer goes when it is no longer in the sum; what was missed before today stays.</summary>
    private static bool IsCounted(TrackedDuty duty, DateOnly today) => duty.Kind == DutyKind.ApprovalLapses || duty.DueOn >= today;

    private IQueryable<Apprenticeship> ToCount(AppDbContext db, string? countyNumber)
    {
        var since = clock.Today().AddDays(-DaysAfterEnd);
        return db.Apprenticeships.Where(a => a.EndsOn >= since && (countyNumber == null || a.CountyNumber == countyNumber));
    }

    private async Task<List<Guid>> PageAfterAsync(Guid last, string? countyNumber, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await ToCount(db, countyNumber).Where(a => a.Id > last).OrderBy(a => a.Id).Select(a => a.Id).Take(BatchSize).ToListAsync(cancel);
    }

    private async Task<int> RecountAsync(List<Guid> ids, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RecountOnceAsync(ids, cancel);
            }
            catch (Exception failure) when (attempt < Tries && LostRace.Caused(failure))
            {
                // Somebody saved one of these records meanwhile; what she saved is read and counted.
            }
        }
    }

    private async Task<int> RecountOnceAsync(List<Guid> ids, CancellationToken cancel)
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

    private static async Task<int> SaveAsync(AppDbContext db, CancellationToken cancel)
    {
        var changed = db.ChangeTracker.Entries<TrackedDuty>().Count(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        await db.SaveChangesAsync(cancel);
        return changed;
    }
}
