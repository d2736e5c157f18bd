using System.Globalization;

namespace Apprentices.Features.Notifications;

/// <summary>How the days of the week are called where one of them is chosen.</summary>
internal static class NotificationWords
{
    public static string Weekday(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}
