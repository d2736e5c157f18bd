using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Evaluations;

/// <summary>The files of this feature.</summary>
public static class EvaluationEndpoints
{
    public static IEndpointRouteBuilder MapEvaluations(this IEndpointRouteBuilder app)
    {
        app.MapList(EvaluationLinks.Talks, (DownloadTalks download, [FromQuery(Name = "filter")] string? filter) =>
            new ListDownload("samtaler", (output, cancel) => download.RunAsync(EvaluationLinks.FilterOf(filter), output, cancel)));
        return app;
    }
}
