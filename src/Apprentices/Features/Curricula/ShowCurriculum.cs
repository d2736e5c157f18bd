using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>One edition of a curriculum: its goals in our short words and in Udir's, by main area, and which other editions there are.</summary>
public sealed class ShowCurriculum(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Edition(int Number, DateTimeOffset AddedAt, DateTimeOffset? ImportedAt, string? Source, int Goals);

    public sealed record Area(LocalText? Title, IReadOnlyList<Goal> Goals);

    public sealed record View(
        string Code, string Reform, LocalText Trade, LocalText OwnTitle, OfficialText Title, DateOnly ValidFrom, DateOnly? ValidTo, string? ReplacesCode,
        int? FinalTestWorkingDays, IReadOnlyList<Edition> Editions, int InForce, int Shown, IReadOnlyList<Area> Areas, OfficialText Assessment, bool MayImport)
    {
        public int Goals => Areas.Sum(area => area.Goals.Count);

        /// <summary>Whether anything here is in Udir's words, so that the credit is due.</summary>
        public bool HasWords => Title.IsGiven || Areas.Any(area => area.Goals.Any(goal => goal.Wording.IsGiven));
    }

    /// <param name="code">Udir's code.</param>
    /// <param name="number">The edition; the one in force where nothing is said.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Nothing where there is no such curriculum or edition.</returns>
    public async Task<View?> RunAsync(string code, int? number = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeCurricula);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Curricula.AsNoTracking().WithEditions().SingleOrDefaultAsync(c => c.Code == code, cancel) is not { } curriculum)
        {
            return null;
        }

        var shown = number ?? curriculum.Edition;
        var edition = curriculum.Editions.SingleOrDefault(one => one.Number == shown);
        if (edition is null && shown != curriculum.Edition)
        {
            return null;
        }

        var kept = edition?.ImportedAt is not null && shown == curriculum.Edition ? await db.GrepElements.AsNoTracking().SingleOrDefaultAsync(one => one.Code == code, cancel) : null;
        return new View(
            curriculum.Code, curriculum.Reform, curriculum.Trade, curriculum.Title, edition?.Title ?? OfficialText.None, curriculum.ValidFrom, curriculum.ValidTo,
            curriculum.ReplacesCode, curriculum.FinalTestWorkingDays,
            [.. curriculum.Editions.OrderByDescending(one => one.Number).Select(one => new Edition(
                one.Number, one.AddedAt, one.ImportedAt, one.Source, curriculum.AllGoals.Count(goal => goal.EditionNumber == one.Number)))],
            curriculum.Edition, shown, Areas(curriculum, shown),
            kept is null ? OfficialText.None : GrepCurriculumReader.Read(GrepItem.Of(kept), _ => null).Assessment,
            user.Allows(Policy.ImportCurricula));
    }

    /// <summary>The goals under their main areas in the order of both; those under none come first.</summary>
    private static List<Area> Areas(Curriculum curriculum, int edition)
    {
        var titles = curriculum.AllMainAreas.Where(area => area.EditionNumber == edition).ToDictionary(area => area.Order, area => area.Title);
        return
        [
            .. curriculum.AllGoals.Where(goal => goal.EditionNumber == edition)
                .GroupBy(goal => goal.MainAreaOrder)
                .OrderBy(group => group.Key ?? 0)
                .Select(group => new Area(group.Key is { } order ? titles.GetValueOrDefault(order) : null, [.. group.OrderBy(goal => goal.Order)])),
        ];
    }
}
