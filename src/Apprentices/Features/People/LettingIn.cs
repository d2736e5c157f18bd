using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Who answers for whose account: HR for everybody but HR and administrators, an administrator for these. The visibility of accounts says the same.</summary>
internal static class LettingIn
{
    public static bool Answers(CurrentUser user, Person person) =>
        user.IsAny((person.Roles & Visibility.InCharge) == Roles.None ? Roles.Hr : Roles.Administrator);

    /// <summary>Whether she comes to be in charge by it, so that others answer for her accounts than did before.</summary>
    public static bool AsksAgain(Roles had, Roles gets) => (gets & Visibility.InCharge & ~had) != Roles.None;

    /// <summary>
    /// Her accounts wait to be confirmed, what was opened by them ends, and invitations nobody has used yet open nothing. The roles that came
    /// with an account come back with it.
    /// </summary>
    public static async Task AskAgainAsync(AppDbContext db, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        var linked = await db.ProviderAccounts.Where(account => account.PersonId == person.Id && account.LinkedAt != null).ToListAsync(cancel);
        linked.ForEach(account => account.AskAgain());
        if (linked.Count > 0)
        {
            person.Map(Roles.None);
            await EndAsync(db, person.Id, db.UserSessions.Where(session => session.Issuer != null), now, cancel);
        }

        await StaleInvitations.TakeBackAsync(db, [person.Id], cancel);
    }

    /// <summary>Those of her sessions end, and with them what whoever came in may have made for herself: access tokens and the calendar's address.</summary>
    public static async Task EndAsync(AppDbContext db, Guid personId, IQueryable<UserSession> sessions, DateTimeOffset now, CancellationToken cancel)
    {
        db.RemoveRange(await sessions.Where(session => session.PersonId == personId).ToListAsync(cancel));
        await db.AccessTokens.Where(token => token.PersonId == personId && token.RevokedAt == null).ForEachAsync(token => token.Revoke(now), cancel);
        db.RemoveRange(await db.FeedAddresses.Where(feed => feed.PersonId == personId).ToListAsync(cancel));
    }
}
