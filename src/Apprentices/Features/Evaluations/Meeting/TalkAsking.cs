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

    private static FormParties PartiesOf(Evaluation talk, TalkMailKind what, DateOnly today) => what switch
    {
        TalkMailKind.PrepareIt => talk is { State: EvaluationState.Planned, HasOpened: false } ? talk.StillPreparing() : FormParties.None,
        TalkMailKind.HoldIt => talk.State == EvaluationState.Planned && (talk.PlannedOn is null || talk.PlannedOn < today) ? FormParties.Instructor : FormParties.None,
        _ => talk.Addenda.Where(one => one.LockedAt is null).Select(one => one.Number).Append(0).Aggregate(FormParties.None, (all, part) => all | talk.Turn(part)),
    };
}
