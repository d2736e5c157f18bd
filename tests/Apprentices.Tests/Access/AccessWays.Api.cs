using Apprentices.Domain;
using Apprentices.Features.Api;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Curricula;
using Apprentices.Features.Deadlines;

namespace Apprentices.Tests.Access;

/// <content>Access tokens, and what the API says to whoever shows one.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfApi() =>
    [
        Read<ListAccessTokens>(async (use, _) => await use.RunAsync()),
        Read<CreateAccessToken>(async (use, _) => await use.RunAsync(new CreateAccessToken.Input { Name = "Matrisen" })),
        Do<RevokeAccessToken>(async (use, at) => await use.RunAsync((await at.App.Given.TokenAsync()).Token.Id)),
        Read<ListOwnTokens>(async (use, _) => await use.RunAsync()),
        Read<CreateOwnToken>(async (use, _) => await use.RunAsync(new CreateOwnToken.Input { Name = "Matrisen", Scope = AccessScope.Deadlines })),
        Do<RevokeOwnToken>(async (use, at, me) => await use.RunAsync((await at.App.Given.OwnTokenAsync(me ?? at[Seat.Hr]!)).Token.Id)),
        Do<RevokeOwnToken>(async (use, at) => await use.RunAsync((await at.App.Given.OwnTokenAsync(await at.App.Given.HrAsync())).Token.Id), "another's"),
        Read<AnswerApprenticeships>(async (use, at) => (await use.RunAsync(1)).Rows.Any(row => row.Id == at.Id)),
        Read<AnswerDeadlines>(async (use, at) => (await use.RunAsync(1)).Rows.Any(row => row.ApprenticeshipId == at.Id)),
        Read<ListTrades>(async (use, _) => await use.RunAsync()),
    ];
}
