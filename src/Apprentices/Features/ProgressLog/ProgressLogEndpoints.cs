using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.ProgressLog;

/// <summary>What this feature answers outside its pages.</summary>
public static class ProgressLogEndpoints
{
    public static IEndpointRouteBuilder MapProgressLog(this IEndpointRouteBuilder app)
    {
        app.MapGet(ProgressLogLinks.Package, DownloadAsync).RequireAuthorization();
        return app;
    }

    private static async Task<IResult> DownloadAsync(DownloadLogEntry download, Guid id, CancellationToken cancel)
    {
        try
        {
            var package = await download.RunAsync(id, cancel);
            return Results.File(package.Content, "application/zip", package.Name);
        }
        catch (Exception failure) when (failure is NotAllowedException or NotThereException)
        {
            return Results.NotFound();
        }
    }
}
