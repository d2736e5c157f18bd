using System.Security.Claims;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>
/// Who is signed in where. The cookie says who somebody is only as long as its session is open here: not ended by her, by the
/// provider or by deactivating her, and neither too old nor too long without an act.
/// </summary>
public sealed class Sessions(IDbContextFactory<AppDbContext> database, IOptions<SignInSettings> settings, TimeProvider clock)
{
    /// <summary>The claim that holds the session's secret.</summary>
    public const string Claim = "session";

    /// <summary>Whoever a cookie names, as she stands now.</summary>
    public sealed record Somebody(Guid Id, Roles Roles, Language Language);

    /// <summary>When a session ends unless she does something, and when it ends whatever she does.</summary>
    public sealed record Ends(DateTimeOffset ByInactivityAt, DateTimeOffset LatestAt)
    {
        public DateTimeOffset At => ByInactivityAt < LatestAt ? ByInactivityAt : LatestAt;

        /// <summary>Whether doing something puts it off.</summary>
        public bool CanBePutOff => ByInactivityAt < LatestAt;
    }

    /// <returns>The secret for the cookie; nothing where she may not come in.</returns>
    public async Task<string?> BeginAsync(ClaimsPrincipal principal, string device, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (PersonOf(principal) is not { } id || !await db.People.Where(Person.IsActive).AnyAsync(person => person.Id == id, cancel))
        {
            return null;
        }

        var (session, secret) = UserSession.Begin(
            id, device, principal.FindFirstValue(SignIn.IssuerClaim), principal.FindFirstValue(SignIn.ProviderSessionClaim), clock.GetUtcNow());
        db.Add(session);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Whose session it is, if it is open and she may come in; where a provider signed her in, by an account that is still linked to her.</summary>
    public async Task<Somebody?> WhoAsync(ClaimsPrincipal? principal, CancellationToken cancel)
    {
        if (HashOf(principal) is not { } hash || PersonOf(principal) is not { } id)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        return await Open(db, hash)
            .Where(session => session.PersonId == id && session.Person.DeactivatedAt == null)
            .Where(session => session.Issuer == null
                || db.ProviderAccounts.Any(account => account.PersonId == id && account.Issuer == session.Issuer && account.LinkedAt != null))
            .Select(session => new Somebody(id, session.Person.Roles, session.Person.Language))
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>She has just done something. It does not open again what has ended.</summary>
    public async Task<Ends?> ActAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (HashOf(principal) is not { } hash)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await Open(db, hash).SingleOrDefaultAsync(cancel) is not { } session)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (session.NoteAct(now))
        {
            // It may have ended in this very moment; then it stays ended.
            await Open(db, hash).ExecuteUpdateAsync(row => row.SetProperty(one => one.ActedAt, now), cancel);
        }

        return EndsOf(session);
    }

    /// <returns>Nothing where it has ended.</returns>
    public async Task<Ends?> EndsAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (HashOf(principal) is not { } hash)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        return await Open(db, hash).AsNoTracking().SingleOrDefaultAsync(cancel) is { } session ? EndsOf(session) : null;
    }

    public async Task EndAsync(ClaimsPrincipal? principal, CancellationToken cancel)
    {
        if (HashOf(principal) is { } hash)
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            await db.UserSessions.Where(session => session.SecretHash == hash).ExecuteDeleteAsync(cancel);
        }
    }

    internal static byte[]? HashOf(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(Claim) is { } secret && Secret.LooksLikeOne(secret) ? Secret.HashOf(secret) : null;

    private static Guid? PersonOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(CurrentUserAccessor.PersonClaim), out var id) ? id : null;

    private IQueryable<UserSession> Open(AppDbContext db, byte[] hash) =>
        db.UserSessions.Where(session => session.SecretHash == hash)
            .Where(UserSession.IsOpenAt(clock.GetUtcNow(), settings.Value.Inactivity, settings.Value.Longest));

    private Ends EndsOf(UserSession session) => new(session.ActedAt + settings.Value.Inactivity, session.StartedAt + settings.Value.Longest);
}
