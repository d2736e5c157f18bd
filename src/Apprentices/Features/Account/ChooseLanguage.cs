using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Account;

/// <summary>Remembers with the person, if somebody is signed in, what she reads; her mails follow.</summary>
public sealed class ChooseLanguage(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task RunAsync(Language language, CancellationToken cancel = default)
    {
        if (await users.TryGetAsync(cancel) is not { } user)
        {
            return;
        }

        // It asks for no policy, for anybody may; the traces are told all the same who did it.
        CurrentAct.Begin(user.PersonId, nameof(ChooseLanguage));
        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.SingleAsync(person => person.Id == user.PersonId, cancel);
        person.Speak(language);
        await db.SaveChangesAsync(cancel);
    }
}
