using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Money;

/// <summary>The addresses of this feature's pages and files; where the money of one record is, the record says.</summary>
public static class MoneyLinks
{
    /// <summary>The grants of all, by half-year.</summary>
    public const string Grants = "/grants";
    public const string GrantsCsv = "/grants.csv";

    /// <summary>What belongs to the file of one record, as a route.</summary>
    public const string CsvRoute = ApprenticeshipLinks.List + "/{id:guid}/money.csv";

    public static string Csv(Guid id) => $"{ApprenticeshipLinks.Money(id)}.csv";

    /// <summary>The grants one county pays, and whether those of earlier years are shown too.</summary>
    public static string Filtered(string? countyNumber, bool earlier)
    {
        List<string> query = [.. countyNumber is null ? [] : new[] { $"county={Uri.EscapeDataString(countyNumber)}" }, .. earlier ? ["earlier=true"] : Array.Empty<string>()];
        return query.Count == 0 ? Grants : $"{Grants}?{string.Join('&', query)}";
    }
}
