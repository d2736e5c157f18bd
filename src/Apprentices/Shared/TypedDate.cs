using System.Globalization;
using System.Text.RegularExpressions;

namespace Apprentices.Shared;

/// <summary>Reads a date as people here type it: 15.8.2026, 15.08.26, 15/8-2026, 15082026 or 2026-08-15.</summary>
public static partial class TypedDate
{
    public enum Reading
    {
        NotADate,
        NoSuchDay,
        Day,
    }

    public static Reading Read(string text, out DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(text);
        day = default;
        var match = DayFirst().Match(text.Trim());
        if (!match.Success)
        {
            match = YearFirst().Match(text.Trim());
        }

        if (!match.Success)
        {
            return Reading.NotADate;
        }

        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, dayOfMonth) = (Part("y"), Part("m"), Part("d"));
        year += year < 100 ? 2000 : 0;
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return Reading.NoSuchDay;
        }

        day = new DateOnly(year, month, dayOfMonth);
        return Reading.Day;
    }

    [GeneratedRegex(@"^(?<d>\d{1,2})[./ -]\s?(?<m>\d{1,2})[./ -]\s?(?<y>\d{4}|\d{2})$|^(?<d>\d{2})(?<m>\d{2})(?<y>\d{4})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex YearFirst();
}
