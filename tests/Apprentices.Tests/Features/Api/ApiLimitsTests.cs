using System.Globalization;
using System.Net;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Api;

public sealed class ApiLimitsTests : AppTests
{
    private const string Trades = $"{ApiEndpoints.Root}/trades";

    protected override bool ProgramOfItsOwn => true;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Api:RequestsPerMinute"] = "3", ["Api:FailedSignInsPerMinute"] = "2" };

    [Fact]
    public async Task A_token_that_asks_too_much_is_told_to_wait_and_another_is_not()
    {
        using var eager = App.ApiClient((await Given.TokenAsync()).Secret);
        using var calm = App.ApiClient((await Given.TokenAsync()).Secret);
        for (var request = 0; request < 3; request++)
        {
            using var taken = await eager.GetAsync(Trades);
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        using var answer = await eager.GetAsync(Trades);
        using var another = await calm.GetAsync(Trades);

        var problem = await ProblemAnswer.OfAsync(answer);
        Assert.Equal((HttpStatusCode.TooManyRequests, "For mange forespørsler på kort tid"), (problem.Status, problem.Title));
        Assert.InRange(int.Parse(Assert.Single(answer.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task Who_tries_wrong_tokens_is_told_to_wait_and_a_right_one_still_opens()
    {
        using var guessing = App.ApiClient("appr_guess");
        using var right = App.ApiClient((await Given.TokenAsync()).Secret);
        List<HttpStatusCode> answers = [];
        for (var guess = 0; guess < 4; guess++)
        {
            using var answer = await guessing.GetAsync(Trades);
            answers.Add((await ProblemAnswer.OfAsync(answer)).Status);
        }

        using var opened = await right.GetAsync(Trades);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }
}
