using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.People;

/// <summary>
/// A link by which somebody's account at the identity provider becomes hers: for her alone, once, for some days. It is shown this
/// once, or mailed to her address; another one takes its place.
/// </summary>
public sealed class InvitePerson(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IMailer mailer, IOptions<SignInSettings> settings, IOptions<MailSettings> mail, TimeProvider clock)
{
    /// <returns>The whole address, told this once.</returns>
    /// <exception cref="RuleException">She may not come in, or somebody else answers for her account.</exception>
    public async Task<string> RunAsync(Guid personId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);
        await using var db = await database.CreateDbContextAsync(cancel);
        var (_, secret) = await MakeAsync(db, user, personId, cancel);
        await db.SaveChangesAsync(cancel);
        return InvitationLetter.AddressOf(mail.Value.PublicAddress, secret);
    }

    /// <summary>The same by mail. The secret of what is mailed is made as the mail is written, so that none lies in the queue.</summary>
    public async Task MailAsync(Guid personId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LetIn);
        await using var db = await database.CreateDbContextAsync(cancel);
        var (invitation, _) = await MakeAsync(db, user, personId, cancel);
        Rule.Require(mailer.IsOn, PeopleTexts.MailOff);
        db.Add(new InvitationMail(invitation, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<(Invitation Invitation, string Secret)> MakeAsync(AppDbContext db, CurrentUser user, Guid personId, CancellationToken cancel)
    {
        var person = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(one => one.Id == personId, cancel) ?? throw new NotThereException();
        Rule.Require(LettingIn.Answers(user, person), PeopleTexts.AnotherAnswers);
        Rule.Require(person.DeactivatedAt is null, PeopleTexts.IsDeactivated);

        await StaleInvitations.TakeBackAsync(db, [personId], cancel);
        var made = Invitation.Create(personId, clock.GetUtcNow(), TimeSpan.FromDays(settings.Value.InvitationDays));
        db.Add(made.Invitation);
        return made;
    }
}
