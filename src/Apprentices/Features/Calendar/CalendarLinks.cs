using System.Globalization;

namespace Apprentices.Features.Calendar;

/// <summary>How a calendar is looked at.</summary>
public enum CalendarLook
{
    Month,
    Year,
    Wheel,
    Day,
}

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class CalendarLinks
{
    public const string Calendar = "/calendar";
    public const string WhatIf = "/what-if";

    /// <summary>Trying other dates, beginning with those of a record.</summary>
    public static string WhatIfFrom(Guid apprenticeshipId) => $"{WhatIf}?from={apprenticeshipId}";

    /// <summary>All of one day, page by page.</summary>
    public static string Day(DateOnly day, CalendarFilter filter, int page = 1) => Of(CalendarLook.Day, day, filter, page);

    /// <summary>The calendar as it is looked at, at a day, narrowed.</summary>
    public static string Of(CalendarLook look, DateOnly on, CalendarFilter filter, int page = 1)
    {
        List<string> parts = [$"on={on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"];
        if (look != CalendarLook.Month)
        {
            parts.Add($"view={look.ToString().ToLowerInvariant()}");
        }

        if (filter.Trade is { } trade)
        {
            parts.Add($"trade={Uri.EscapeDataString(trade)}");
        }

        if (filter.Workplace is { } workplace)
        {
            parts.Add($"workplace={workplace}");
        }

        if (filter.Supervisor is { } supervisor)
        {
            parts.Add($"supervisor={supervisor}");
        }

        if (page > 1)
        {
            parts.Add($"page={page}");
        }

        return $"{Calendar}?{string.Join('&', parts)}";
    }

    /// <summary>What an address says of the look; the month where it says nothing sensible.</summary>
    public static CalendarLook LookOf(string? view) => Enum.TryParse<CalendarLook>(view, ignoreCase: true, out var look) && Enum.IsDefined(look) ? look : CalendarLook.Month;

    /// <summary>The day an address names; another where it names none.</summary>
    public static DateOnly DayOf(string? on, DateOnly otherwise) =>
        DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : otherwise;
}
