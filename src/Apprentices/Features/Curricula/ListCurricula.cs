using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>The curricula there are contracts by, those in force first, each with its edition and how many goals it has.</summary>
public sealed class ListCurricula(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Row(string Code, string Reform, LocalText Trade, DateOnly ValidFrom, DateOnly? ValidTo, int Edition, int Goals, bool HasWords);

    public sealed record Result(IReadOnlyList<Row> Rows, DateOnly Today, bool MayImport);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeCurricula);

        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = await db.Curricula
            .Select(c => new Row(
                c.Code, c.Reform, c.Trade, c.ValidFrom, c.ValidTo, c.Edition,
                c.AllGoals.Count(goal => goal.EditionNumber == c.Edition),
                c.Editions.Any(edition => edition.Number == c.Edition && edition.ImportedAt != null)))
            .ToListAsync(cancel);
        return new Result(
            [.. rows.OrderBy(row => row.ValidTo < user.Today).ThenBy(row => row.Trade.ToString(), StringComparer.CurrentCulture).ThenBy(row => row.Code, StringComparer.Ordinal)],
            user.Today,
            user.Allows(Policy.ImportCurricula));
    }
}
