using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>What differs between two editions of a curriculum, goal by goal.</summary>
public sealed class CompareEditions(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record View(string Code, LocalText Trade, int From, int To, IReadOnlyList<GoalChange> Goals);

    /// <returns>Nothing where there is no such curriculum, or one of the editions is not there.</returns>
    public async Task<View?> RunAsync(string code, int from, int to, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeCurricula);

        await using var db = await database.CreateDbContextAsync(cancel);
        var curriculum = await db.Curricula.AsNoTracking().WithEditions().SingleOrDefaultAsync(c => c.Code == code, cancel);
        if (curriculum is null || from == to || !new[] { from, to }.All(number => curriculum.Editions.Any(edition => edition.Number == number)))
        {
            return null;
        }

        IEnumerable<Goal> Of(int edition) => curriculum.AllGoals.Where(goal => goal.EditionNumber == edition).OrderBy(goal => goal.Order);
        return new View(code, curriculum.Trade, from, to, GoalChange.Compare(
            Of(from), Of(to).Select(goal => new GoalChange(goal.Code, GoalState.New, goal.Title, OfficialText.None, goal.Wording))));
    }
}
