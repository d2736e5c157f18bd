using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>A signed talk as a file. Whoever may not have it is told that it is not there.</summary>
public static class TalkDocumentEndpoints
{
    /// <summary>What a page that somebody else's words stand in may do: nothing but be looked at.</summary>
    private const string NothingElse = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-modals";

    public static IEndpointRouteBuilder MapTalkDocuments(this IEndpointRouteBuilder app)
    {
        Map(app, SigningLinks.DocumentRoute, DownloadTalkDocument.Form.Page, toSave: false);
        Map(app, $"{SigningLinks.DocumentRoute}.html", DownloadTalkDocument.Form.Page);
        Map(app, $"{SigningLinks.DocumentRoute}.pdf", DownloadTalkDocument.Form.Pdf);
        Map(app, $"{SigningLinks.DocumentRoute}.json", DownloadTalkDocument.Form.Archive);
        app.MapGet(SigningLinks.SealedRoute, (Guid id, int number, DownloadTalkDocument download, HttpContext request) =>
            SendAsync(download, id, new(DownloadTalkDocument.Form.Sealed, Addendum: number), request, toSave: true)).RequireAuthorization();
        return app;
    }

    private static void Map(IEndpointRouteBuilder app, string route, DownloadTalkDocument.Form form, bool toSave = true) => app.MapGet(
        route,
        (Guid id, [FromQuery(Name = SigningLinks.Language)] string? language, DownloadTalkDocument download, HttpContext request) =>
            SendAsync(download, id, new(form, Cultures.Find(language ?? CultureInfo.CurrentUICulture.Name) ?? Language.Bokmal), request, toSave)).RequireAuthorization();

    private static async Task SendAsync(DownloadTalkDocument download, Guid id, DownloadTalkDocument.Wish wish, HttpContext request, bool toSave)
    {
        try
        {
            var file = await download.RunAsync(id, wish, request.RequestAborted);
            var response = request.Response;
            response.ContentType = file.ContentType;
            response.ContentLength = file.Bytes.Length;
            var disposition = new ContentDispositionHeaderValue(toSave ? "attachment" : "inline");
            disposition.SetHttpFileName(file.Name);
            response.Headers.ContentDisposition = disposition.ToString();
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentSecurityPolicy = NothingElse;
            await response.Body.WriteAsync(file.Bytes, request.RequestAborted);
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException)
        {
            request.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (RuleException otherwise)
        {
            request.Response.StatusCode = StatusCodes.Status409Conflict;
            request.Response.ContentType = "text/plain; charset=utf-8";
            await request.Response.WriteAsync(otherwise.Message, request.RequestAborted);
        }
        catch (PrintFailedException)
        {
            request.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            request.Response.ContentType = "text/plain; charset=utf-8";
            await request.Response.WriteAsync(SigningTexts.PrintFailed, request.RequestAborted);
        }
    }
}
