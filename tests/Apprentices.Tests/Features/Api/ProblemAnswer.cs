using System.Net;
using System.Text.Json;
using Apprentices.Platform;

namespace Apprentices.Tests.Features.Api;

/// <summary>What the API said when it could not do as asked, read as a caller would.</summary>
internal sealed record ProblemAnswer(HttpStatusCode Status, string Title, string? Detail, IReadOnlyDictionary<string, string> Errors, string Text)
{
    public static async Task<ProblemAnswer> OfAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(ApiProblem.MediaType, answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(text);
        Assert.Equal((int)answer.StatusCode, json.RootElement.GetProperty("status").GetInt32());
        return new ProblemAnswer(
            answer.StatusCode,
            json.RootElement.GetProperty("title").GetString()!,
            json.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() : null,
            json.RootElement.TryGetProperty("errors", out var errors)
                ? errors.EnumerateObject().ToDictionary(error => error.Name, error => error.Value[0].GetString()!, StringComparer.Ordinal)
                : new Dictionary<string, string>(),
            text);
    }
}
