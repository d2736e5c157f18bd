using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Who sees what signing in leaves behind.</summary>
public static partial class Visibility
{
    /// <summary>Those whose accounts an administrator answers for; HR does for all others.</summary>
    public const Roles InCharge = Roles.Hr | Roles.Administrator;

    /// <summary>Accounts at the provider: HR those of everybody but HR and administrators, an administrator these.</summary>
    public static IQueryable<ProviderAccount> VisibleTo(this IQueryable<ProviderAccount> rows, CurrentUser user)
    {
        var (isHr, isAdministrator) = (user.IsAny(Roles.Hr), user.IsAny(Roles.Administrator));
        return rows.Where(account => (account.Person.Roles & InCharge) == Roles.None ? isHr : isAdministrator);
    }

    /// <summary>Invitations: as accounts.</summary>
    public static IQueryable<Invitation> VisibleTo(this IQueryable<Invitation> rows, CurrentUser user)
    {
        var (isHr, isAdministrator) = (user.IsAny(Roles.Hr), user.IsAny(Roles.Administrator));
        return rows.Where(invitation => (invitation.Person.Roles & InCharge) == Roles.None ? isHr : isAdministrator);
    }

    /// <summary>Their mails: as the invitations.</summary>
    public static IQueryable<InvitationMail> VisibleTo(this IQueryable<InvitationMail> rows, CurrentUser user)
    {
        var (isHr, isAdministrator) = (user.IsAny(Roles.Hr), user.IsAny(Roles.Administrator));
        return rows.Where(mail => (mail.Invitation.Person.Roles & InCharge) == Roles.None ? isHr : isAdministrator);
    }

    /// <summary>Where somebody is signed in: she alone.</summary>
    public static IQueryable<UserSession> VisibleTo(this IQueryable<UserSession> rows, CurrentUser user) =>
        rows.Where(session => session.PersonId == user.PersonId);
}
