using System.Security.Claims;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>
/// Who is asking, from one of three sources: a circuit, a request, or a job or command that says for whom it acts. The
/// roles, what limits them and whether she may still come in are read anew each time, so a change takes effect at the next use case.
/// </summary>
public sealed class CurrentUserAccessor(
    IDbContextFactory<AppDbContext> database, IHttpContextAccessor requests, Sessions sessions, IServiceProvider services, TimeProvider clock)
{
    /// <summary>The claim that holds the person's id.</summary>
    public const string PersonClaim = "person";

    /// <summary>Somebody has asked whose session has ended: whoever shows her the page leaves it.</summary>
    public event EventHandler? SessionOver;

    private CurrentUser? actsAs;
    private Guid? actsAsPerson;

    /// <summary>For the rest of this scope: HR itself, as a command line or a job acts.</summary>
    public void ActAsConsole() => actsAs = CurrentUser.Console(clock.Today());

    /// <summary>For the rest of this scope: this person.</summary>
    public void ActAs(Guid personId) => actsAsPerson = personId;

    /// <summary>Who is asking now.</summary>
    /// <exception cref="NotThereException">Nobody is signed in, her session has ended, or she may not come in any more.</exception>
    public async Task<CurrentUser> GetAsync(CancellationToken cancel = default) =>
        await TryGetAsync(cancel) ?? throw new NotThereException();

    /// <summary>Who is asking now, or nobody.</summary>
    public async Task<CurrentUser?> TryGetAsync(CancellationToken cancel = default)
    {
        if (actsAs is not null)
        {
            return actsAs;
        }

        if ((actsAsPerson ?? await SignedInAsync(cancel)) is not { } personId)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var today = clock.Today();
        var she = await db.People.Where(person => person.Id == personId).SelectWhatTheyAre(db, today).SingleOrDefaultAsync(cancel);
        return she?.AsUser(today);
    }

    private async Task<Guid?> SignedInAsync(CancellationToken cancel)
    {
        var principal = await PrincipalAsync();
        if (await sessions.WhoAsync(principal, cancel) is { } somebody)
        {
            return somebody.Id;
        }

        if (principal?.FindFirst(Sessions.Claim) is not null)
        {
            SessionOver?.Invoke(this, EventArgs.Empty);
        }

        return null;
    }

    /// <summary>Who the circuit or the request says it is, where one asks; her session has the last word.</summary>
    internal async Task<ClaimsPrincipal?> PrincipalAsync() =>
        actsAs is not null || actsAsPerson is not null ? null
        : requests.HttpContext is { } request && !request.WebSockets.IsWebSocketRequest && !request.Request.Path.StartsWithSegments("/_blazor")
            ? request.User
            : await CircuitUserAsync();

    private async Task<ClaimsPrincipal?> CircuitUserAsync() =>
        services.GetService<AuthenticationStateProvider>() is { } circuit ? (await circuit.GetAuthenticationStateAsync()).User : null;
}
