using Apprentices.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Deadlines;

/// <summary>What this feature answers outside its pages.</summary>
public static class DeadlineEndpoints
{
    public static IEndpointRouteBuilder MapDeadlines(this IEndpointRouteBuilder app)
    {
        app.MapGet(DeadlineLinks.Csv, DownloadAsync).RequireAuthorization();
        return app;
    }

    private static async Task<IResult> DownloadAsync(
        DownloadDeadlines download,
        [FromQuery(Name = "filter")] string? filter,
        [FromQuery(Name = "kind")] string? kind,
        [FromQuery(Name = "person")] string? person,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace,
        CancellationToken cancel)
    {
        try
        {
            var file = await download.RunAsync(DeadlineQuery.From(filter, kind, person, trade, workplace), cancel);
            return Results.File(file, "text/csv; charset=utf-8", "frister.csv");
        }
        catch (NotAllowedException)
        {
            return Results.NotFound();
        }
    }
}
