using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>Each night: removes the files of entries that nobody saved for as long as drafts are kept.</summary>
public sealed class PurgeDraftFiles(IDbContextFactory<AppDbContext> database, IOptions<DraftSettings> settings, TimeProvider clock)
{
    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var oldest = clock.GetUtcNow().AddDays(-settings.Value.KeepDays);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Attachments.Where(file => file.LogEntryId == null && file.AddedAt < oldest).ExecuteDeleteAsync(cancel);
    }
}
