using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Support;

/// <summary>The cookie that signing in would have set, and the session it begins.</summary>
internal static class SessionCookie
{
    public const string Name = "session";

    public static string Of(IServiceProvider services, Person person)
    {
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignIn.Scheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (session, secret) = UserSession.Begin(person.Id, "", issuer: null, providerSessionId: null, now);
        using var scope = services.CreateScope();
        using var db = scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext();
        db.Add(session);
        db.SaveChanges();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + cookie.ExpireTimeSpan };
        return cookie.TicketDataFormat.Protect(
            new AuthenticationTicket(SignIn.Principal(person.Id, person.Roles, person.Language, secret), properties, SignIn.Scheme));
    }
}
