using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator lets mail go out again: what still holds is sent by the next run.</summary>
public sealed class ResumeMail(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);

        await using var db = await database.CreateDbContextAsync(cancel);
        await db.MailPauses.ExecuteDeleteAsync(cancel);
    }
}
