using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Somebody in the house knows that an account is the person's whose address it bears: from now on it signs her in.</summary>
public sealed class ConfirmAccount(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It would be her own, or the person may not come in.</exception>
    public async Task RunAsync(Guid accountId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);

        await using var db = await database.CreateDbContextAsync(cancel);
        var account = await db.ProviderAccounts.VisibleTo(user).Include(one => one.Person).SingleOrDefaultAsync(one => one.Id == accountId, cancel) ?? throw new NotThereException();
        Rule.Require(account.PersonId != user.PersonId, PeopleTexts.OwnAccount);
        Rule.Require(account.Person.DeactivatedAt is null, PeopleTexts.IsDeactivated);
        account.LinkTo(account.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
