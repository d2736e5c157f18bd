using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Notifications;

/// <summary>How one wants to be told. What is promised and in no mail yet goes by it too.</summary>
public sealed class SaveNotificationChoice(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public MailRhythm Rhythm { get; set; }

        public DayOfWeek WeeklyOn { get; set; } = DayOfWeek.Monday;

        /// <summary>What is the house's own rule stands in the inbox alone.</summary>
        public bool InboxOnly { get; set; }

        public TimeOnly? QuietFrom { get; set; }

        public TimeOnly? QuietTo { get; set; }

        /// <summary>The save that the form was filled from; empty: she had chosen nothing yet.</summary>
        public int? Version { get; set; }
    }

    /// <exception cref="RuleException">A day without mail, or hours that leave no time for one.</exception>
    /// <exception cref="DbUpdateConcurrencyException">She has saved in another window in between.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChooseNotifications);

        // A mail that is being written takes promises with it meanwhile; what is left is looked at anew.
        if (!await LostRace.RetryAsync(() => SaveAsync(user, input, cancel)))
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <returns>Whether it was saved: not where she has saved in another window.</returns>
    private async Task<bool> SaveAsync(CurrentUser user, Input input, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var choice = await db.NotificationChoices.VisibleTo(user).SingleOrDefaultAsync(cancel);
        if (choice?.Version != input.Version)
        {
            return false;
        }

        if (choice is null)
        {
            choice = new NotificationChoice(user.PersonId);
            db.Add(choice);
        }

        choice.Set(input.Rhythm, input.WeeklyOn, input.InboxOnly, input.QuietFrom, input.QuietTo);
        foreach (var reminder in await db.Reminders.Where(r => r.RecipientId == user.PersonId).Where(Reminder.Loose).ToListAsync(cancel))
        {
            reminder.Postpone(choice.MailOn(user.Today, reminder.DueOn, ReminderRules.LawBound.Contains(reminder.Topic), ReminderRules.EndsWithTheDay(reminder.Topic)));
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
