using System.Globalization;
using System.Text.RegularExpressions;

namespace Apprentices.Shared;

/// <summary>Reads a time of day as people here type it: 9, 930, 9.30, 09:30 or kl. 9.30.</summary>
public static partial class TypedTime
{
    /// <returns>The time, or nothing where it is none.</returns>
    public static TimeOnly? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>In digits, as it is typed: 10.00 in Norwegian, 10:00 in English.</summary>
    public static string Digits(TimeOnly time) => time.ToString(SharedTexts.TimeFormat, CultureInfo.CurrentCulture);

    [GeneratedRegex(@"^(?:kl\.?\s*)?(?:(?<h>\d{1,2})(?:[.:,](?<m>\d{2}))?|(?<h>\d{1,2})(?<m>\d{2}))$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Shape();
}
