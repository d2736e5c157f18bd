using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Drafts;

/// <summary>Each night: removes the drafts nobody has typed in for as long as the setting keeps them.</summary>
public sealed class PurgeDrafts(IDbContextFactory<AppDbContext> database, IOptions<DraftSettings> settings, TimeProvider clock)
{
    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var oldest = clock.GetUtcNow().AddDays(-settings.Value.KeepDays);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Drafts.Where(draft => draft.SavedAt < oldest).ExecuteDeleteAsync(cancel);
    }
}
