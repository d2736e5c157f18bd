using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Standings;

/// <summary>The lists of this feature as files.</summary>
public static class StandingsEndpoints
{
    public static IEndpointRouteBuilder MapStandings(this IEndpointRouteBuilder app)
    {
        app.MapList(StandingsLinks.Behind, Download);
        app.MapList(StandingsLinks.Load, (DownloadLoad download) => new ListDownload("belastning", download.RunAsync));
        return app;
    }

    private static ListDownload Download(
        DownloadStandings download,
        [FromQuery(Name = "filter")] string? filter,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "workplace")] string? workplace,
        [FromQuery(Name = "supervisor")] string? supervisor,
        [FromQuery(Name = "days")] string? days,
        [FromQuery(Name = "sort")] string? sort) =>
        new("framdrift", (output, cancel) => download.RunAsync(StandingsQuery.From(filter, trade, workplace, supervisor, days, sort), output, cancel));
}
