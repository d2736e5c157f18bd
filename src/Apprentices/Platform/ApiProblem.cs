using System.Globalization;
using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>One thing wrong with what a caller sent: where, as a JSON path such as <c>interruptions[0].startsOn</c>, and a sentence.</summary>
public sealed record ApiFinding(string Path, string Sentence);

/// <summary>What a caller sent cannot be used. It becomes problem details with status 400 that name each field.</summary>
public sealed class ApiInputException(params IReadOnlyList<ApiFinding> findings) : Exception("What a caller sent cannot be used.")
{
    public ApiInputException(string path, string sentence) : this(new ApiFinding(path, sentence)) { }

    public IReadOnlyList<ApiFinding> Findings { get; } = findings;
}

/// <summary>An answer that says what went wrong, in the caller's language: problem details, RFC 9457.</summary>
public static class ApiProblem
{
    public const string MediaType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, ApiInputException wrong) => WriteAsync(context, new HttpValidationProblemDetails(
        wrong.Findings.GroupBy(finding => finding.Path, StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.Select(finding => finding.Sentence).ToArray(), StringComparer.Ordinal))
    {
        Status = StatusCodes.Status400BadRequest,
        Title = TitleOf(StatusCodes.Status400BadRequest),
        Detail = string.Join(' ', wrong.Findings.Select(finding => finding.Sentence).Distinct(StringComparer.Ordinal)),
    });

    public static Task WriteAsync(HttpContext context, int status, string? sentence = null) =>
        WriteAsync(context, new ProblemDetails { Status = status, Title = TitleOf(status), Detail = sentence });

    private static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        context.Response.StatusCode = problem.Status!.Value;
        context.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, problem.GetType(), options, MediaType, context.RequestAborted);
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ApiProblemTexts.Status400,
        StatusCodes.Status401Unauthorized => ApiProblemTexts.Status401,
        StatusCodes.Status403Forbidden => ApiProblemTexts.Status403,
        StatusCodes.Status404NotFound => ApiProblemTexts.Status404,
        StatusCodes.Status413PayloadTooLarge => ApiProblemTexts.Status413,
        StatusCodes.Status415UnsupportedMediaType => ApiProblemTexts.Status415,
        StatusCodes.Status429TooManyRequests => ApiProblemTexts.Status429,
        >= StatusCodes.Status500InternalServerError => ApiProblemTexts.Status500,
        _ => ApiProblemTexts.StatusOther,
    };
}
