using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Accounts that have asked to come in and look like somebody here; those who have waited longest first.</summary>
public sealed class ListWaitingAccounts(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <param name="Id">Which account.</param>
    /// <param name="AccountName">The user principal name by which it signed in.</param>
    /// <param name="PersonId">Whose it looks like.</param>
    /// <param name="PersonName">Her name here.</param>
    /// <param name="Roles">What she would come in as.</param>
    /// <param name="SeenAt">Since when it waits.</param>
    /// <param name="HasAnother">Whether she has an account already; then this one may be somebody else's.</param>
    public sealed record Row(Guid Id, string AccountName, Guid PersonId, string PersonName, Roles Roles, DateTimeOffset SeenAt, bool HasAnother);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public async Task<Result> RunAsync(Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);

        await using var db = await database.CreateDbContextAsync(cancel);
        var waiting = db.ProviderAccounts.VisibleTo(user).Where(ProviderAccount.IsWaiting).Where(account => account.Person.DeactivatedAt == null);
        var rows = await waiting.OrderBy(account => account.SeenAt).ThenBy(account => account.Id).Skip(page.Skip).Take(page.Take)
            .Select(account => new Row(
                account.Id, account.UserPrincipalName ?? account.ObjectId, account.PersonId, account.Person.GivenName + " " + account.Person.FamilyName,
                account.Person.Roles, account.SeenAt, db.ProviderAccounts.Any(other => other.PersonId == account.PersonId && other.LinkedAt != null)))
            .ToListAsync(cancel);
        return new Result(rows, await waiting.CountAsync(cancel));
    }
}
