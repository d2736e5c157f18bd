using Apprentices.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Apprentices.Features.Money;

/// <summary>The files of this feature.</summary>
public static class MoneyEndpoints
{
    public static IEndpointRouteBuilder MapMoney(this IEndpointRouteBuilder app)
    {
        app.MapList(MoneyLinks.Route, (Guid id, DownloadMoney download) =>
            new ListDownload("lonn-og-tilskudd", (output, cancel) => download.RunAsync(id, output, cancel)));
        app.MapList(MoneyLinks.Grants, (DownloadGrants download, [FromQuery(Name = "county")] string? county, [FromQuery(Name = "earlier")] string? earlier) =>
            new ListDownload("tilskudd", (output, cancel) => download.RunAsync(county, earlier == MoneyLinks.Earlier, output, cancel)));
        return app;
    }
}
