using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.FinalTests;

/// <summary>The files of this feature.</summary>
public static class FinalTestEndpoints
{
    public static IEndpointRouteBuilder MapFinalTests(this IEndpointRouteBuilder app)
    {
        app.MapList(FinalTestLinks.Year, Download);
        return app;
    }

    private static ListDownload Download(
        DownloadTestYear download,
        [FromQuery(Name = "stage")] string? stage,
        [FromQuery(Name = "trade")] string? trade,
        [FromQuery(Name = "county")] string? county,
        [FromQuery(Name = "month")] string? month) =>
        new("fagproever", (output, cancel) => download.RunAsync(TestYearQuery.From(stage, trade, county, month), output, cancel));
}
