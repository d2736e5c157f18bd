namespace Apprentices.Features.Curricula;

/// <summary>What the API says of trades and curricula.</summary>
public static class CurriculumEndpoints
{
    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/trades", (ListTrades list, CancellationToken cancel) => list.RunAsync(cancel))
        .WithName("listTrades")
        .WithSummary("The trades, each with its curriculum: code, names in three languages, and the days it is valid.");
}
