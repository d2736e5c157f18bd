using Apprentices.Shared;

namespace Apprentices.Features.Placements;

/// <summary>The files of this feature.</summary>
public static class PlacementEndpoints
{
    public static IEndpointRouteBuilder MapPlacements(this IEndpointRouteBuilder app)
    {
        app.MapList(PlacementLinks.Route, (Guid id, DownloadPlacements download) =>
            new ListDownload("arbeidssteder", (output, cancel) => download.RunAsync(id, output, cancel)));
        return app;
    }
}
