using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Platform;

/// <summary>
/// Whatever goes wrong in the API is told as problem details in the caller's language: never a page, never a stack trace. A
/// mistake of the program's own is logged under a number the caller is told.
/// </summary>
public sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var _ = Speaking.In(Cultures.AskedFor(context.Request));
        try
        {
            await (IsOurs(context.GetEndpoint()) ? next(context) : RefuseAsync(context));
            if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
            {
                await ApiProblem.WriteAsync(context, context.Response.StatusCode);
            }
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            await TellAsync(context, failure);
        }
    }

    private static bool IsOurs(Endpoint? endpoint) => endpoint is RouteEndpoint { RoutePattern.RawText: { } address }
        && $"/{address.TrimStart('/')}".StartsWith($"{ApiEndpoints.Root}/", StringComparison.Ordinal);

    /// <summary>
    /// No endpoint of the API takes it. Nobody need sign in to hear that, least of all as a person. The routing knows whether the type
    /// is wrong; of the method it does not, because the files of the pages answer GET at any address.
    /// </summary>
    private static async Task RefuseAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { RequestDelegate: { } refuse } and not RouteEndpoint)
        {
            await refuse(context);
        }

        if (context.Response.StatusCode != StatusCodes.Status415UnsupportedMediaType)
        {
            context.Response.Headers.Remove(HeaderNames.Allow);
            await ApiProblem.WriteAsync(context, StatusCodes.Status404NotFound, ApiProblemTexts.NoSuchAddress);
        }
    }

    private Task TellAsync(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case ApiInputException wrong:
                return ApiProblem.WriteAsync(context, wrong);
            case RuleException refused:
                return ApiProblem.WriteAsync(context, StatusCodes.Status400BadRequest, refused.Message);
            case NotThereException:
                return ApiProblem.WriteAsync(context, StatusCodes.Status404NotFound);
            case NotAllowedException:
                return ApiProblem.WriteAsync(context, StatusCodes.Status403Forbidden);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return ApiProblem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, Texts.Format(ApiProblemTexts.BodyTooLarge, ApiBody.Largest / 1024));
            case BadHttpRequestException bad:
                return ApiProblem.WriteAsync(context, bad.StatusCode);
            default:
                var number = Guid.CreateVersion7().ToString("N")[^8..].ToUpperInvariant();
                Log.Failed(logger, number, failure);
                return ApiProblem.WriteAsync(context, StatusCodes.Status500InternalServerError, Texts.Format(ApiProblemTexts.ServerFailed, number));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number}: a request to the API failed")]
        public static partial void Failed(ILogger logger, string number, Exception exception);
    }
}
