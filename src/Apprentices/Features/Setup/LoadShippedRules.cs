using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>
/// At a start: gives each of the fifteen counties its first setting, and the checklists their first points. What HR has set
/// is left alone; a checklist that was emptied on purpose stays empty, because its points are retired and not removed.
/// </summary>
public sealed class LoadShippedRules(IDbContextFactory<AppDbContext> database)
{
    /// <summary>The fifteen counties there are from this day.</summary>
    private static readonly DateOnly CountiesFrom = new(2024, 1, 1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <returns>How many settings and points were put in.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var known = await db.CountySettings.Select(setting => setting.CountyNumber).Distinct().ToListAsync(cancel);
        db.AddRange(County.All.Where(county => !known.Contains(county.Number)).Select(county => new CountySetting(county.Number, CountiesFrom)));
        if (!await db.ChecklistPoints.AnyAsync(cancel))
        {
            db.AddRange(Shipped().Select(point => ChecklistPoint.For(point.Phase, point.Title, point.OffsetDays, point.Responsible)));
        }

        return await db.SaveChangesAsync(cancel);
    }

    private static List<ShippedPoint> Shipped()
    {
        using var file = typeof(LoadShippedRules).Assembly.GetManifestResourceStream("Apprentices.Features.Setup.Shipped.checklist.json")!;
        return JsonSerializer.Deserialize<List<ShippedPoint>>(file, Json)!;
    }

    private sealed record ShippedPoint(ChecklistPhase Phase, int OffsetDays, DutyRole Responsible, LocalText Title);
}
