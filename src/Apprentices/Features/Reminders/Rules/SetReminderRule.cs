using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>
/// Decides when whom is told of a topic. What is promised already and no longer holds is called off with the next run of the jobs;
/// what waits for a mail and is to stand in the inbox alone does so at once. A rule like the shipped one is none of HR's own: it follows the
/// shipped one from then on.
/// </summary>
public sealed class SetReminderRule(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress)
{
    /// <param name="Topic">What it is about.</param>
    /// <param name="Input">The form, filled from what holds now.</param>
    /// <param name="Shipped">What holds where HR has set nothing.</param>
    /// <param name="IsChanged">HR has set it.</param>
    /// <param name="IsLawBound">It cannot be turned off, nor stand in the inbox alone.</param>
    /// <param name="Worded">The languages in which mails say it in HR's own words.</param>
    /// <param name="ReckonedDays">Of what waits, after how many days it is due; nothing where a day of its own is set.</param>
    public sealed record View(
        ReminderTopic Topic, ReminderRuleInput Input, ReminderRule Shipped, bool IsChanged, bool IsLawBound, IReadOnlyList<Language> Worded, int? ReckonedDays);

    /// <exception cref="NotThereException">There is no such topic.</exception>
    public async Task<View> ReadAsync(string key, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var topic = ReminderTopic.From(key);

        await using var db = await database.CreateDbContextAsync(cancel);
        var own = await db.ReminderSettings.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(setting => setting.Id == key, cancel);
        var worded = await db.ReminderTexts.VisibleTo(user).Where(text => text.TopicId == key).Select(text => text.Language).ToListAsync(cancel);
        var shipped = ReminderRules.Shipped[topic];
        return new View(
            topic, ReminderRuleInput.Of(own is { Steps.Count: > 0 } ? own.Rule : shipped, own?.IsOff ?? false, own?.Version), shipped, own is not null,
            ReminderRules.LawBound.Contains(topic), worded, ReckonedDays(topic.Subject));
    }

    private int? ReckonedDays(ReminderSubject subject) => subject switch
    {
        ReminderSubject.Signature => Evaluation.SignWithinDays,
        ReminderSubject.EntriesWaiting => progress.Value.WaitingDays,
        ReminderSubject.SilentLog => progress.Value.QuietDays,
        _ => null,
    };

    /// <exception cref="NotThereException">There is no such topic.</exception>
    /// <exception cref="RuleException">The law binds it and it would be silent or in the inbox alone, or a day makes no sense.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(string key, ReminderRuleInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var topic = ReminderTopic.From(key);

        // A mail that is being written takes promises with it meanwhile; what is left is looked at anew.
        if (!await LostRace.RetryAsync(() => SaveAsync(user, topic, input, cancel)))
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <returns>Whether it was saved: not where somebody saved in between.</returns>
    private async Task<bool> SaveAsync(CurrentUser user, ReminderTopic topic, ReminderRuleInput input, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var own = await db.ReminderSettings.VisibleTo(user).SingleOrDefaultAsync(setting => setting.Id == topic.Key, cancel);
        if (own?.Version != input.Version)
        {
            return false;
        }

        var set = Wanted(topic, input, own);
        if (set is null && own is not null)
        {
            db.Remove(own);
        }
        else if (set is not null && own is not null)
        {
            own.Set(set.Rule, set.IsOff);
        }
        else if (set is not null)
        {
            db.Add(set);
        }

        if (set is { IsOff: false, Rule.InboxOnly: true })
        {
            var waiting = await db.Reminders.Where(Reminder.Loose).Where(r => r.Subject == topic.Subject && r.Kind == topic.Kind).ToListAsync(cancel);
            waiting.ForEach(reminder => reminder.Postpone(null));
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>The setting that comes of it; nothing where it is the shipped rule.</summary>
    internal static ReminderSetting? Wanted(ReminderTopic topic, ReminderRuleInput input, ReminderSetting? own)
    {
        // Turned off, it keeps the days it had, so that turned on again it is as before.
        var shipped = ReminderRules.Shipped[topic];
        var rule = input.IsOff ? own?.Rule ?? shipped : input.ToRule();
        ReminderRules.Require(topic, rule, input.IsOff);
        if (!input.IsOff && rule.SaysTheSameAs(shipped))
        {
            return null;
        }

        var set = new ReminderSetting(topic);
        set.Set(rule, input.IsOff);
        return set;
    }
}
