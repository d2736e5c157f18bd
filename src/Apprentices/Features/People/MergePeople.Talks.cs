using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <content>What somebody said, agreed on and signed in talks.</content>
public sealed partial class MergePeople
{
    private static async Task MoveTalksAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        var both = await db.EvaluationSignatures.AnyAsync(s => s.PersonId == gone.Id && s.Evaluation.Signatures.Any(o => o.PersonId == kept.Id), cancel);
        Rule.Require(!both, PeopleTexts.BothSigned);

        foreach (var talk in await db.Evaluations.Where(e => e.HeldById == gone.Id).ToListAsync(cancel))
        {
            talk.MoveTo(kept.Id);
        }

        foreach (var signature in await db.EvaluationSignatures.Where(s => s.PersonId == gone.Id).ToListAsync(cancel))
        {
            signature.MoveTo(kept.Id);
        }

        foreach (var one in await db.EvaluationPreparations.Where(one => one.PersonId == gone.Id).ToListAsync(cancel))
        {
            one.MoveTo(kept.Id);
        }

        foreach (var action in await db.AgreedActions.Where(a => a.ResponsibleId == gone.Id || a.DoneById == gone.Id).ToListAsync(cancel))
        {
            action.MoveTo(kept.Id, gone.Id);
        }

        foreach (var move in await db.TalkMoves.Where(m => m.ById == gone.Id).ToListAsync(cancel))
        {
            move.MoveTo(kept.Id);
        }

        foreach (var addendum in await db.EvaluationAddenda.Where(a => a.WrittenById == gone.Id).ToListAsync(cancel))
        {
            addendum.MoveTo(kept.Id);
        }

        // Notes are left, not moved: nobody is writing in them while people are merged.
        await db.TalkBlocks.Where(block => block.WriterId == gone.Id).ExecuteUpdateAsync(block => block.SetProperty(b => b.WriterId, (Guid?)null), cancel);
        await db.BlockSuggestions.Where(one => one.PersonId == gone.Id).ExecuteUpdateAsync(one => one.SetProperty(o => o.PersonId, kept.Id), cancel);
        await db.TalkOpenings.Where(one => one.PersonId == gone.Id).ExecuteUpdateAsync(one => one.SetProperty(o => o.PersonId, kept.Id), cancel);
        foreach (var edition in await db.EvaluationFormEditions.Where(one => one.PublishedById == gone.Id).ToListAsync(cancel))
        {
            edition.MoveTo(kept.Id);
        }

        // Where both were invited or written to, the kept one is once.
        db.RemoveRange(await db.TalkParticipants.Where(one => one.PersonId == gone.Id && one.Evaluation.Participants.Any(o => o.PersonId == kept.Id)).ToListAsync(cancel));
        foreach (var one in await db.TalkParticipants.Where(one => one.PersonId == gone.Id && !one.Evaluation.Participants.Any(o => o.PersonId == kept.Id)).ToListAsync(cancel))
        {
            one.MoveTo(kept.Id);
        }

        await db.TalkMails.Where(m => m.RecipientId == gone.Id && db.TalkMails.Any(o => o.RecipientId == kept.Id && o.EvaluationId == m.EvaluationId && o.Kind == m.Kind && o.Sequence == m.Sequence))
            .ExecuteDeleteAsync(cancel);
        foreach (var mail in await db.TalkMails.Where(m => m.RecipientId == gone.Id).ToListAsync(cancel))
        {
            mail.MoveTo(kept.Id);
        }

        foreach (var mail in await db.TalkMails.Where(m => m.InPlaceOfId == gone.Id).ToListAsync(cancel))
        {
            mail.MoveAskedTo(kept.Id);
        }
    }

    private static async Task MoveTestsAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        foreach (var attempt in await db.TestAttempts.Where(a => a.ResponsibleId == gone.Id).ToListAsync(cancel))
        {
            attempt.MoveTo(kept.Id);
        }

        foreach (var agreement in await db.TestAgreements.Where(g => g.AgreedById == gone.Id).ToListAsync(cancel))
        {
            agreement.MoveTo(kept.Id);
        }

        foreach (var held in await db.HeldCredentials.Where(h => h.NotedById == gone.Id).ToListAsync(cancel))
        {
            held.MoveTo(kept.Id);
        }

        foreach (var subject in await db.MissingSubjects.Where(s => s.NotedById == gone.Id).ToListAsync(cancel))
        {
            subject.MoveTo(kept.Id);
        }
    }
}
