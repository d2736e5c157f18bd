using System.Net;
using System.Text;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Api;

/// <summary>What a caller hears about what it sent, by an endpoint that the tests bring along.</summary>
public sealed class ApiInputTests : AppTests
{
    private const string Order = $"{ApiEndpoints.Root}/order";

    public enum Size
    {
        Small,
        VeryLarge,
    }

    public sealed record Stop(DateOnly? StartsOn, bool? Full);

    public sealed record Recipient(string Name);

    public sealed class Input
    {
        public DateOnly? StartsOn { get; set; }
        public int? Months { get; set; }
        public decimal? Percent { get; set; }
        public Size? Size { get; set; }
        public string? Code { get; set; }
        public List<Stop>? Stops { get; set; }
        public Recipient? Recipient { get; set; }
    }

    protected override Action<IServiceCollection>? Register => services => services.AddSingleton(new ApiPart(api =>
    {
        api.MapPost("/order", (ApiBody<Input> body) => body.Value.Months switch
        {
            13 => throw new ApiInputException(new ApiFinding("months", "Not thirteen."), new ApiFinding("stops[0]", "No stop."), new ApiFinding("months", "Nor fourteen.")),
            14 => throw new RuleException("A rule says no."),
            15 => throw new InvalidOperationException("The secret of the program."),
            16 => throw new NotThereException(),
            _ => Results.Ok(body.Value),
        });
    }));

