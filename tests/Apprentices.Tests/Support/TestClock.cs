using Apprentices.Platform;

namespace Apprentices.Tests.Support;

/// <summary>A clock in the office's zone that stands still until a test moves it. It begins on a Tuesday at ten.</summary>
public sealed class TestClock : TimeProvider
{
    public static DateOnly FirstDay { get; } = new(2026, 9, 15);

    private DateTimeOffset now;

    public TestClock() => Reset();

    public override TimeZoneInfo LocalTimeZone => OfficeTime.Zone;

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, OfficeTime.Zone).DateTime);

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Sets the office's clock; without a time it is ten in the morning.</summary>
    public void Set(DateOnly day, TimeOnly? time = null) => now = InOslo(day, time ?? new TimeOnly(10, 0));

    /// <summary>Back to where it begins.</summary>
    public void Reset() => Set(FirstDay);

    public void Advance(TimeSpan by) => now += by;

    private static DateTimeOffset InOslo(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        return new DateTimeOffset(wall, OfficeTime.Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
