using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Home;

/// <summary>How the homes say days.</summary>
internal static class HomeWords
{
    /// <summary>Today as the line above a home's heading, with the week's number.</summary>
    public static string Day(DateOnly today)
    {
        var day = Texts.Format(HomeTexts.DayAndWeek, today.ToString(HomeTexts.LongDayFormat, CultureInfo.CurrentCulture), SpokenDate.Week(today));
        return char.ToUpper(day[0], CultureInfo.CurrentCulture) + day[1..];
    }

    /// <summary>The days of a half-year, the first year said only where it differs.</summary>
    public static string Days(HalfYear half) =>
        $"{half.StartsOn.ToString(half.StartsOn.Year == half.EndsOn.Year ? HomeTexts.ShortDayFormat : HomeTexts.ShortDayYearFormat, CultureInfo.CurrentCulture)} – {half.EndsOn.ToString(HomeTexts.ShortDayYearFormat, CultureInfo.CurrentCulture)}";
}
