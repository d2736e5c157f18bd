using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Home;

/// <summary>What a supervisor has put off waits for her again at once.</summary>
public sealed class BringBackPutOff(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <returns>How many she had put off.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOwnWork);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.PutOffs.VisibleTo(user).ExecuteDeleteAsync(cancel);
    }
}
