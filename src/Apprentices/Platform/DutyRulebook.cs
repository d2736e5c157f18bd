using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>What house and counties have set, as the sums of the duties take it: from the settings and the database.</summary>
public sealed class DutyRulebook(IOptions<CalendarSettings> calendar)
{
    /// <summary>For the half-yearly talks, whose days depend on no county and no checklist: without asking the database.</summary>
    public DutyRules ForTalks => DutyRules.Default with { Closure = calendar.Value.Closure };

    public async Task<DutyRules> ReadAsync(AppDbContext db, CancellationToken cancel = default) => new(
        await db.CountySettings.AsNoTracking().ToListAsync(cancel),
        await db.ChecklistPoints.AsNoTracking().ToListAsync(cancel),
        await ByOfficeAsync(db, cancel),
        calendar.Value.Closure);

    /// <summary>Kinds nobody has decided about go by the usual practice.</summary>
    private static async Task<IReadOnlySet<DutyKind>> ByOfficeAsync(AppDbContext db, CancellationToken cancel)
    {
        var decided = await db.OfficeTasks.AsNoTracking().ToDictionaryAsync(task => task.Kind, task => task.ByOffice, cancel);
        return OfficeTask.Kinds.Where(kind => decided.GetValueOrDefault(kind.Key, kind.Value)).Select(kind => kind.Key).ToHashSet();
    }
}
