using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Money;

/// <summary>The addresses of this feature's pages and files; where the money of one record is, the record says.</summary>
public static class MoneyLinks
{
    /// <summary>The grants of all, by half-year.</summary>
    public const string Grants = "/grants";

    /// <summary>The page of one record's money, as a route.</summary>
    public const string Route = ApprenticeshipLinks.List + "/{id:guid}/money";

    /// <summary>How an address says that earlier years are shown too.</summary>
    public const string Earlier = "true";

    /// <summary>The grants one county pays, and whether those of earlier years are shown too.</summary>
    public static string Filtered(string? countyNumber, bool earlier)
    {
        List<string> query = [.. countyNumber is null ? [] : new[] { $"county={Uri.EscapeDataString(countyNumber)}" }, .. earlier ? [$"earlier={Earlier}"] : Array.Empty<string>()];
        return query.Count == 0 ? Grants : $"{Grants}?{string.Join('&', query)}";
    }
}
