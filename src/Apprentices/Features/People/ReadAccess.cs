using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>How somebody comes in, and as what.</summary>
public sealed class ReadAccess(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed record Account(Guid Id, string Name, ProviderAccountState State, DateTimeOffset At);

    /// <param name="Id">Who.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Roles">What she is.</param>
    /// <param name="Given">What she was given here.</param>
    /// <param name="Mapped">What her account gives.</param>
    /// <param name="DeactivatedAt">Since when she may not come in.</param>
    /// <param name="FollowsUp">How many she follows up today.</param>
    /// <param name="InvitedUntil">Until when an invitation can be used.</param>
    /// <param name="MayLetIn">Whether whoever asks answers for her accounts.</param>
    /// <param name="IsMe">Whether it is herself who asks.</param>
    public sealed record Details(
        Guid Id, string Name, Roles Roles, Roles Given, Roles Mapped, DateTimeOffset? DeactivatedAt, int FollowsUp,
        DateTimeOffset? InvitedUntil, bool MayLetIn, bool IsMe)
    {
        public IReadOnlyList<Account> Accounts { get; init; } = [];

        /// <summary>Why an invitation that was mailed, and is not used, has not reached her.</summary>
        public MailFailureKind? NotDelivered { get; init; }
    }

    public async Task<Details> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeRoles);
        var now = clock.GetUtcNow();

        await using var db = await database.CreateDbContextAsync(cancel);
        var found = await db.People.VisibleTo(db, user).Where(person => person.Id == id).Select(person => new
        {
            Person = person,
            FollowsUp = db.Assignments.Where(Assignment.CurrentOn(user.Today)).Count(s => s.PersonId == id && s.Role <= AssignmentRole.Instructor && s.Apprenticeship.EndsOn >= user.Today),
            InvitedUntil = db.Invitations.VisibleTo(user).Where(invitation => invitation.PersonId == id && invitation.UsedAt == null && invitation.ExpiresAt > now)
                .Max(invitation => (DateTimeOffset?)invitation.ExpiresAt),
            NotDelivered = db.InvitationMails.VisibleTo(user).Where(mail => mail.Invitation.PersonId == id && mail.Invitation.UsedAt == null)
                .Where(mail => mail.SentAt == null && mail.CancelledAt == null)
                .OrderByDescending(mail => mail.QueuedAt).Select(mail => mail.FailureKind).FirstOrDefault(),
        }).AsNoTracking().SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var accounts = await db.ProviderAccounts.AsNoTracking().VisibleTo(user).Where(account => account.PersonId == id).OrderBy(account => account.SeenAt).ToListAsync(cancel);
        var person = found.Person;
        return new Details(
            id, person.FullName, person.Roles, person.GivenRoles, person.MappedRoles, person.DeactivatedAt, found.FollowsUp, found.InvitedUntil,
            LettingIn.Answers(user, person), id == user.PersonId)
        {
            Accounts = [.. accounts.Select(account => new Account(account.Id, account.UserPrincipalName ?? account.ObjectId, account.State, account.LinkedAt ?? account.RefusedAt ?? account.SeenAt))],
            NotDelivered = found.NotDelivered,
        };
    }
}
