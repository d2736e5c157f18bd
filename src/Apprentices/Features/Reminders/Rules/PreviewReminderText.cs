using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>The whole mail with the words as they are typed, about a thing that is not there, to oneself. Nothing is kept or sent.</summary>
public sealed class PreviewReminderText(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <param name="language">The language of the mail.</param>
    /// <param name="input">The words.</param>
    /// <param name="isLate">As it reads when the day has passed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">The subject or the text is too long, or its braces are wrong.</exception>
    public async Task<Mail> RunAsync(Language language, ReminderTextInput input, bool isLate, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        input.Require();

        await using var db = await database.CreateDbContextAsync(cancel);
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        return ReminderExample.Write(input, language, isLate, me, clock.Today(), settings.Value);
    }
}
