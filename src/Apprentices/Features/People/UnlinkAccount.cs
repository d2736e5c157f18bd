using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>An account no longer signs the person in; wherever she is signed in by its provider it ends, and so do her own access tokens and calendar address; with her last account go the roles that came by it. It may ask again.</summary>
public sealed class UnlinkAccount(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="RuleException">It is her own.</exception>
    public async Task RunAsync(Guid accountId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);

        await using var db = await database.CreateDbContextAsync(cancel);
        var account = await db.ProviderAccounts.VisibleTo(user).Include(one => one.Person).SingleOrDefaultAsync(one => one.Id == accountId, cancel) ?? throw new NotThereException();
        Rule.Require(account.PersonId != user.PersonId, PeopleTexts.OwnAccount);
        db.Remove(account);
        if (!await db.ProviderAccounts.AnyAsync(other => other.PersonId == account.PersonId && other.Id != accountId && other.LinkedAt != null, cancel))
        {
            account.Person.Map(Roles.None);
        }

        await LettingIn.EndAsync(db, account.PersonId, db.UserSessions.Where(session => session.Issuer == account.Issuer), clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
