using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>HR sends the mail with the words as they are typed to her own address, and to no other.</summary>
public sealed class SendTestReminder(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IMailer mailer, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <returns>The address it was sent to.</returns>
    /// <exception cref="RuleException">The subject or the text is wrong, there is no way out for mail, or the mail was not taken.</exception>
    public async Task<string> RunAsync(Language language, ReminderTextInput input, bool isLate, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        input.Require();
        Rule.Require(mailer.IsOn, ReminderRuleTexts.MailOff);

        await using var db = await database.CreateDbContextAsync(cancel);
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        var mail = Marked(ReminderExample.Write(input, language, isLate, me, clock.Today(), settings.Value), language);
        try
        {
            await mailer.SendAsync(mail, cancel);
            return me.Email;
        }
        catch (MailFailedException failure)
        {
            throw new RuleException(Texts.Format(ReminderRuleTexts.TestFailed, failure.Kind.Word(), failure.Message));
        }
    }

    /// <summary>So that nobody takes it for one of a thing that is there.</summary>
    private static Mail Marked(Mail mail, Language language)
    {
        using var _ = Speaking.In(language);
        return mail with { Subject = Texts.Format(ReminderRuleTexts.TestSubject, mail.Subject) };
    }
}
