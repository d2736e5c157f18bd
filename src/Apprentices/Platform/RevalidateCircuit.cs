using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Apprentices.Platform;

/// <summary>A circuit may live for days: every half minute it is asked whether its session is still open, and closed if not.</summary>
internal sealed class RevalidateCircuit(ILoggerFactory logging, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await SignIn.PrincipalOfAsync(scope.ServiceProvider, authenticationState.User, cancellationToken) is not null;
    }
}
