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

    /// <summary>Her accounts wait to be confirmed, and invitations nobody has used yet open nothing.</summary>
    public static async Task AskAgainAsync(AppDbContext db, Guid personId, CancellationToken cancel)
    {
        foreach (var account in await db.ProviderAccounts.Where(account => account.PersonId == personId && account.LinkedAt != null).ToListAsync(cancel))
        {
            account.AskAgain();
        }

        await TakeInvitationsBackAsync(db, personId, cancel);
    }

    public static async Task TakeInvitationsBackAsync(AppDbContext db, Guid personId, CancellationToken cancel) =>
        db.RemoveRange(await db.Invitations.Where(invitation => invitation.PersonId == personId && invitation.UsedAt == null).ToListAsync(cancel));
}
