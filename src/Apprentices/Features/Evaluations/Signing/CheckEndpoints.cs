using System.Globalization;
using Apprentices.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// Takes the file that somebody wants checked. It is hashed as it comes and never kept, not even for the time of the request; how it
/// went is told on the page of the form, by a cookie that no link can bring along.
/// </summary>
public static class CheckEndpoints
{
    /// <summary>The name of the form's file.</summary>
    public const string FileField = "file";

    /// <summary>The file, and the form around it.</summary>
    private const long LargestRequest = CheckDocument.LargestFile + (64 * 1024);

    /// <summary>The token comes first and is short.</summary>
    private const int LongestToken = 4096;

    public static IEndpointRouteBuilder MapDocumentCheck(this IEndpointRouteBuilder app)
    {
        // Before the page at the same address, which answers GET.
        app.MapPost(SigningLinks.Check, CheckAsync).AllowAnonymous().WithOrder(-1);
        return app;
    }

    private static async Task<IResult> CheckAsync(HttpContext request, CheckDocument check, CheckAnswers answers, CheckLimit limit, IAntiforgery antiforgery)
    {
        if (!limit.Allows(request))
        {
            request.Response.Headers.RetryAfter = ((int)CheckLimit.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return TypedResults.Text(SigningTexts.CheckTooMany, "text/plain", System.Text.Encoding.UTF8, StatusCodes.Status429TooManyRequests);
        }

        if (!MediaTypeHeaderValue.TryParse(request.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return TypedResults.BadRequest();
        }

        if (request.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestRequest;
        }

        try
        {
            var answer = await ReadAsync(request, new MultipartReader(boundary, request.Request.Body), check, antiforgery);
            if (answer is null)
            {
                return TypedResults.BadRequest();
            }

            answers.Remember(request, answer);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            answers.Remember(request, new CheckAnswer(CheckOutcome.TooLarge, null));
        }
        catch (Exception bad) when (bad is IOException or InvalidDataException)
        {
            return TypedResults.BadRequest();
        }

        return TypedResults.LocalRedirect(SigningLinks.Check);
    }

    /// <returns>Nothing for what is not our form.</returns>
    private static async Task<CheckAnswer?> ReadAsync(HttpContext request, MultipartReader parts, CheckDocument check, IAntiforgery antiforgery)
    {
        var cancel = request.RequestAborted;
        if (await parts.ReadNextSectionAsync(cancel) is not { } first || first.AsFormDataSection() is not { } token)
        {
            return null;
        }

        var value = new char[LongestToken];
        using (var reader = new StreamReader(token.Section.Body))
        {
            var length = await reader.ReadBlockAsync(value.AsMemory(), cancel);
            request.Request.Form = new FormCollection(new Dictionary<string, StringValues> { [token.Name] = new string(value, 0, length) });
        }

        if (!await antiforgery.IsRequestValidAsync(request))
        {
            return null;
        }

        if (await parts.ReadNextSectionAsync(cancel) is not { } second || second.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name) != FileField)
        {
            return null;
        }

        var name = HeaderUtilities.RemoveQuotes(StringSegment.IsNullOrEmpty(disposition.FileNameStar) ? disposition.FileName : disposition.FileNameStar).ToString();
        var outcome = name.Length == 0 ? CheckOutcome.NoFile : await check.RunAsync(second.Body, cancel) switch
        {
            true => CheckOutcome.Valid,
            false => CheckOutcome.Invalid,
            null => CheckOutcome.TooLarge,
        };
        return new CheckAnswer(outcome, name);
    }
}
