using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <content>How somebody signs in.</content>
public sealed partial class MergePeople
{
    /// <summary>
    /// Her accounts sign in the one that is kept. Where that one is HR or an administrator and she was not, they wait to be confirmed
    /// again, and so do those of the one that is kept where she comes to be HR by it: else a merger would open more than whoever merges may.
    /// Sessions and invitations end.
    /// </summary>
    private async Task MoveAccountsAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        if (LettingIn.AsksAgain(kept.Roles, gone.GivenRoles))
        {
            await LettingIn.AskAgainAsync(db, kept, clock.GetUtcNow(), cancel);
        }

        var gains = LettingIn.AsksAgain(gone.Roles, kept.Roles);
        foreach (var account in await db.ProviderAccounts.Where(account => account.PersonId == gone.Id).ToListAsync(cancel))
        {
            account.MoveTo(kept.Id, gains);
        }

        await db.UserSessions.Where(session => session.PersonId == gone.Id).ExecuteDeleteAsync(cancel);
        db.RemoveRange(await db.Invitations.Where(invitation => invitation.PersonId == gone.Id).ToListAsync(cancel));
    }
}
