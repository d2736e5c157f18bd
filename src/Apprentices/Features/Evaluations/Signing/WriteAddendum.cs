using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Adds to a signed talk what was wrong or is missing. What was signed stays as it is; the addendum is sealed and signed by the same parties.</summary>
public sealed class WriteAddendum(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required]
        [StringLength(FormContent.LongestText)]
        public string? Text { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AddAddenda);
        await SigningActs.RunAsync(database, db => AddAsync(db, id, input, user, cancel), cancel);
    }

    private async Task AddAsync(AppDbContext db, Guid id, Input input, CurrentUser user, CancellationToken cancel)
    {
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(TalkAccess.AddedToBy(user))
            .WithSealed()
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        var at = clock.GetUtcNow();

        var addendum = talk.Add(input.Text ?? "", user.PersonId, me.FullName, at);
        var (json, hash) = TalkSeal.Of(addendum, talk.Id, talk.Documents.FirstOrDefault(document => document.Addendum == 0)?.Hash);
        talk.Seal(addendum.Number, json, hash, at);
        await SigningActs.SaveAsync(db, talk, cancel);
    }
}
