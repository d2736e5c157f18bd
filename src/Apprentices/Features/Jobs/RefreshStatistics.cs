using Apprentices.Data;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>
/// At night and when the program starts: counts anew how many rows the tables have and how their values spread
/// (<see cref="TableStatistics"/>). Without, SQLite reads all talks that are planned to find fifty of them.
/// </summary>
public sealed class RefreshStatistics(IDbContextFactory<AppDbContext> database)
{
    /// <summary>A large database takes longer than any question may.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <returns>Nothing that is worth a count.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(Patience);
        await TableStatistics.CountAsync(db, cancel);
        return 0;
    }
}
