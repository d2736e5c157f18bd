using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>The trades there are contracts in, by their curricula and the days those are valid: published by the state, and open to all.</summary>
public sealed class ListTrades(IDbContextFactory<AppDbContext> database)
{
    /// <param name="Code">Udir's code of the curriculum, for instance ITD03-01.</param>
    /// <param name="Reform">LK06 or LK20.</param>
    /// <param name="Trade">The trade's name.</param>
    /// <param name="Title">The curriculum's.</param>
    /// <param name="ValidFrom">The first day it is valid.</param>
    /// <param name="ValidTo">The last; empty while it is in force.</param>
    /// <param name="ReplacesCode">The curriculum it followed.</param>
    public sealed record Row(string Code, string Reform, LocalText Trade, LocalText Title, DateOnly ValidFrom, DateOnly? ValidTo, string? ReplacesCode);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Curricula.OrderBy(c => c.Code)
            .Select(c => new Row(c.Code, c.Reform, c.Trade, c.Title, c.ValidFrom, c.ValidTo, c.ReplacesCode))
            .ToListAsync(cancel);
    }
}
