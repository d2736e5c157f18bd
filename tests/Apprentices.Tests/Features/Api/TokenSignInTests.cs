using System.Net;
using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Api;

public sealed class TokenSignInTests : AppTests
{
    private const string Trades = $"{ApiEndpoints.Root}/trades";

    [BothDatabases]
    public async Task A_right_token_opens_the_api()
    {
        await Given.CurriculumAsync("ITD99-01");
        var (_, secret) = await Given.TokenAsync();
        using var client = App.ApiClient(secret);

        using var answer = await client.GetAsync(Trades);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            """{"code":"ITD99-01","reform":"LK20","trade":{"nb":"Prøvefaget","nn":"Prøvefaget","en":"The trial trade"},""",
            await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Without_a_token_or_with_a_wrong_one_nothing_opens()
    {
        var (_, secret) = await Given.TokenAsync();
        var wrong = secret[..^4] + (secret.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");

        var (bare, without) = await AskAsync(null);
        var (named, unknown) = await AskAsync(wrong);
        var (_, nonsense) = await AskAsync("appr_nonsense");

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (without.Status, bare));
        Assert.Contains("Authorization: Bearer", without.Detail, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\""), (unknown.Status, named));
        Assert.Equal("Vi kjenner ikke denne tilgangsnøkkelen.", unknown.Detail);
        Assert.Equal(unknown.Detail, nonsense.Detail);
    }

    [BothDatabases]
    public async Task A_token_lasts_through_its_last_day_in_Oslo()
    {
        var (token, secret) = await Given.TokenAsync(expiresOn: App.Clock.Today.AddDays(3));
        using var client = App.ApiClient(secret);

        App.Clock.Set(token.ExpiresOn, new TimeOnly(23, 59));
        using var last = await client.GetAsync(Trades);
        App.Clock.Set(token.ExpiresOn.AddDays(1), new TimeOnly(0, 1));
        var (_, expired) = await AskAsync(secret);

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, "Tilgangsnøkkelen gikk ut 18.9.2026. En administrator, eller den som laget den, kan lage en ny."), (expired.Status, expired.Detail));
    }

    [BothDatabases]
    public async Task A_revoked_token_is_refused_at_once_and_says_so_in_the_callers_language()
    {
        var (token, secret) = await Given.TokenAsync();
        await App.ChangeAsync(async db => (await db.AccessTokens.SingleAsync(t => t.Id == token.Id)).Revoke(App.Clock.GetUtcNow()));

        Assert.Equal("Tilgangsnøkkelen er trukket tilbake. En administrator, eller den som laget den, kan lage en ny.", (await AskAsync(secret)).Problem.Detail);
        Assert.Equal("Tilgangsnøkkelen er trekt tilbake. Ein administrator, eller den som laga han, kan lage ein ny.", (await AskAsync(secret, "nn-NO, en;q=0.5")).Problem.Detail);
        Assert.Equal("The access token has been revoked. An administrator, or the one who created it, can create a new one.", (await AskAsync(secret, "fr, en-US;q=0.8, nb;q=0.2")).Problem.Detail);
        Assert.StartsWith("Tilgangsnøkkelen er trukket", (await AskAsync(secret, "no, en;q=0.9")).Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("Tilgangsnøkkelen er trukket", (await AskAsync(secret, "fr")).Problem.Detail, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task A_cookie_opens_nothing_not_even_an_administrators()
    {
        using var signedIn = App.ClientOf(await Given.PersonAsync(Roles.Administrator | Roles.Hr));

        using var answer = await signedIn.GetAsync(Trades);

        Assert.Equal(HttpStatusCode.Unauthorized, (await ProblemAnswer.OfAsync(answer)).Status);
    }

    [BothDatabases]
    public async Task A_token_opens_the_api_and_no_page()
    {
        var (_, secret) = await Given.TokenAsync();
        using var client = App.ApiClient(secret);

        using var answer = await client.GetAsync(ApprenticeshipLinks.List);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [BothDatabases]
    public async Task The_day_of_the_last_use_is_noted_once_a_day()
    {
        var (_, secret) = await Given.TokenAsync();
        using var client = App.ApiClient(secret);

        var first = await WritesAsync(client);
        Assert.Equal(App.Clock.Today, await App.DbAsync(db => db.AccessTokens.Select(t => t.LastUsedOn).SingleAsync()));
        var again = await WritesAsync(client);
        App.Clock.Set(App.Clock.Today.AddDays(1));
        var nextDay = await WritesAsync(client);

        Assert.Equal((1, 0, 1), (first, again, nextDay));
        Assert.Equal(App.Clock.Today, await App.DbAsync(db => db.AccessTokens.Select(t => t.LastUsedOn).SingleAsync()));
    }

    [BothDatabases]
    public async Task The_secret_is_nowhere_in_the_database()
    {
        var (token, secret) = await Given.TokenAsync();

        var kept = await App.DbAsync(async db => db.Entry(await db.AccessTokens.SingleAsync()).CurrentValues.Properties
            .Select(column => (column.Name, Value: column.PropertyInfo!.GetValue(db.AccessTokens.Local.Single()))).ToList());

        Assert.Equal(48, secret.Length);
        Assert.StartsWith(token.Prefix, secret, StringComparison.Ordinal);
        Assert.Equal(11, token.Prefix.Length);
        Assert.DoesNotContain(kept, column => column.Value switch
        {
            byte[] bytes => Encoding.ASCII.GetString(bytes).Contains(secret[AccessToken.Mark.Length..], StringComparison.Ordinal),
            string text => text.Contains(secret[token.Prefix.Length..], StringComparison.Ordinal),
            _ => false,
        });
        Assert.Equal(AccessToken.HashOf(secret), kept.Single(column => column.Name == nameof(AccessToken.SecretHash)).Value);
    }

    private async Task<int> WritesAsync(HttpClient client)
    {
        await App.Sql.CountAsync(async () =>
        {
            using var answer = await client.GetAsync(Trades);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });
        return App.Sql.Statements.Count(sql => sql.Contains("UPDATE", StringComparison.Ordinal));
    }

    private async Task<(string Challenge, ProblemAnswer Problem)> AskAsync(string? secret, string? language = null)
    {
        using var client = App.ApiClient(secret);
        using var request = new HttpRequestMessage(HttpMethod.Get, Trades);
        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        using var answer = await client.SendAsync(request);
        return (Assert.Single(answer.Headers.WwwAuthenticate).ToString(), await ProblemAnswer.OfAsync(answer));
    }
}
