using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Roster;

/// <summary>Shows what an import of a file would do, row by row, and saves nothing.</summary>
public sealed class PreviewRoster(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task<RosterReview> RunAsync(RosterFile file, ColumnMap map, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ImportRoster);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await RosterReview.MakeAsync(db, user, file, map, cancel);
    }
}
