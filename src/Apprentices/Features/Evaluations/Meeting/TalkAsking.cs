using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Whom a talk waits for today, and who is told in the place of those who are away.</summary>
/// <param name="fact">What is known of them; nothing where it waits for nobody.</param>
internal sealed class TalkAsking(ReminderFact? fact)
{
    /// <summary>The kinds of mail that ask somebody for something.</summary>
    public static IReadOnlyList<TalkMailKind> Kinds { get; } = [TalkMailKind.PrepareIt, TalkMailKind.HoldIt, TalkMailKind.SignIt];

    /// <summary>Reads it for many at once; needs all that <see cref="TalksAsync"/> reads.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TalkAsking>> ReadAsync(
        AppDbContext db, IReadOnlyCollection<Evaluation> talks, TalkMailKind what, DateOnly today, CancellationToken cancel)
    {
        var facts = await ReminderFacts.OfTalksAsync(
            db, [.. talks.Select(talk => (talk, PartiesOf(talk, what, today)))], what != TalkMailKind.SignIt, today, cancel);
        var byTalk = facts.ToDictionary(fact => fact.AboutId);
        return talks.ToDictionary(talk => talk.Id, talk => new TalkAsking(byTalk.GetValueOrDefault(talk.Id)));
    }

    /// <summary>Talks with all that says whom they wait for.</summary>
    public static Task<List<Evaluation>> TalksAsync(AppDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) => db.Evaluations
        .Where(e => ids.Contains(e.Id))
        .Include(e => e.Apprenticeship).ThenInclude(a => a.Person)
        .Include(e => e.Participants).Include(e => e.Moves).Include(e => e.Preparations).Include(e => e.Signatures).Include(e => e.Addenda)
        .AsNoTracking().AsSplitQuery()
        .ToListAsync(cancel);

    /// <summary>Whether it waits for that person.</summary>
    public bool WaitsFor(Guid person) => fact?.Together.Contains(person) == true;

    /// <summary>Who is told for one of them: herself while she is there.</summary>
    public IReadOnlyList<Guid> ToldFor(Guid person, DateOnly today, ReminderTerms terms) => fact is null ? [] : ReminderPlan.ToldFor(today, fact, person, terms);

    private static FormParties PartiesOf(Evaluation talk, TalkMailKind what, DateOnly today)
    {
        if (what != TalkMailKind.SignIt)
        {
            return TalkAsk.For(talk, today) is { } ask && ask.What == what ? ask.From : FormParties.None;
        }

        return talk.Addenda.Where(one => one.LockedAt is null).Select(one => one.Number).Append(0).Aggregate(FormParties.None, (all, part) => all | talk.Turn(part));
    }
}
