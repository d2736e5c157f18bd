using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>The people, trades and workplaces the deadlines may be narrowed to: those of the records one may see, whatever their role there.</summary>
public sealed class ListDeadlineChoices(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task<RecordChoices> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await RecordChoices.ReadAsync(db, user, cancel, everyRole: true);
    }
}
