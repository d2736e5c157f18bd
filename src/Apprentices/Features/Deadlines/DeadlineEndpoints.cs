using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Deadlines;

/// <summary>What this feature answers outside its pages.</summary>
public static class DeadlineEndpoints
{
    public static IEndpointRouteBuilder MapDeadlines(this IEndpointRouteBuilder app)
    {
        app.MapList(DeadlineLinks.List, Download);
        return app;
    }

    public static void MapApi(RouteGroupBuilder api) => api
        .MapGet("/deadlines", (AnswerDeadlines answer, int? page, CancellationToken cancel) => answer.RunAsync(page ?? 1, cancel))
        .WithName("listDeadlines")
        .WithSummary("What is still to be done on the records the token's person may see, most urgent first, a hundred a page.");

    private static ListDownload Download(
        DownloadDeadlines download,
        [FromQuery(Name = "filter")] string? filter,
        [FromQuery(Name = "kind")] string? kind,
        [FromQuery(Name = "person")] string? person,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace) =>
        new("frister", (output, cancel) => download.RunAsync(DeadlineQuery.From(filter, kind, person, trade, workplace), output, cancel));
}
