using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>The trades, workplaces and supervisors a list may be narrowed to: those of the apprenticeships one may see.</summary>
public sealed class ListChoices(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task<RecordChoices> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeRecords);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await RecordChoices.ReadAsync(db, user, cancel);
    }
}
