using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.ProgressLog;

/// <summary>The lists of this feature as files.</summary>
public static class LogListEndpoints
{
    public static IEndpointRouteBuilder MapLogLists(this IEndpointRouteBuilder app)
    {
        app.MapList(ProgressLogLinks.Route, (Guid id, DownloadLog download) =>
            new ListDownload("logg", (output, cancel) => download.RunAsync(id, output, cancel)));
        app.MapList(ProgressLogLinks.Approvals, (
            DownloadWaitingEntries download, [FromQuery(Name = "apprentice")] Guid? apprentice, [FromQuery(Name = "week")] DateOnly? week) =>
            new ListDownload("godkjenning", (output, cancel) => download.RunAsync(new ListWaitingEntries.Query(apprentice, week), output, cancel)));
        return app;
    }
}
