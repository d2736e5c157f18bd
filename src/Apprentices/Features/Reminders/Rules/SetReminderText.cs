using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>Puts what mails say of a topic in HR's own words, in one language; without any, ours stand.</summary>
public sealed class SetReminderText(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Topic">What it is about.</param>
    /// <param name="Input">The form, filled from what is kept.</param>
    /// <param name="Before">What our own words say of an example a week before the day it is due.</param>
    /// <param name="After">What they say of it some days after.</param>
    public sealed record View(ReminderTopic Topic, ReminderTextInput Input, Words Before, Words After);

    public sealed record Words(string Subject, string Text);

    /// <exception cref="NotThereException">There is no such topic.</exception>
    public async Task<View> ReadAsync(string key, Language language, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var (topic, today) = (ReminderTopic.From(key), clock.Today());

        await using var db = await database.CreateDbContextAsync(cancel);
        var own = await db.ReminderTexts.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(text => text.TopicId == key && text.Language == language, cancel);
        return new View(
            topic, new ReminderTextInput { Topic = topic, Subject = own?.MailSubject, Text = own is { Text.Length: > 0 } ? own.Text : null, Version = own?.Version },
            ReminderExample.Shipped(topic, language, isLate: false, today), ReminderExample.Shipped(topic, language, isLate: true, today));
    }

    /// <exception cref="RuleException">The subject or the text is too long, or its braces are wrong.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Language language, ReminderTextInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        input.Require();
        var key = input.Topic.Key;

        await using var db = await database.CreateDbContextAsync(cancel);
        var own = await db.ReminderTexts.VisibleTo(user).SingleOrDefaultAsync(text => text.TopicId == key && text.Language == language, cancel);
        if (own?.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        var isWorded = (input.KeptSubject ?? input.Kept) is not null;
        if (own is null && isWorded)
        {
            db.Add(new ReminderText(input.Topic, language, input.KeptSubject, input.Kept));
        }
        else if (isWorded)
        {
            own!.Word(input.KeptSubject, input.Kept);
        }
        else if (own is not null)
        {
            db.Remove(own);
        }

        await db.SaveChangesAsync(cancel);
    }
}
