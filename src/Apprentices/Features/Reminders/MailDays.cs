using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>The day of the mail of each person, as she has chosen it and as the rules leave room for it.</summary>
internal sealed class MailDays
{
    private readonly Dictionary<Guid, NotificationChoice> choices;

    private MailDays(Dictionary<Guid, NotificationChoice> choices) => this.choices = choices;

    public static async Task<MailDays> OfAsync(AppDbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        new(await db.NotificationChoices.AsNoTracking().Where(choice => people.Contains(choice.PersonId)).ToDictionaryAsync(choice => choice.PersonId, cancel));

    public static async Task<MailDays> OfAllAsync(AppDbContext db, CancellationToken cancel) =>
        new(await db.NotificationChoices.AsNoTracking().ToDictionaryAsync(choice => choice.PersonId, cancel));

    /// <summary>The day on which the mail that tells of it is written, if it is promised on that day; nothing where it stands in the inbox alone.</summary>
    public DateOnly? MailOn(DateOnly today, ReminderDecision decision) => decision.InboxOnly ? null
        : choices.TryGetValue(decision.RecipientId, out var choice) ? choice.MailOn(
            today, decision.Fact.DueOn, ReminderRules.LawBound.Contains(decision.Fact.Topic), ReminderRules.EndsWithTheDay(decision.Fact.Topic))
        : today;

    /// <summary>Whether she wants it in her inbox alone, and the law leaves that to her.</summary>
    public bool IsInboxOnly(Reminder reminder) =>
        choices.TryGetValue(reminder.RecipientId, out var choice) && choice.InboxOnly && !ReminderRules.LawBound.Contains(reminder.Topic);

    /// <summary>Whether no mail is written to her at that time of the day.</summary>
    public bool IsQuiet(Guid person, TimeOnly time) => choices.TryGetValue(person, out var choice) && choice.IsQuietAt(time);
}
