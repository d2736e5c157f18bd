using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Traces;

/// <summary>Each night: takes away traces whose time is over. The seal keeps its commitments, and that they went is noted and sealed too.</summary>
public sealed class ForgetTraces(
    IDbContextFactory<AppDbContext> database, TraceKeys keys, IOptions<TraceSettings> settings, TimeProvider clock)
{
    /// <returns>How many went.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await database.CreateDbContextAsync(cancel);
        return await ForgetAsync(db, db.AccessTraces, TraceKind.Access, now.AddMonths(-settings.Value.MonthsKept), now, cancel)
            + await ForgetAsync(db, db.ChangeTraces, TraceKind.Change, now.AddMonths(-settings.Value.ChangeMonthsKept), now, cancel);
    }

    /// <summary>Only what is sealed goes: what is not was noted a minute ago, or is no trace of ours.</summary>
    private async Task<int> ForgetAsync<T>(AppDbContext db, IQueryable<T> traces, TraceKind kind, DateTimeOffset before, DateTimeOffset now, CancellationToken cancel) where T : Trace
    {
        var old = traces.Where(trace => trace.At < before && trace.SealNumber != null);
        if (!await old.AnyAsync(cancel))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var removal = new TraceRemoval(kind, before, now);
        removal.Lock(keys, "");
        db.Add(removal);
        await db.SaveChangesAsync(cancel);
        var gone = await old.ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }
}
