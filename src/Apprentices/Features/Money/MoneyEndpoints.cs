using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Money;

/// <summary>The files of this feature. Whoever may not have one is told that it is not there.</summary>
public static class MoneyEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static IEndpointRouteBuilder MapMoney(this IEndpointRouteBuilder app)
    {
        app.MapGet(MoneyLinks.CsvRoute, (Guid id, DownloadMoney download, CancellationToken cancel) =>
            FileAsync(() => download.RunAsync(id, cancel), "lonn-og-tilskudd.csv")).RequireAuthorization();
        app.MapGet(MoneyLinks.GrantsCsv, (DownloadGrants download, CancellationToken cancel) =>
            FileAsync(() => download.RunAsync(cancel), "tilskudd.csv")).RequireAuthorization();
        return app;
    }

    private static async Task<IResult> FileAsync(Func<Task<byte[]>> readAsync, string name)
    {
        try
        {
            return Results.File(await readAsync(), Csv, name);
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException)
        {
            return Results.NotFound();
        }
    }
}
