using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.PlanTemplates;

/// <summary>The files of this feature.</summary>
public static class PlanTemplateEndpoints
{
    public static IEndpointRouteBuilder MapPlanTemplates(this IEndpointRouteBuilder app)
    {
        app.MapList(PlanTemplateLinks.HouseCoverage, (DownloadHouseCoverage download, [FromQuery(Name = "trade")] string? trade) =>
            new ListDownload("dekning", (output, cancel) => download.RunAsync(trade, output, cancel)));
        app.MapList(PlanTemplateLinks.CoverageRoute, (Guid id, DownloadTemplateCoverage download) =>
            new ListDownload("dekning-av-mal", (output, cancel) => download.RunAsync(id, output, cancel)));
        app.MapList(PlanTemplateLinks.FollowersRoute, (Guid id, DownloadTemplateFollowers download) =>
            new ListDownload("folger-malen", (output, cancel) => download.RunAsync(id, output, cancel)));
        return app;
    }
}