    [Fact]
    public async Task What_is_right_is_taken_and_answered_in_the_same_words()
    {
        using var answer = await SendAsync("""{ "startsOn": "2024-08-15", "months": 24, "size": "veryLarge", "stops": [ { "startsOn": "2025-01-01", "full": true } ], "code": "Ærlig & «rett»" }""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """{"startsOn":"2024-08-15","months":24,"percent":null,"size":"veryLarge","code":"Ærlig \u0026 «rett»","stops":[{"startsOn":"2025-01-01","full":true}],"recipient":null}""",
            await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{ "startOn": "2024-08-15" }""", "startOn", "Det finnes ikke noe felt med dette navnet her.")]
    [InlineData("""{ "StartsOn": "2024-08-15" }""", "StartsOn", "Det finnes ikke noe felt med dette navnet her.")]
    [InlineData("""{ "stops": [ { "startsOn": "2024-08-15", "full": true }, { "reason": "x" } ] }""", "stops[1].reason", "Det finnes ikke noe felt med dette navnet her.")]
    [InlineData("""{ "startsOn": "15.8.2024" }""", "startsOn", "Skriv datoen slik: 2026-08-15")]
    [InlineData("""{ "stops": [ { "startsOn": "2024-02-30", "full": true } ] }""", "stops[0].startsOn", "Skriv datoen slik: 2026-08-15")]
    [InlineData("""{ "stops": [ { "startsOn": "2024-02-28", "full": "yes" } ] }""", "stops[0].full", "Skriv true eller false.")]
    [InlineData("""{ "months": "24" }""", "months", "Skriv et helt tall, uten anførselstegn.")]
    [InlineData("""{ "months": 24.5 }""", "months", "Skriv et helt tall, uten anførselstegn.")]
    [InlineData("""{ "percent": true }""", "percent", "Skriv et tall, uten anførselstegn.")]
    [InlineData("""{ "size": "huge" }""", "size", "Skriv ett av disse: small, veryLarge")]
    [InlineData("""{ "size": 1 }""", "size", "Skriv ett av disse: small, veryLarge")]
    [InlineData("""{ "code": 5 }""", "code", "Skriv en tekst i anførselstegn.")]
    [InlineData("""{ "stops": {} }""", "stops", "Her skal det være en liste: [ … ]")]
    [InlineData("""{ "stops": [ 4 ] }""", "stops[0]", "Her skal det være et objekt: { … }")]
    [InlineData("[]", "$", "Her skal det være et objekt: { … }")]
    [InlineData("""{ "months": 1, "months": 2 }""", "months", "Feltet står to ganger.")]
    [InlineData("""{ "stops": [ { "full": true } ] }""", "stops[0].startsOn", "Feltet mangler.")]
    [InlineData("""{ "recipient": { "name": null } }""", "recipient.name", "Skriv en tekst i anførselstegn.")]
    [InlineData("", "$", "Det mangler en kropp i JSON.")]
    [InlineData(" \n", "$", "Det mangler en kropp i JSON.")]
    [InlineData("null", "$", "Det mangler en kropp i JSON.")]
    [InlineData("{\n \"months\": 1,\n}", "$", "Dette er ikke gyldig JSON. Se på linje 3.")]
    [InlineData("Hei", "$", "Dette er ikke gyldig JSON. Se på linje 1.")]
    public async Task What_cannot_be_read_is_named_by_its_path_and_said_in_a_sentence(string body, string path, string sentence)
    {
        using var answer = await SendAsync(body);
        var problem = await ProblemAnswer.OfAsync(answer);

        Assert.Equal((HttpStatusCode.BadRequest, "Noe i det du sendte må rettes"), (problem.Status, problem.Title));
        Assert.Equal((path, sentence), (Assert.Single(problem.Errors).Key, problem.Errors[path]));
        Assert.DoesNotContain("System.", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Apprentices.", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_endpoint_finds_wrong_is_told_field_by_field()
    {
        using var answer = await SendAsync("""{ "months": 13 }""");
        var problem = await ProblemAnswer.OfAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, problem.Status);
        Assert.Equal(["months", "stops[0]"], problem.Errors.Keys);
        Assert.Contains("""
            "months":["Not thirteen.","Nor fourteen."]
            """, problem.Text, StringComparison.Ordinal);
        Assert.Equal("Not thirteen. No stop. Nor fourteen.", problem.Detail);
    }

    [Theory]
    [InlineData(14, HttpStatusCode.BadRequest, "A rule says no.")]
    [InlineData(15, HttpStatusCode.InternalServerError, "Prøv igjen.")]
    [InlineData(16, HttpStatusCode.NotFound, "")]
    public async Task What_is_refused_or_fails_is_no_page_and_tells_no_secret(int months, HttpStatusCode expected, string said)
    {
        using var answer = await SendAsync($$"""{ "months": {{months}} }""");
        var problem = await ProblemAnswer.OfAsync(answer);

        Assert.Equal(expected, problem.Status);
        Assert.StartsWith(said, problem.Detail ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("secret of the program", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_much_is_not_taken_whether_its_size_is_told_or_not(bool told)
    {
        var most = $$"""{ "code": "{{new string('a', ApiBody.Largest - 14)}}" }""";
        using var taken = await SendAsync(most, told: told);
        using var refused = await SendAsync(most + " ", told: told);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Det du sendte er for stort. Det kan være høyst 256 kB."),
            await ProblemAnswer.OfAsync(refused) is var problem ? (problem.Status, problem.Detail) : default);
    }

    [Fact]
    public async Task Anything_but_json_is_not_taken()
    {
        using var answer = await SendAsync("months=24", "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await ProblemAnswer.OfAsync(answer)).Status);
    }

    [Theory]
    [InlineData("GET", $"{ApiEndpoints.Root}/nothing")]
    [InlineData("POST", $"{ApiEndpoints.Root}/nothing")]
    [InlineData("GET", $"{ApiEndpoints.Root}/nothing.json")]
    [InlineData("DELETE", Order)]
    [InlineData("GET", ApiEndpoints.Everything)]
    [InlineData("DELETE", "/api/v2/trades")]
    public async Task Where_there_is_nothing_the_answer_is_no_page(string method, string address)
    {
        using var client = App.ApiClient(null);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await client.SendAsync(request);
        var problem = await ProblemAnswer.OfAsync(answer);

        Assert.Equal((HttpStatusCode.NotFound, "Det finnes ingenting på denne adressen"), (problem.Status, problem.Title));
        Assert.Contains("/openapi/v1.json", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_in_english_is_answered_in_english()
    {
        using var answer = await SendAsync("""{ "startsOn": 5 }""", language: "en");
        var problem = await ProblemAnswer.OfAsync(answer);

        Assert.Equal("Write the date like this: 2026-08-15", problem.Errors["startsOn"]);
        Assert.Equal(["en-GB"], answer.Content.Headers.ContentLanguage);
    }

    private async Task<HttpResponseMessage> SendAsync(string body, string type = "application/json", bool told = true, string? language = null)
    {
        using var client = App.ApiClient((await Given.TokenAsync()).Secret);
        using var request = new HttpRequestMessage(HttpMethod.Post, Order) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TransferEncodingChunked = !told;
        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        return await client.SendAsync(request);
    }
}
