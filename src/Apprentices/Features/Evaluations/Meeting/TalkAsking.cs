using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Whom a talk waits for today, and who is told in the place of those who are away.</summary>
/// <param name="People">Those it waits for.</param>
/// <param name="fact">What is known of them.</param>
internal sealed class TalkAsking(IReadOnlyList<Guid> people, ReminderFact? fact)
{
    /// <summary>The kinds of mail that ask somebody for something.</summary>
    public static IReadOnlyList<TalkMailKind> Kinds { get; } = [TalkMailKind.PrepareIt, TalkMailKind.HoldIt, TalkMailKind.SignIt];

    /// <summary>Those it waits for.</summary>
    public IReadOnlyList<Guid> People => people;

    /// <summary>Needs the preparations, the signatures and the addenda.</summary>
    public static async Task<TalkAsking> ReadAsync(AppDbContext db, Evaluation talk, TalkMailKind what, DateOnly today, CancellationToken cancel)
    {
        var fact = await ReminderFacts.OfTalkAsync(db, talk, PartiesOf(talk, what, today), what != TalkMailKind.SignIt, today, cancel);
        return new TalkAsking(fact?.Together ?? [], fact);
    }

    /// <summary>Who is told for one of them: herself while she is there.</summary>
    public IReadOnlyList<Guid> ToldFor(Guid person, DateOnly today, ReminderTerms terms) => fact is null ? [] : ReminderPlan.ToldFor(today, fact, person, terms);

    /// <summary>Whether it still asks her, or her in another's place.</summary>
    public bool Asks(Guid person, DateOnly today, ReminderTerms terms) =>
        people.Contains(person) || people.Any(one => ToldFor(one, today, terms).Contains(person));

    /// <summary>A talk with all that says whom it waits for.</summary>
    public static Task<Evaluation> TalkAsync(AppDbContext db, Guid id, CancellationToken cancel) => db.Evaluations
        .Where(e => e.Id == id)
        .Include(e => e.Apprenticeship).ThenInclude(a => a.Person)
        .Include(e => e.Participants).Include(e => e.Moves).Include(e => e.Preparations).Include(e => e.Signatures).Include(e => e.Addenda)
        .AsNoTracking().AsSplitQuery()
        .SingleAsync(cancel);

    private static FormParties PartiesOf(Evaluation talk, TalkMailKind what, DateOnly today)
    {
        if (what != TalkMailKind.SignIt)
        {
            return TalkAsk.For(talk, today) is { } ask && ask.What == what ? ask.From : FormParties.None;
        }

        return talk.Addenda.Where(one => one.LockedAt is null).Select(one => one.Number).Append(0).Aggregate(FormParties.None, (all, part) => all | talk.Turn(part));
    }
}
