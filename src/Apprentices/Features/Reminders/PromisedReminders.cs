using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Features.Reminders;

/// <summary>Which promises would be made today as well.</summary>
internal static class PromisedReminders
{
    public static async Task<IReadOnlySet<Reminder>> HoldingAsync(
        AppDbContext db, IReadOnlyCollection<Reminder> promised, ReminderReckoning reckoning, DateOnly today, ReminderTerms terms, CancellationToken cancel)
    {
        HashSet<Reminder> holding = [];
        foreach (var subject in promised.GroupBy(reminder => reminder.Subject))
        {
            var facts = await ReminderFacts.OfAsync(db, subject.Key, [.. subject.Select(reminder => reminder.AboutId).Distinct()], reckoning, today, cancel);
            var decisions = facts.SelectMany(fact => ReminderPlan.On(today, fact, terms)).ToLookup(decision => decision.Fact.AboutId);
            holding.UnionWith(subject.Where(reminder => decisions[reminder.AboutId].Any(reminder.Is)));
        }

        return holding;
    }
}
