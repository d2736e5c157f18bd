using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>
/// At the first start after entries were introduced: gives each record that has none the entries that make it what it is, and
/// its duties. What was due before today is asked of nobody.
/// </summary>
public sealed class TellRecords(IDbContextFactory<AppDbContext> database, DutyRulebook rulebook, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many records were told.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        for (var told = 0; ;)
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            var rows = await db.Apprenticeships.Where(a => !a.Entries.Any()).OrderBy(a => a.Id).Take(BatchSize).WithRecord().ToListAsync(cancel);
            if (rows.Count == 0)
            {
                return told;
            }

            var rules = await rulebook.ReadAsync(db, cancel);
            foreach (var apprenticeship in rows)
            {
                apprenticeship.TellFromColumns();
                apprenticeship.ScheduleDuties(rules, since: clock.Today());
            }

            await db.SaveChangesAsync(cancel);
            told += rows.Count;
        }
    }
}
