using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>An account is not the person's whose address it bears. It opens nothing and asks no more; an invitation can still link it.</summary>
public sealed class RefuseAccount(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It is linked already.</exception>
    public async Task RunAsync(Guid accountId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);

        await using var db = await database.CreateDbContextAsync(cancel);
        var account = await db.ProviderAccounts.VisibleTo(user).SingleOrDefaultAsync(one => one.Id == accountId, cancel) ?? throw new NotThereException();
        account.Refuse(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
