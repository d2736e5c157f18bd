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

    private sealed record Ask(Guid EvaluationId, TalkMailKind Kind, int Sequence)
    {
        public static Ask Of(TalkMail row) => new(row.EvaluationId, row.Kind, row.Sequence);
    }

    public async Task<Ready> ReadAsync(CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await HoldBackAsync(db, cancel);
        var rows = await db.MailPauses.AnyAsync(cancel) ? [] : await ToSend(db).ToListAsync(cancel);
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
    /// What was asked of one who is away goes to whoever is there in her place, and to herself again where she is back before anybody was told.
    /// </summary>
    /// <returns>Whether it is saved; where somebody has changed one of them meanwhile, none goes and the next run looks again.</returns>
    private async Task<bool> HandOnAsync(AppDbContext db, List<TalkMail> waiting, ReminderTerms terms, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var ids = waiting.Select(row => row.EvaluationId).Distinct().ToList();
        var talks = await TalkAsking.TalksAsync(db, ids, cancel);
        var all = (await db.TalkMails.Where(mail => ids.Contains(mail.EvaluationId) && TalkAsking.Kinds.Contains(mail.Kind)).ToListAsync(cancel))
            .GroupBy(Ask.Of).ToDictionary(rows => rows.Key, rows => rows.ToList());
        foreach (var kind in waiting.GroupBy(row => row.Kind))
        {
            var asking = await TalkAsking.ReadAsync(db, talks, kind.Key, today, cancel);
            foreach (var row in kind.Where(row => asking.ContainsKey(row.EvaluationId) && asking[row.EvaluationId].WaitsFor(row.AskedId!.Value)))
            {
                var told = asking[row.EvaluationId].ToldFor(row.AskedId!.Value, today, terms);
                if (told.Count > 0 && !told.Contains(row.RecipientId!.Value))
                {
                    db.AddRange(HandOn(row, told, all[Ask.Of(row)], now));
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

    /// <summary>Calls it off where it was, and gives those it goes to in its place, unless somebody was told already.</summary>
    private static List<TalkMail> HandOn(TalkMail row, IReadOnlyList<Guid> told, List<TalkMail> ofTheAsk, DateTimeOffset now)
    {
        List<TalkMail> made = [];
        row.Cancel(now);
        var ofHers = ofTheAsk.Where(one => one.AskedId == row.AskedId).ToList();
        foreach (var person in ofHers.Exists(one => one.SentAt is not null) ? [] : told)
        {
            if (ofTheAsk.Find(one => one.RecipientId == person) is not { } hers)
            {
                made.Add(row.InPlace(person, now));
            }
            else if (ofHers.Contains(hers) && hers.CancelledAt is not null)
            {
                hers.Renew(now);
            }
        }

        ofTheAsk.AddRange(made);
        return made;
    }
}
