using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>How the log is kept: by the setting of the trade, or as usual where there is none.</summary>
public static class LogKeeping
{
    public static async Task<LogRules> LogRulesAsync(this AppDbContext db, string curriculumCode, CancellationToken cancel)
    {
        var setting = await db.LogSettings.AsNoTracking().SingleOrDefaultAsync(setting => setting.CurriculumCode == curriculumCode, cancel);
        return setting?.Rules ?? LogSetting.Usual;
    }

    /// <summary>The contracts whose log is kept in another system alone: nobody is to be reminded of writing in ours.</summary>
    public static IQueryable<Apprenticeship> WithLogElsewhere(this IQueryable<Apprenticeship> rows, AppDbContext db) =>
        rows.Where(a => db.LogSettings.Any(setting => setting.CurriculumCode == a.CurriculumCode && setting.IsOff));
}
