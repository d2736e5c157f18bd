namespace Apprentices.Domain;

/// <summary>Days of a place: where a day begins is the place's own.</summary>
public static class ZoneDays
{
    /// <summary>The date an instant falls on there.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant of a day there.</summary>
    public static DateTimeOffset StartOf(this TimeZoneInfo zone, DateOnly day) => zone.At(day, TimeOnly.MinValue);

    /// <summary>The instant at which clocks there show a time of a day.</summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = day.ToDateTime(time);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }

    /// <summary>The time of the day that clocks there show at an instant.</summary>
    public static TimeOnly TimeOf(this TimeZoneInfo zone, DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
