using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apprentices.Tests.Features.Account;

/// <summary>A provider that does as it is told, a program that trusts it, and somebody of HR who has an account there.</summary>
public sealed class ProviderScene : IAsyncLifetime
{
    public HostileProvider Provider { get; private set; } = null!;

    public TestApp App { get; private set; } = null!;

    public WrittenLog Log { get; } = new();

    public Person Hr { get; private set; } = null!;

    public static async Task<ProviderScene> StartAsync(Func<HostileProvider, IReadOnlyDictionary<string, string?>> settings)
    {
        var scene = new ProviderScene { Provider = await HostileProvider.StartAsync() };
        await scene.OpenAsync(settings(scene.Provider));
        return scene;
    }

    public async ValueTask InitializeAsync()
    {
        Provider = await HostileProvider.StartAsync();
        await OpenAsync(Provider.Settings);
        Hr = await App.Given.HrAsync();
        await LinkAsync(Hr, Provider.Address, tenant: "", HostileProvider.Account);
    }

    /// <summary>What every test begins with: a provider that does right, and an empty log.</summary>
    public ProviderScene Anew()
    {
        (Provider.MakeToken, Provider.TakesAnyCode, Provider.NamesIssuer) = (null, false, true);
        Log.Clear();
        return this;
    }

    public Task<SigningIn> BeginAsync(string? returnUrl = null) => SigningIn.BeginAsync(App, Provider, returnUrl);

    public Task LinkAsync(Person person, string issuer, string tenant, string account) => App.ChangeAsync(db =>
    {
        var known = new ProviderAccount(person.Id, issuer, tenant, account, person.Email, App.Clock.GetUtcNow());
        known.LinkTo(person.Id, App.Clock.GetUtcNow());
        db.Add(known);
        return Task.CompletedTask;
    });

    public Task<int> SessionsAsync() => App.DbAsync(db => db.UserSessions.CountAsync());

    /// <summary>A session that the provider opened, of that name.</summary>
    public Task OpenSessionAsync(string session) => App.ChangeAsync(db =>
    {
        db.RemoveRange(db.UserSessions);
        db.Add(UserSession.Begin(Hr.Id, "Firefox", Provider.Address, session, App.Clock.GetUtcNow()).Session);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
        Log.Dispose();
    }

    private async Task OpenAsync(IReadOnlyDictionary<string, string?> settings)
    {
        App = await TestApp.StartAsync(settings, services => services.AddSingleton<ILoggerProvider>(Log));

        // Tokens and cookies are held against the clock of the machine.
        App.Clock.Advance(OfficeTime.Clock.GetUtcNow() - App.Clock.GetUtcNow());
    }
}
