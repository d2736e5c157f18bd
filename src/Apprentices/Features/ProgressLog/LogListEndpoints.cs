using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog;

/// <summary>The lists of this feature as files.</summary>
public static class LogListEndpoints
{
    public static IEndpointRouteBuilder MapLogLists(this IEndpointRouteBuilder app)
    {
        app.MapList(ProgressLogLinks.Route, (Guid id, DownloadLog download) =>
            new ListDownload("logg", (output, cancel) => download.RunAsync(id, output, cancel)));
        return app;
    }
}
