using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>All that is at hand for an import: the elements that were given, and of those kept from before the ones they lead to.</summary>
internal sealed class GrepShelf
{
    private readonly Dictionary<string, GrepItem> kept = new(StringComparer.Ordinal);
    private readonly GrepReading given;

    private GrepShelf(GrepReading given) => this.given = given;

    /// <summary>
    /// The curricula that can be put together: those given, and those kept from before that a given goal or set belongs to. One that a
    /// list only names is none of them.
    /// </summary>
    public IReadOnlyList<GrepItem> Curricula { get; private set; } = [];

    public static async Task<GrepShelf> FillAsync(AppDbContext db, GrepReading given, CancellationToken cancel)
    {
        var shelf = new GrepShelf(given);
        var whole = given.Items.Values.Where(IsWhole).ToList();
        await shelf.FetchAsync(db, given.Items.Values.Where(item => item.Kind is GrepKind.Goal or GrepKind.GoalSet).Select(item => item.CurriculumCode).OfType<string>(), cancel);
        shelf.Curricula = [.. whole.Concat(shelf.kept.Values.Where(IsWhole)).OrderBy(item => item.Code, StringComparer.Ordinal)];

        var named = shelf.Curricula.SelectMany(GrepCurriculumReader.Named).ToList();
        await shelf.FetchAsync(db, named, cancel);
        await shelf.FetchAsync(db, named.Select(shelf.Find).OfType<GrepItem>().Where(item => item.Kind == GrepKind.GoalSet).SelectMany(GrepCurriculumReader.Named), cancel);
        return shelf;
    }

    /// <summary>The element of a code: as it was given, else as it was kept.</summary>
    public GrepItem? Find(string code) => given.Items.TryGetValue(code, out var item) && (item.Kind != GrepKind.Curriculum || item.HasGoalChapter) ? item : kept.GetValueOrDefault(code);

    private static bool IsWhole(GrepItem item) => item is { Kind: GrepKind.Curriculum, HasGoalChapter: true };

    private async Task FetchAsync(AppDbContext db, IEnumerable<string> codes, CancellationToken cancel)
    {
        var lacking = codes.Distinct(StringComparer.Ordinal).Where(code => Find(code) is null).ToArray();
        if (lacking.Length == 0)
        {
            return;
        }

        foreach (var element in await db.GrepElements.AsNoTracking().Where(element => EF.Parameter(lacking).Contains(element.Code)).ToListAsync(cancel))
        {
            kept[element.Code] = GrepItem.Of(element);
        }
    }
}
