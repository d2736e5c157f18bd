using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What this feature answers outside its pages.</summary>
public static class ApprenticeshipEndpoints
{
    public static IEndpointRouteBuilder MapApprenticeships(this IEndpointRouteBuilder app)
    {
        app.MapList(ApprenticeshipLinks.List, Download);
        return app;
    }

    public static void MapApi(RouteGroupBuilder api) => api
        .MapGet("/apprenticeships", (AnswerApprenticeships answer, int? page, CancellationToken cancel) => answer.RunAsync(page ?? 1, cancel))
        .WithName("listApprenticeships")
        .WithSummary("The apprenticeships the token's person may take away as a list, by name, a hundred a page.");

    private static ListDownload Download(
        DownloadApprenticeships download,
        [FromQuery(Name = "filter")] string? filter,
        [FromQuery(Name = "q")] string? text,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace,
        [FromQuery(Name = "supervisor")] string? supervisor,
        [FromQuery(Name = "sort")] string? sort) =>
        new("laerlinger", (output, cancel) => download.RunAsync(ListQuery.From(filter, text, trade, workplace, supervisor, sort), output, cancel));
}
