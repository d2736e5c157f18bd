using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>What an import would do, curriculum by curriculum. Nothing is saved by it.</summary>
public sealed class CurriculaReview
{
    /// <summary>Where so few are given, each was meant.</summary>
    private const int Few = 5;

    private CurriculaReview(GrepReading reading, IReadOnlyList<CurriculumChange> changes, IReadOnlyList<GrepItem> apart) =>
        (Reading, Changes, Apart) = (reading, changes, apart);

    public GrepReading Reading { get; }

    public IReadOnlyList<CurriculumChange> Changes { get; }

    /// <summary>
    /// Elements that are kept whichever curricula are chosen, and that are new or others than those kept before: what belongs to no
    /// curriculum, and what belongs to one that is not changed.
    /// </summary>
    public IReadOnlyList<GrepItem> Apart { get; }

    /// <param name="db">The database.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="only">The codes of the curricula to look at; all, where nothing is said.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<CurriculaReview> MakeAsync(AppDbContext db, GrepReading reading, IReadOnlyCollection<string>? only, CancellationToken cancel)
    {
        var shelf = await GrepShelf.FillAsync(db, reading, cancel);
        var read = shelf.Curricula.Where(curriculum => only is null || only.Contains(curriculum.Code))
            .Select(curriculum => GrepCurriculumReader.Read(curriculum, shelf.Find)).ToList();
        var codes = read.Select(curriculum => curriculum.Code).ToArray();
        var known = await db.Curricula.AsNoTracking().WithEditions()
            .Where(curriculum => EF.Parameter(codes).Contains(curriculum.Code))
            .ToDictionaryAsync(curriculum => curriculum.Code, StringComparer.Ordinal, cancel);
        var families = await db.Curricula.ToDictionaryAsync(curriculum => curriculum.Code, curriculum => curriculum.Family, StringComparer.Ordinal, cancel);
        List<CurriculumChange> changes =
            [.. read.Select(curriculum => CurriculumChange.Of(curriculum, known.GetValueOrDefault(curriculum.Code), families, read.Count <= Few))];
        return new CurriculaReview(reading, changes, only is null ? await ApartAsync(db, reading, changes, cancel) : []);
    }

    private static async Task<List<GrepItem>> ApartAsync(AppDbContext db, GrepReading reading, List<CurriculumChange> changes, CancellationToken cancel)
    {
        var toSave = changes.Where(change => change.CanBeSaved).SelectMany(change => change.Read.Elements).Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        var rest = reading.Items.Values.Where(item => !toSave.Contains(item.Code)).ToList();
        var kept = await KeptAsync(db, rest, cancel);
        return [.. rest.Where(item => !kept.TryGetValue(item.Code, out var before) || !GrepItem.Of(before).IsSameAs(item))];
    }

    /// <summary>The elements of the same codes that are kept from before.</summary>
    internal static async Task<Dictionary<string, GrepElement>> KeptAsync(AppDbContext db, IEnumerable<GrepItem> items, CancellationToken cancel)
    {
        var codes = items.Select(item => item.Code).ToArray();
        return await db.GrepElements.Where(element => EF.Parameter(codes).Contains(element.Code))
            .ToDictionaryAsync(element => element.Code, StringComparer.Ordinal, cancel);
    }
}

/// <summary>Reads a curriculum with all its editions.</summary>
internal static class CurriculumEditions
{
    public static IQueryable<Curriculum> WithEditions(this IQueryable<Curriculum> rows) => rows
        .Include(curriculum => curriculum.AllGoals)
        .Include(curriculum => curriculum.AllMainAreas)
        .Include(curriculum => curriculum.Editions)
        .AsSplitQuery();
}
