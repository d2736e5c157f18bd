using System.Globalization;
using System.Text.RegularExpressions;

namespace Apprentices.Shared;

/// <summary>Reads how long something took as people here type it: 7,5 or 7.5 or 7:30 or 7.30 or 7 t 30 min; and says it.</summary>
public static partial class TypedDuration
{
    private const int MinutesOfAnHour = 60;

    /// <returns>The minutes; nothing if it is no duration.</returns>
    public static int? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (HoursAndMinutes().Match(text.Trim()) is { Success: true } clock)
        {
            return (Whole(clock, "h") * MinutesOfAnHour) + Whole(clock, "m");
        }

        if (Hours().Match(text.Trim()) is { Success: true } hours)
        {
            var part = decimal.Parse($"0.{(hours.Groups["part"].Success ? hours.Groups["part"].Value : "0")}", CultureInfo.InvariantCulture);
            return (int)Math.Round((Whole(hours, "h") + part) * MinutesOfAnHour, MidpointRounding.AwayFromZero);
        }

        return Minutes().Match(text.Trim()) is { Success: true } minutes ? Whole(minutes, "m") : null;
    }

    /// <summary>In hours and minutes, so that nobody takes 7:30 for 7.3 hours: "7 t 30 min".</summary>
    public static string Spoken(int minutes) => (minutes / MinutesOfAnHour, minutes % MinutesOfAnHour) switch
    {
        (0, var rest) => Texts.Format(SharedTexts.Minutes, rest),
        (var hours, 0) => Texts.Format(SharedTexts.Hours, hours),
        var (hours, rest) => Texts.Format(SharedTexts.HoursAndMinutes, hours, rest),
    };

    private static int Whole(Match match, string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>A point before two digits is the clock's, as in 7.30; before one digit, or a comma, it parts hours into tenths.</summary>
    [GeneratedRegex(@"^(?<h>\d{1,3})(?:[:.](?<m>[0-5]\d)|\s*(?:t|h|tim(?:e|er|ar)|hours?)\.?\s*(?<m>[0-5]?\d)\s*(?:m[a-z]*\.?)?)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex HoursAndMinutes();

    [GeneratedRegex(@"^(?<h>\d{1,3})(?:[,.](?<part>\d{1,2}))?\s*(?:t|h|tim(?:e|er|ar)|hours?)?\.?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Hours();

    [GeneratedRegex(@"^(?<m>\d{1,4})\s*m[a-z]*\.?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Minutes();
}
