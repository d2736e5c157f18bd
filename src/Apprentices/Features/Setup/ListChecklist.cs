using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>The points of the checklists for the start and the end, in order of their days; those retired come after, latest first.</summary>
public sealed class ListChecklist(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Result(IReadOnlyList<ChecklistPoint> Points, IReadOnlyList<ChecklistPoint> Retired, SetupChoices Choices)
    {
        public IReadOnlyList<ChecklistPoint> Of(ChecklistPhase phase) => [.. Points.Where(point => point.Phase == phase)];
    }

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var points = await db.ChecklistPoints.AsNoTracking().OrderBy(p => p.OffsetDays).ThenBy(p => p.Id).ToListAsync(cancel);
        return new Result(
            [.. points.Where(point => point.RetiredOn is null)],
            [.. points.Where(point => point.RetiredOn is not null).OrderByDescending(point => point.RetiredOn)],
            await SetupChoices.ReadAsync(db, cancel));
    }
}
