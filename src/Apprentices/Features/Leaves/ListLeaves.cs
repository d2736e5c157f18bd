using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>When somebody who follows up apprentices is away: what is or comes first, then what was, latest first.</summary>
public sealed class ListLeaves(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>So many that are over are still shown.</summary>
    private const int MostOver = 10;

    public sealed record Row(Guid Id, DateOnly FromOn, DateOnly ToOn, string? Deputy);

    public sealed record Result(string Name, IReadOnlyList<Row> Ahead, IReadOnlyList<Row> Over, DateOnly Today);

    /// <summary>Nothing where she is not there or follows nobody up.</summary>
    public async Task<Result?> RunAsync(Guid personId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageLeaves);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.WhoMayBeAway(user).Where(p => p.Id == personId).Select(p => p.GivenName + " " + p.FamilyName).SingleOrDefaultAsync(cancel) is not { } name)
        {
            return null;
        }

        var today = user.Today;
        var hers = db.Leaves.VisibleTo(user).Where(leave => leave.PersonId == personId);
        return new Result(
            name,
            await Rows(hers.Where(leave => leave.ToOn >= today).OrderBy(leave => leave.FromOn)).ToListAsync(cancel),
            await Rows(hers.Where(leave => leave.ToOn < today).OrderByDescending(leave => leave.FromOn).Take(MostOver)).ToListAsync(cancel),
            today);
    }

    private static IQueryable<Row> Rows(IQueryable<Leave> leaves) =>
        leaves.Select(leave => new Row(leave.Id, leave.FromOn, leave.ToOn, leave.Deputy == null ? null : leave.Deputy.GivenName + " " + leave.Deputy.FamilyName));
}
