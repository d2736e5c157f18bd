using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Features.Calendar;
using Apprentices.Tests.Features.Api;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Calendar;

/// <summary>What other programs are answered: a contract in, duties with their reasons out, nothing of anybody.</summary>
public sealed class AnswerWhatIfTests : AppTests
{
    private const string Address = "/api/v1/what-if";

    [BothDatabases]
    public async Task A_two_year_contract_gives_its_windows_deadlines_and_paragraphs()
    {
        var answer = await AskAsync("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03" }""");

        Assert.Equal("2026-08-14", answer.GetProperty("endsOn").GetString());
        Assert.Equal(7, answer.GetProperty("finalTestWorkingDays").GetInt32());
        Assert.Equal(
            [("2024-08-15", "2025-02-14"), ("2025-02-15", "2025-08-14"), ("2025-08-15", "2026-02-14"), ("2026-02-15", "2026-08-14")],
            Of(answer, "halfYearTalk").Select(talk => (Text(talk, "opensOn"), Text(talk, "dueOn"))));
        Assert.All(Of(answer, "halfYearTalk"), talk => Assert.Equal("opplæringsforskrifta §§ 9-6, 9-13", Text(talk, "paragraph")));

        // The fourth talk is proposed for the last working day before the test can be held: 14 May is Ascension Day.
        Assert.Equal("2026-05-13", Text(Of(answer, "halfYearTalk")[3], "meetOn"));
        Assert.Equal("2025-12-14", Text(One(answer, "registrationOpens"), "dueOn"));
        Assert.Equal("2026-03-14", Text(One(answer, "registrationTarget"), "dueOn"));
        var deadline = One(answer, "registrationDeadline");
        Assert.Equal(("2026-06-14", "law", "opplæringsforskrifta § 9-56"), (Text(deadline, "dueOn"), Text(deadline, "basis"), Text(deadline, "paragraph")));
        var test = One(answer, "finalTest");
        Assert.Equal(("2026-05-14", "2026-08-14", "opplæringsforskrifta § 9-55"), (Text(test, "opensOn"), Text(test, "dueOn"), Text(test, "paragraph")));
    }

    [Fact]
    public async Task The_reason_is_told_line_by_line_and_in_the_callers_language()
    {
        const string Question = """{ "startsOn": "2025-08-18", "months": 24, "curriculum": "ITD03-01", "county": "03", "interruptions": [ { "startsOn": "2026-03-02", "endsOn": "2026-05-02" } ] }""";

        var deadline = One(await AskAsync(Question, "en"), "registrationDeadline");

        Assert.Equal("Last day for registration", Text(deadline, "title"));
        Assert.Equal(
            ["2025-08-18", "2027-08-17", "2027-10-18", "2027-08-18"], deadline.GetProperty("sum").EnumerateArray().Select(step => Text(step, "gives")));
        Assert.Contains("+ 62 days (interruption 2/3/2026–2/5/2026) = 18/10/2027", Text(deadline, "reason"), StringComparison.Ordinal);
        Assert.Contains("+ 62 dager (avbrudd 2.3.2026–2.5.2026)", Text(One(await AskAsync(Question), "registrationDeadline"), "reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_the_laws_days_stay_and_the_proposed_ones_stand_beside_them()
    {
        var answer = await AskAsync("""
            { "startsOn": "2025-08-18", "months": 24, "curriculum": "ITD03-01", "county": "03",
              "interruptions": [ { "startsOn": "2026-03-02", "endsOn": "2026-05-02", "consented": false } ] }
            """);

        Assert.Equal(("2027-08-17", "2027-10-18"), (Text(answer, "endsOn"), Text(answer, "proposedEndsOn")));
        var deadline = One(answer, "registrationDeadline");
        Assert.Equal(("2027-06-17", "2027-08-18"), (Text(deadline, "dueOn"), Text(deadline, "proposedDueOn")));
    }

    [Fact]
    public async Task The_length_is_computed_where_neither_end_nor_months_are_given()
    {
        var answer = await AskAsync("""{ "startsOn": "2024-08-15", "curriculum": "SOA03-01", "county": "46", "variant": "fullTrainingAtWork" }""");

        Assert.Equal(("2028-08-14", 48), (Text(answer, "endsOn"), answer.GetProperty("computedMonths").GetInt32()));
        Assert.Single(Of(answer, "probationEnds"));
        Assert.Equal(8, Of(answer, "halfYearTalk").Count);
    }

    [Theory]
    [InlineData("""{ "months": 24, "curriculum": "ITD03-01", "county": "03" }""", "startsOn")]
    [InlineData("""{ "startsOn": "2024-02-30", "months": 24, "curriculum": "ITD03-01", "county": "03" }""", "startsOn")]
    [InlineData("""{ "startsOn": "1924-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03" }""", "startsOn")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "IKT", "county": "03" }""", "curriculum")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "99" }""", "county")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "endsOn": "2026-08-14", "curriculum": "ITD03-01", "county": "03" }""", "months")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 0, "curriculum": "ITD03-01", "county": "03" }""", "months")]
    [InlineData("""{ "startsOn": "2024-08-15", "endsOn": "2024-08-15", "curriculum": "ITD03-01", "county": "03" }""", "endsOn")]
    [InlineData("""{ "startsOn": "2024-08-15", "curriculum": "ITD03-01", "county": "03", "kind": "onTheJobCandidate" }""", "endsOn")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "kind": "pupil" }""", "kind")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "partTimePercent": 0 }""", "partTimePercent")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "name": "Liv Lund" }""", "name")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "interruptions": [ { "startsOn": "2025-03-10", "endsOn": "2025-03-01" } ] }""", "interruptions[0].endsOn")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "interruptions": [ { "startsOn": "2024-08-14" } ] }""", "interruptions[0].startsOn")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "interruptions": [ { "startsOn": "2025-03-01", "endsOn": "2025-03-31" }, { "startsOn": "2025-03-31", "percent": 1 } ] }""", "interruptions[1]")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "interruptions": [ null ] }""", "interruptions[0]")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "extensions": [ { "endsOn": "2026-08-14" } ] }""", "extensions[0].endsOn")]
    [InlineData("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03", "tests": [ { "heldOn": "2026-06-10", "grade": "notPassed", "noticeOn": "2026-06-09" } ] }""", "tests[0].noticeOn")]
    public async Task What_is_wrong_is_named_at_its_field(string question, string field)
    {
        using var answer = await PostAsync(question, "nb");

        var problem = await ProblemAnswer.OfAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, problem.Status);
        Assert.Equal([field], problem.Errors.Keys);
    }

    [Fact]
    public async Task It_takes_a_token_and_stores_nothing()
    {
        using var nobody = App.ClientOf(await Given.HrAsync());
        using var refused = await nobody.PostAsJsonAsync(Address, new { startsOn = "2024-08-15", months = 24, curriculum = "ITD03-01", county = "03" });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        await AskAsync("""{ "startsOn": "2024-08-15", "months": 24, "curriculum": "ITD03-01", "county": "03" }""");

        Assert.Equal((0, 0), await App.DbAsync(async db => (await db.Apprenticeships.CountAsync(), await db.TrackedDuties.CountAsync())));
    }

    [Fact]
    public void A_test_not_passed_brings_the_time_to_appeal_and_another_registration()
    {
        var question = new WhatIfQuestion(new(2024, 8, 15), "ITD03-01", "03")
        {
            Months = 24,
            Tests = [new WhatIfTest(new(2026, 6, 12), TestGrade.NotPassed, new(2026, 6, 15))],
            Extensions = [new WhatIfExtension(new(2027, 2, 14))],
        };

        var duties = Duties.For(new DutyFacts(question.ToState()), DutyRules.Default);

        Assert.Equal(new DateOnly(2026, 7, 6), duties.Single(duty => duty.Kind == DutyKind.Appeal).DueOn);
        Assert.Equal([1, 2], duties.Where(duty => duty.Kind == DutyKind.RegistrationDeadline).Select(duty => duty.Number).Order());
        Assert.Equal(new DateOnly(2026, 12, 14), duties.Single(duty => duty is { Kind: DutyKind.RegistrationDeadline, Number: 2 }).DueOn);
    }

    private static List<JsonElement> Of(JsonElement answer, string kind) =>
        [.. answer.GetProperty("duties").EnumerateArray().Where(duty => Text(duty, "kind") == kind)];

    private static JsonElement One(JsonElement answer, string kind) => Assert.Single(Of(answer, kind));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<JsonElement> AskAsync(string question, string language = "nb")
    {
        using var answer = await PostAsync(question, language);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> PostAsync(string question, string language)
    {
        var (_, secret) = await Given.TokenAsync();
        using var client = App.ClientOf(null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var body = new StringContent(question, System.Text.Encoding.UTF8, "application/json");
        return await client.PostAsync(Address, body);
    }
}
