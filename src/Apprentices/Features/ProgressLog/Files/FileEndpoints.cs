using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>
/// The files that go with log entries. Whoever may not read the entry is told that there is none. What somebody else made is shown as a
/// picture or saved, and never run: a browser takes no other kind for it, and opens it with no right to anything of ours.
/// </summary>
public static class FileEndpoints
{
    private const string NothingButItself = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    public static IEndpointRouteBuilder MapLogFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet(FileLinks.FileRoute, (Guid id, DownloadAttachment download, HttpResponse answer, CancellationToken cancel) =>
            FileAsync(() => download.RunAsync(id, small: false, cancel), answer)).RequireAuthorization().RequireRateLimiting(WebLimits.Pictures);
        app.MapGet(FileLinks.ThumbnailRoute, (Guid id, DownloadAttachment download, HttpResponse answer, CancellationToken cancel) =>
            FileAsync(() => download.RunAsync(id, small: true, cancel), answer)).RequireAuthorization().RequireRateLimiting(WebLimits.Pictures);
        return app;
    }

    private static async Task<IResult> FileAsync(Func<Task<DownloadAttachment.Content>> readAsync, HttpResponse answer)
    {
        answer.Headers.CacheControl = "private, no-store";
        try
        {
            var file = await readAsync();
            var shown = new ContentDispositionHeaderValue(file.IsImage ? "inline" : "attachment");
            shown.SetHttpFileName(file.Name);
            answer.Headers.ContentDisposition = shown.ToString();
            answer.Headers.ContentSecurityPolicy = NothingButItself;
            return Results.Bytes(file.Bytes, file.MediaType);
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException)
        {
            return Results.NotFound();
        }
    }
}
