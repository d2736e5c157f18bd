using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Account;

public sealed class EndAccountSessionsTests : AppTests
{
    [BothDatabases]
    public async Task Ends_what_the_account_opened_at_its_provider_and_nothing_else()
    {
        var nina = await Given.HrAsync();
        var per = await Given.PersonAsync(Roles.Instructor);
        await App.LinkedAsync(nina);
        await App.LinkedAsync(per);
        await App.ChangeAsync(db =>
        {
            db.AddRange(Opened(nina, ProviderExample.Issuer), Opened(nina, "https://other.example.no"), Opened(per, ProviderExample.Issuer));
            return Task.CompletedTask;
        });

        var account = ProviderExample.Of(nina.Email).ObjectId;
        Assert.Equal(0, await EndAsync("https://other.example.no", account));
        Assert.Equal(1, await EndAsync(ProviderExample.Issuer, account));
        Assert.Equal(2, await App.DbAsync(db => db.UserSessions.CountAsync()));
    }

    private UserSession Opened(Person person, string issuer) => UserSession.Begin(person.Id, "Firefox", issuer, "sid-1", App.Clock.GetUtcNow()).Session;

    private Task<int> EndAsync(string issuer, string account) => App.AsNobody().RunAsync((EndAccountSessions use) => use.RunAsync(issuer, account));
}
