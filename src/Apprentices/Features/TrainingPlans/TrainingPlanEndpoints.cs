using Apprentices.Shared;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The files of this feature.</summary>
public static class TrainingPlanEndpoints
{
    public static IEndpointRouteBuilder MapTrainingPlans(this IEndpointRouteBuilder app)
    {
        app.MapList(TrainingPlanLinks.Route, (Guid id, DownloadPlan download) =>
            new ListDownload("plan", (output, cancel) => download.RunAsync(id, output, cancel)));
        return app;
    }
}
