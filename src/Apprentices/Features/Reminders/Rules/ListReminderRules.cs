using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>When whom is told of what: the rule that holds for each topic, in the order of the shipped ones.</summary>
public sealed class ListReminderRules(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Topic">What it is about.</param>
    /// <param name="Rule">What holds, or would hold if it were on.</param>
    /// <param name="IsOff">Nobody is told.</param>
    /// <param name="IsChanged">HR has set it in place of the shipped one.</param>
    /// <param name="IsLawBound">It cannot be turned off.</param>
    /// <param name="Worded">The languages in which mails say it in HR's own words.</param>
    public sealed record Row(ReminderTopic Topic, ReminderRule Rule, bool IsOff, bool IsChanged, bool IsLawBound, IReadOnlyList<Language> Worded);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var settings = await db.ReminderSettings.VisibleTo(user).AsNoTracking().ToDictionaryAsync(setting => setting.Id, cancel);
        var worded = (await db.ReminderTexts.VisibleTo(user).Select(text => new { text.TopicId, text.Language }).ToListAsync(cancel)).ToLookup(text => text.TopicId, text => text.Language);
        return
        [
            .. ReminderRules.Shipped.Select(rule => settings.GetValueOrDefault(rule.Key.Key) is var own && own is null
                ? new Row(rule.Key, rule.Value, IsOff: false, IsChanged: false, ReminderRules.LawBound.Contains(rule.Key), [.. worded[rule.Key.Key].Order()])
                : new Row(rule.Key, own.Rule, own.IsOff, IsChanged: true, ReminderRules.LawBound.Contains(rule.Key), [.. worded[rule.Key.Key].Order()])),
        ];
    }
}
