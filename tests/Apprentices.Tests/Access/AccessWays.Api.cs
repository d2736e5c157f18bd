using Apprentices.Domain;
using Apprentices.Features.Api;
using Apprentices.Features.Curricula;

namespace Apprentices.Tests.Access;

/// <content>Access tokens, and what the API says to whoever shows one.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfApi() =>
    [
        Read<ListAccessTokens>(async (use, _) => await use.RunAsync()),
        Read<CreateAccessToken>(async (use, _) => await use.RunAsync(new CreateAccessToken.Input { Name = "Matrisen" })),
        Do<RevokeAccessToken>(async (use, at) => await use.RunAsync((await at.App.Given.TokenAsync()).Token.Id)),
        Read<ListTrades>(async (use, _) => await use.RunAsync()),
    ];
}
