using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula.Moves;

/// <summary>One edition of a curriculum, by the curriculum's code and the edition's number.</summary>
public sealed record EditionKey(string Code, int Number);

/// <summary>An edition as it can be chosen.</summary>
/// <param name="Key">Which.</param>
/// <param name="Title">The title of the curriculum.</param>
/// <param name="IsInForce">Whether new contracts follow it.</param>
/// <param name="Goals">How many goals it has.</param>
/// <param name="Followers">How many under way, or still to begin, follow it.</param>
/// <param name="IsNext">Whether it is of the curriculum in question or of the one that follows it, not of another of its trades.</param>
public sealed record EditionChoice(EditionKey Key, LocalText Title, bool IsInForce, int Goals, int Followers, bool IsNext);

/// <summary>Reads the editions that plans can move between.</summary>
internal static class MoveEditions
{
    /// <summary>Those of the curriculum, newest first; then of the one that follows it; then of the others of its trades.</summary>
    public static async Task<IReadOnlyList<EditionChoice>> ReadAsync(AppDbContext db, CurrentUser user, string code, CancellationToken cancel)
    {
        var curricula = await db.Curricula.AsNoTracking().Include(c => c.Editions).ToListAsync(cancel);
        if (curricula.Find(c => c.Code == code) is not { } own)
        {
            return [];
        }

        var goals = (await db.Goals.GroupBy(goal => new { goal.CurriculumCode, goal.EditionNumber }).Select(all => new { all.Key, Count = all.Count() }).ToListAsync(cancel))
            .ToDictionary(all => new EditionKey(all.Key.CurriculumCode, all.Key.EditionNumber), all => all.Count);
        var followers = (await db.Apprenticeships.VisibleTo(user).Where(a => a.EndsOn >= user.Today)
                .GroupBy(a => new { a.CurriculumCode, a.CurriculumEdition }).Select(all => new { all.Key, Count = all.Count() }).ToListAsync(cancel))
            .ToDictionary(all => new EditionKey(all.Key.CurriculumCode, all.Key.CurriculumEdition), all => all.Count);

        return
        [
            .. curricula
                .Where(c => c.Code == code || c.ReplacesCode == code || (c.Family == own.Family && c.Family != TradeFamily.Other) || own.ReplacesCode == c.Code)
                .OrderBy(c => c.Code == code ? 0 : c.ReplacesCode == code ? 1 : 2).ThenByDescending(c => c.ValidFrom).ThenBy(c => c.Code, StringComparer.Ordinal)
                .SelectMany(c => Numbers(c).Select(number => new EditionKey(c.Code, number)).Select(key => new EditionChoice(
                    key, c.Title, key.Number == c.Edition, goals.GetValueOrDefault(key), followers.GetValueOrDefault(key), c.Code == code || c.ReplacesCode == code))),
        ];

        IEnumerable<int> Numbers(Curriculum curriculum) => curriculum.Editions.Select(edition => edition.Number)
            .Concat(goals.Keys.Concat(followers.Keys).Where(key => key.Code == curriculum.Code).Select(key => key.Number))
            .Append(curriculum.Edition).Distinct().OrderDescending();
    }

    /// <summary>The edition that plans are most likely to be moved from: of the curriculum, an older one that is followed; else the one in force.</summary>
    public static EditionChoice? LikelyFrom(this IReadOnlyList<EditionChoice> editions, string code) =>
        editions.Where(e => e.Key.Code == code).OrderByDescending(e => !e.IsInForce && e.Followers > 0).ThenByDescending(e => e.IsInForce).FirstOrDefault();

    /// <summary>The newest: the edition in force of the same curriculum, else of the one that follows it. No other is guessed.</summary>
    public static EditionChoice? LikelyTo(this IReadOnlyList<EditionChoice> editions, EditionKey from) =>
        editions.Where(e => e.Key != from && e.Goals > 0 && e.IsNext).OrderByDescending(e => e.IsInForce).FirstOrDefault();
}
