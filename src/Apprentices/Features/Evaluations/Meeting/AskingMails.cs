using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>
/// Which mails that ask somebody for something may go now: in working hours, not in her quiet hours, and to whoever is there in her place.
/// </summary>
internal sealed class AskingMails(IDbContextFactory<AppDbContext> database, TimeProvider clock)
{
    /// <param name="Ids">Those that may go; what is asked for later waits for the next run.</param>
    /// <param name="Terms">Who is there.</param>
    public sealed record Ready(IReadOnlyList<Guid> Ids, ReminderTerms? Terms);

    private sealed record Ask(Guid EvaluationId, TalkMailKind Kind, int Sequence);

    public async Task<Ready> ReadAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await HoldBackAsync(db, cancel);
        var rows = await ToSend(db).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return new Ready([], null);
        }

        var terms = await ReminderFacts.TermsAsync(db, clock.Today(), cancel);
        if (!await HandOnAsync(db, rows, terms, cancel))
        {
            return new Ready([], terms);
        }

        await HoldBackAsync(db, cancel);
        return new Ready(await ToSend(db).Select(mail => mail.Id).ToListAsync(cancel), terms);
    }

    private Task HoldBackAsync(AppDbContext db, CancellationToken cancel)
    {
        var waiting = ToSend(db).Where(mail => mail.Failures > 0 || mail.FailureKind == null);
        return MailHours.HoldBackAsync(db, clock, waiting, waiting, mail => mail.RecipientId!.Value, (mails, _) => mails, cancel);
    }

    private IQueryable<TalkMail> ToSend(AppDbContext db) =>
        db.TalkMails.Where(QueuedMail.ToSendAt<TalkMail>(clock.GetUtcNow())).Where(mail => TalkAsking.Kinds.Contains(mail.Kind));

    /// <summary>
    /// What was asked of one who is away goes to whoever is there in her place, and to herself again once she is back before it has gone.
    /// </summary>
    /// <returns>Whether it is saved; where somebody has changed one of them meanwhile, none goes and the next run looks again.</returns>
    private async Task<bool> HandOnAsync(AppDbContext db, List<TalkMail> waiting, ReminderTerms terms, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var ids = waiting.Select(row => row.EvaluationId).Distinct().ToList();
        var all = (await db.TalkMails.Where(mail => ids.Contains(mail.EvaluationId) && TalkAsking.Kinds.Contains(mail.Kind)).ToListAsync(cancel))
            .ToLookup(row => new Ask(row.EvaluationId, row.Kind, row.Sequence));
        foreach (var ask in waiting.GroupBy(row => new Ask(row.EvaluationId, row.Kind, row.Sequence)))
        {
            var asking = await TalkAsking.ReadAsync(db, await TalkAsking.TalkAsync(db, ask.Key.EvaluationId, cancel), ask.Key.Kind, today, cancel);
            var told = all[ask.Key].Select(row => row.RecipientId!.Value).Where(asking.People.Contains).SelectMany(person => asking.ToldFor(person, today, terms)).ToHashSet();
            foreach (var row in told.Count == 0 ? [] : ask.Where(row => !told.Contains(row.RecipientId!.Value)))
            {
                row.Cancel(now);
            }

            foreach (var person in told)
            {
                if (all[ask.Key].FirstOrDefault(row => row.RecipientId == person) is not { } hers)
                {
                    db.Add(new TalkMail(ask.Key.EvaluationId, ask.Key.Kind, ask.Key.Sequence, person, guestEmail: null, now));
                }
                else if (hers is { CancelledAt: not null, SentAt: null })
                {
                    hers.Renew(now);
                }
            }
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            return false;
        }
    }
}
