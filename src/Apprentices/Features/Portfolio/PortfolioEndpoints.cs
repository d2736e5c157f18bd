using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.Net.Http.Headers;

namespace Apprentices.Features.Portfolio;

/// <summary>The file of this feature. Whoever may not have it is told that it is not there; whoever goes away stops it.</summary>
public static class PortfolioEndpoints
{
    public static IEndpointRouteBuilder MapPortfolio(this IEndpointRouteBuilder app)
    {
        app.MapGet(PortfolioLinks.FileRoute, (Guid id, DownloadPortfolio download, HttpContext request) => SendAsync(download, id, request)).RequireAuthorization();
        app.MapGet(PortfolioLinks.OwnFile, (DownloadPortfolio download, HttpContext request) => SendAsync(download, null, request)).RequireAuthorization();
        return app;
    }

    private static async Task SendAsync(DownloadPortfolio download, Guid? id, HttpContext request)
    {
        try
        {
            await download.RunAsync(id, name => Begin(request.Response, name), request.RequestAborted);
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException && !request.Response.HasStarted)
        {
            request.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static Stream Begin(HttpResponse response, string name)
    {
        response.ContentType = "application/zip";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        return response.Body;
    }
}
