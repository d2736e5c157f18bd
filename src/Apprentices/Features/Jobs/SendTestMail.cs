using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Jobs;

/// <summary>An administrator sends a mail to herself, to see that the mail server takes it.</summary>
public sealed class SendTestMail(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IMailer mailer)
{
    /// <returns>The address it was sent to.</returns>
    public async Task<string> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageJobs);
        Rule.Require(mailer.IsOn, JobTexts.MailOff);

        await using var db = await database.CreateDbContextAsync(cancel);
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        try
        {
            await mailer.SendAsync(Write(me), cancel);
            return me.Email;
        }
        catch (MailFailedException failure)
        {
            throw new RuleException(Texts.Format(JobTexts.TestFailed, failure.Kind.Word(), failure.Message));
        }
    }

    private static Mail Write(Person me)
    {
        using var _ = Speaking.In(me.Language);
        return new Mail(
            Guid.CreateVersion7(), me.Email, me.FullName, Cultures.NameOf(me.Language), JobTexts.TestSubject,
            JobTexts.TestText, $"<p>{System.Net.WebUtility.HtmlEncode(JobTexts.TestText)}</p>");
    }
}
