using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <content>How somebody signs in.</content>
public sealed partial class MergePeople
{
    /// <summary>
    /// Her accounts sign in the one that is kept. Where that one is HR or an administrator and she was not, they wait to be confirmed
    /// again, and so do those of the one that is kept where she comes to be in charge by it: else a merger would open more than whoever merges may.
    /// Whoever is in charge already was answered for by administrators. Sessions and invitations end.
    /// </summary>
    private async Task MoveAccountsAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        var gains = LettingIn.AsksAgain(gone.Roles, kept.Roles);
        if ((kept.Roles & Visibility.InCharge) == Roles.None && LettingIn.AsksAgain(kept.Roles, gone.GivenRoles))
        {
            await LettingIn.AskAgainAsync(db, kept, clock.GetUtcNow(), cancel);
        }

        foreach (var account in await db.ProviderAccounts.Where(account => account.PersonId == gone.Id).ToListAsync(cancel))
        {
            account.MoveTo(kept.Id, gains);
        }

        await db.UserSessions.Where(session => session.PersonId == gone.Id).ExecuteDeleteAsync(cancel);
        db.RemoveRange(await db.Invitations.Where(invitation => invitation.PersonId == gone.Id).ToListAsync(cancel));
    }
}
