using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>HR notes that a signature cannot be had, such as of one who has left, and says why; so the talk does not wait for ever. Never the apprentice's.</summary>
public sealed class NoteSignature(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        public FormParties Party { get; set; }

        [Required]
        [StringLength(Evaluation.LongestReason)]
        public string? Reason { get; set; }

        /// <summary>The addendum, from 1; 0: the talk itself.</summary>
        public int Addendum { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.NoteSignatures);
        await SigningActs.RunAsync(database, db => NoteAsync(db, id, input, user, cancel), cancel);
    }

    private async Task NoteAsync(AppDbContext db, Guid id, Input input, CurrentUser user, CancellationToken cancel)
    {
        // What was said is not hers to read; that it waits is. What she may see only because she held it, she does not settle as HR.
        var records = db.Apprenticeships.VisibleTo(user);
        var talk = await db.Evaluations.VisibleTo(user).Where(e => records.Any(a => a.Id == e.ApprenticeshipId)).WithSealed().SingleOrDefaultAsync(e => e.Id == id, cancel)
            ?? throw new NotThereException();
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        var at = clock.GetUtcNow();
        Rule.Require(TalkCheck.RowsSayTheSame(talk, input.Addendum), SigningTexts.NotAsSealed);

        talk.NoteUnobtainable(user.PersonId, me.FullName, input.Party, input.Reason ?? "", at, input.Addendum);
        await SigningActs.SaveAsync(db, talk, cancel);
    }
}
