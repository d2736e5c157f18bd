using System.Security.Claims;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Account;

/// <summary>
/// Who somebody is whom the identity provider has signed in. She is known by the account's issuer, tenant and object id. An account
/// seen for the first time is linked by an invitation, or waits for somebody in the house to confirm it where its user principal name
/// within our own tenant is somebody's address here. A name and the <c>email</c> claim say nothing.
/// </summary>
public sealed class SignInWithProvider(IDbContextFactory<AppDbContext> database, HomeTenant home, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>The item of the authentication properties that carries an invitation through the provider and back.</summary>
    public const string InvitationItem = "invitation";

    /// <param name="Issuer">Who vouches for it.</param>
    /// <param name="TenantId">Empty where the provider has no tenants.</param>
    /// <param name="ObjectId">What the account is known by within the tenant.</param>
    /// <param name="UserPrincipalName">The name by which she signs in there.</param>
    /// <param name="AppRoles">Her roles as the provider says them.</param>
    /// <param name="Groups">Her groups as the provider says them.</param>
    /// <param name="SessionId">What the provider calls its session (<c>sid</c>).</param>
    /// <param name="Invitation">The secret of her invitation, from <see cref="InvitationItem" />.</param>
    /// <param name="NameIsSure">Whether the provider says that name as the user principal name, which nobody changes for herself.</param>
    public sealed record Input(
        string Issuer, string TenantId, string ObjectId, string? UserPrincipalName, IReadOnlyList<string> AppRoles,
        IReadOnlyList<string> Groups, string? SessionId, string? Invitation = null, bool NameIsSure = true);

    /// <summary>Whoever it is, for the cookie; or why she does not come in.</summary>
    public sealed record Outcome(ClaimsPrincipal? Principal, SignInRefusal? Refusal);

    /// <exception cref="ArgumentException">There is no issuer or no object id: nothing to know anybody by.</exception>
    public Task<Outcome> RunAsync(Input input, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(input.Issuer);
        ArgumentException.ThrowIfNullOrWhiteSpace(input.ObjectId);
        return LostRace.RetryAsync(() => OnceAsync(input, cancel));
    }

    private async Task<Outcome> OnceAsync(Input input, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var account = await db.ProviderAccounts.Include(account => account.Person).SingleOrDefaultAsync(
            account => account.Issuer == input.Issuer && account.TenantId == input.TenantId && account.ObjectId == input.ObjectId, cancel);
        account?.Show(input.UserPrincipalName);

        var person = await LinkedAsync(db, input, account, cancel);
        var refusal = person switch
        {
            null => await AskAsync(db, input, account, cancel),
            { DeactivatedAt: not null } => SignInRefusal.Deactivated,
            _ => Map(person, input),
        };

        // It asks for no policy, for nobody is anybody yet; the traces are told all the same who signed in. One who is not known yet is nobody.
        CurrentAct.Begin(person?.Id ?? Guid.Empty, nameof(SignInWithProvider));
        await db.SaveChangesAsync(cancel);
        return refusal is null ? new(Principal(person!, input), null) : new(null, refusal);
    }

    /// <summary>Whose account it is by now; nobody's where that is not settled.</summary>
    private async Task<Person?> LinkedAsync(AppDbContext db, Input input, ProviderAccount? account, CancellationToken cancel)
    {
        if (account?.State == ProviderAccountState.Linked)
        {
            var person = account.Person;
            return person.DeactivatedAt is null && await IsFirstAsync(db, input, cancel) ? Granted(person) : person;
        }

        if (await InvitedAsync(db, input, cancel) is { } invitation)
        {
            if (invitation.Person.DeactivatedAt is null)
            {
                invitation.Use(clock.GetUtcNow());
                Link(db, input, account, invitation.Person);
            }

            return invitation.Person;
        }

        if (!await IsFirstAsync(db, input, cancel))
        {
            return null;
        }

        var known = account?.Person ?? await KnownAsync(db, input, cancel);
        if (known?.DeactivatedAt is not null)
        {
            return null;
        }

        var first = Granted(known ?? Entered(db, input));
        Link(db, input, account, first);
        return first;
    }

    private async Task<Invitation?> InvitedAsync(AppDbContext db, Input input, CancellationToken cancel)
    {
        if (!Secret.LooksLikeOne(input.Invitation))
        {
            return null;
        }

        var hash = Secret.HashOf(input.Invitation!);
        var invitation = await db.Invitations.Include(invitation => invitation.Person).SingleOrDefaultAsync(invitation => invitation.SecretHash == hash, cancel);
        return invitation?.IsUsableAt(clock.GetUtcNow()) == true ? invitation : null;
    }

    /// <summary>An account that looks like somebody's waits for an answer; any other is unknown, and nothing of it is kept.</summary>
    private async Task<SignInRefusal> AskAsync(AppDbContext db, Input input, ProviderAccount? account, CancellationToken cancel)
    {
        var person = account?.Person ?? await KnownAsync(db, input, cancel);
        if (person is null || account?.State == ProviderAccountState.Refused)
        {
            return SignInRefusal.Unknown;
        }

        if (person.DeactivatedAt is not null)
        {
            return SignInRefusal.Deactivated;
        }

        if (account is null)
        {
            db.Add(new ProviderAccount(person.Id, input.Issuer, input.TenantId, input.ObjectId, input.UserPrincipalName, clock.GetUtcNow()));
        }

        return SignInRefusal.AwaitsConfirmation;
    }

    private async Task<Person?> KnownAsync(AppDbContext db, Input input, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(input.UserPrincipalName) || !home.Holds(input.Issuer, input.TenantId))
        {
            return null;
        }

        var address = EmailAddress.Normalize(input.UserPrincipalName);
        return await db.People.SingleOrDefaultAsync(person => person.Email == address, cancel);
    }

    private SignInRefusal? Map(Person person, Input input)
    {
        person.Map(home.SaysRoles ? settings.Value.RolesOf(input.AppRoles, input.Groups) : Roles.None);
        return person.Roles == Roles.None ? SignInRefusal.Unknown : null;
    }

    private void Link(AppDbContext db, Input input, ProviderAccount? account, Person person)
    {
        var now = clock.GetUtcNow();
        if (account is null)
        {
            account = new ProviderAccount(person.Id, input.Issuer, input.TenantId, input.ObjectId, input.UserPrincipalName, now);
            db.Add(account);
        }

        account.LinkTo(person.Id, now);
    }

    /// <summary>Whether the settings name this account of our own tenant as the first administrator's.</summary>
    private bool IsNamed(Input input) => settings.Value.FirstAdministrator is { Length: > 0 } named && home.Holds(input.Issuer, input.TenantId)
        && (string.Equals(named, input.ObjectId, StringComparison.OrdinalIgnoreCase)
            || (input.NameIsSure && string.Equals(named, input.UserPrincipalName, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether it is the first administrator's, and nobody administers yet.</summary>
    private async Task<bool> IsFirstAsync(AppDbContext db, Input input, CancellationToken cancel) => IsNamed(input)
        && !await db.People.Where(Person.IsActive).AnyAsync(person => (person.Roles & Roles.Administrator) != Roles.None, cancel);

    private static Person Granted(Person person)
    {
        person.Grant(Roles.Administrator);
        return person;
    }

    /// <summary>Her name is not known yet; what her user principal name says of it stands in until somebody corrects it.</summary>
    private static Person Entered(AppDbContext db, Input input)
    {
        var address = EmailAddress.IsValid(input.UserPrincipalName) ? input.UserPrincipalName! : $"{input.ObjectId}@example.invalid";
        var names = address.Split('@')[0].Split('.', StringSplitOptions.RemoveEmptyEntries);
        var person = Person.Enter(Capital(names[0]), names.Length > 1 ? Capital(names[^1]) : "Administrator", address, Language.Bokmal, Roles.Administrator);
        db.Add(person);
        return person;
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static ClaimsPrincipal Principal(Person person, Input input)
    {
        var principal = SignIn.Principal(person.Id, person.Roles, person.Language);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(SignIn.IssuerClaim, input.Issuer));
        if (input.SessionId is not null)
        {
            identity.AddClaim(new Claim(SignIn.ProviderSessionClaim, input.SessionId));
        }

        return principal;
    }
}
