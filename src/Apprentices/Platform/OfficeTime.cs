using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>The clock on the office's wall. A day begins at midnight in Oslo, wherever the server stands.</summary>
public sealed class OfficeTime : TimeProvider
{
    private OfficeTime() { }

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public static TimeProvider Clock { get; } = new OfficeTime();

    public override TimeZoneInfo LocalTimeZone => Zone;
}

public static class TimeProviderDays
{
    /// <summary>The date in Oslo; rules take it as an argument and never ask the clock themselves.</summary>
    public static DateOnly Today(this TimeProvider clock) => clock.DayOf(clock.GetUtcNow());

    /// <summary>The date an instant falls on in Oslo.</summary>
    public static DateOnly DayOf(this TimeProvider clock, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.LocalTimeZone.DayOf(instant);
    }

    /// <summary>The first instant of a day in Oslo.</summary>
    public static DateTimeOffset StartOf(this TimeProvider clock, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return clock.LocalTimeZone.StartOf(day);
    }
}
