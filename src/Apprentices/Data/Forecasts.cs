using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Reads what forecasts are made from: for a page of apprenticeships in as many statements as for one.</summary>
public static class Forecasts
{
    /// <summary>The contracts with what a forecast needs of them; their entries only where something waits for the county.</summary>
    public static IQueryable<Apprenticeship> WithForecastFacts(this IQueryable<Apprenticeship> rows) => rows
        .AsNoTracking()
        .Include(a => a.Plan)
        .Include(a => a.Interruptions)
        .Include(a => a.Entries.Where(entry => entry.Apprenticeship.IsWaitingForCounty))
        .AsSplitQuery();

    /// <param name="rows">The apprenticeships, already narrowed to what the user may see and to the page.</param>
    /// <param name="today">The day the forecast is made on.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyDictionary<Guid, Forecast>> ReadForecastsAsync(this IQueryable<Apprenticeship> rows, DateOnly today, CancellationToken cancel) =>
        (await rows.WithForecastFacts().ToListAsync(cancel)).ToDictionary(a => a.Id, a => Forecast.For(ForecastFacts.Of(a, today)));
}
