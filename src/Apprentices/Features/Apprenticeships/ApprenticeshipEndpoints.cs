using Apprentices.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What this feature answers outside its pages.</summary>
public static class ApprenticeshipEndpoints
{
    public static IEndpointRouteBuilder MapApprenticeships(this IEndpointRouteBuilder app)
    {
        app.MapGet(ApprenticeshipLinks.Csv, DownloadAsync).RequireAuthorization();
        return app;
    }

    private static async Task<IResult> DownloadAsync(
        DownloadApprenticeships download,
        [FromQuery(Name = "filter")] string? filter,
        [FromQuery(Name = "q")] string? text,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace,
        [FromQuery(Name = "supervisor")] string? supervisor,
        [FromQuery(Name = "sort")] string? sort,
        CancellationToken cancel)
    {
        try
        {
            var file = await download.RunAsync(ListQuery.From(filter, text, trade, workplace, supervisor, sort), cancel);
            return Results.File(file, "text/csv; charset=utf-8", "laerlinger.csv");
        }
        catch (NotAllowedException)
        {
            return Results.NotFound();
        }
    }
}
