using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>A talk with somebody's hand on it: what she is in it, and what she may write in.</summary>
internal sealed record TalkHand(AppDbContext Db, Evaluation Talk, CurrentUser User, FormParties Parties, DateTimeOffset Now)
{
    /// <summary>Whether somebody has signed it, so that nothing in it changes any more.</summary>
    public bool IsSigned => Talk.Signatures.Any(signature => signature.Addendum == 0);

    /// <summary>A question that all answer together, and that she may read.</summary>
    /// <exception cref="NotThereException">The form has no such question for her.</exception>
    public FormQuestion Question(string key) => Talk.FormEdition?.Content.Find(key) is { } question
        && (question.AnsweredBy & FormParties.Together) != FormParties.None
        && FormContent.MayRead(question, Parties, FormParties.Together) ? question : throw new NotThereException();

    /// <summary>A block of the shared notes that she may write in.</summary>
    /// <exception cref="NotThereException">There is none for her.</exception>
    public TalkBlock Block(string key)
    {
        if (Talk.FormEdition?.Content.Find(key) is not null || key != TalkBlock.FreeNotes)
        {
            Rule.Require(Question(key).Type == QuestionType.Text, RuleTexts.EvaluationNotPlanned);
        }

        return Talk.Block(key);
    }
}

/// <summary>
/// Changes what is written in a talk, by one who takes part in it today. Of two who save in the same moment the later one looks
/// again. What is held already is sealed anew with it; and what is added while it is being ended is not lost: the talk is saved
/// with each new row, and ended with each old one (<see cref="FinishTalk"/>).
/// </summary>
internal static class TalkWriting
{
    private const int MostTries = 30;

    /// <summary>What it takes: the same for each use case.</summary>
    internal sealed record Means(IDbContextFactory<AppDbContext> Database, IOptions<EmployerSettings> Employer, TalkChannel Channel, TimeProvider Clock);

    /// <exception cref="NotThereException">The talk is not there, or she does not take part in it.</exception>
    /// <exception cref="RuleException">It is not begun, or whatever the change refuses.</exception>
    public static async Task<T> ChangeAsync<T>(this Means means, CurrentUser user, Guid id, Func<TalkHand, T> change, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var done = await ChangeOnceAsync(means, user, id, change, cancel);
                means.Channel.Say(id);
                return done;
            }
            catch (Exception failure) when (tries < MostTries && LostRace.Caused(failure))
            {
                // Somebody saved in this moment: it is looked at again as it is now.
            }
        }
    }

    /// <summary>A talk with what is written in it while it is held, for one who takes part in it.</summary>
    public static async Task<TalkHand> TakeAsync(AppDbContext db, CurrentUser user, Guid id, TimeProvider clock, CancellationToken cancel)
    {
        var parties = await TalkParties.OfAsync(db, id, user, cancel);
        if (parties == FormParties.None)
        {
            throw new NotThereException();
        }

        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .WithSealed()
            .Include(e => e.Blocks).ThenInclude(block => block.Suggestions)
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();
        return new TalkHand(db, talk, user, parties, clock.GetUtcNow());
    }

    private static async Task<T> ChangeOnceAsync<T>(Means means, CurrentUser user, Guid id, Func<TalkHand, T> change, CancellationToken cancel)
    {
        await using var db = await means.Database.CreateDbContextAsync(cancel);
        var hand = await TakeAsync(db, user, id, means.Clock, cancel);
        Rule.Require(hand.Talk.BegunAt is not null || hand.Talk.State is EvaluationState.Held or EvaluationState.Signed, RuleTexts.TalkNotBegun);
        var done = change(hand);

        db.ChangeTracker.DetectChanges();
        var added = db.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Added && entry.Entity is TalkBlock or EvaluationAnswer or AgreedAction);
        var changed = added || db.ChangeTracker.Entries().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted && entry.Entity is TalkBlock or EvaluationAnswer or AgreedAction);
        if (hand.Talk.State == EvaluationState.Held && changed && !hand.IsSigned)
        {
            await TalkSealing.SealAsync(db, hand.Talk, means.Employer.Value.Name, hand.Now, cancel);
            db.Entry(hand.Talk).Property(e => e.State).IsModified = true;
        }
        else if (added)
        {
            db.Entry(hand.Talk).Property(e => e.State).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
        return done;
    }
}
