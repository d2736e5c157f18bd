using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>The fifteen counties with what each has set, and has set for later; those that hold contracts of ours first.</summary>
public sealed class ListCountySettings(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="County">Which county.</param>
    /// <param name="InForce">What holds today.</param>
    /// <param name="Next">What will hold from a later day, if that is known.</param>
    /// <param name="Contracts">How many contracts it holds that have not ended.</param>
    public sealed record Row(County County, CountySetting InForce, CountySetting? Next, int Contracts);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var today = user.Today;

        await using var db = await database.CreateDbContextAsync(cancel);
        var rules = DutyRules.Default with { Counties = await db.CountySettings.AsNoTracking().ToListAsync(cancel) };
        var contracts = await db.Apprenticeships.VisibleTo(user).Where(a => a.EndsOn >= today)
            .GroupBy(a => a.CountyNumber).Select(held => new { Number = held.Key, Count = held.Count() }).ToDictionaryAsync(held => held.Number, held => held.Count, cancel);
        return
        [
            .. County.All.Select(county => new Row(
                county,
                rules.SettingOf(county.Number, today),
                rules.Counties.Where(setting => setting.CountyNumber == county.Number && setting.ValidFrom > today).MinBy(setting => setting.ValidFrom),
                contracts.GetValueOrDefault(county.Number)))
                .OrderByDescending(row => row.Contracts > 0).ThenBy(row => row.County.Name, StringComparer.CurrentCulture),
        ];
    }
}
