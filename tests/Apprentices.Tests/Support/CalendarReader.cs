using System.Diagnostics;
using System.Text.Json;

namespace Apprentices.Tests.Support;

/// <summary>Reads iCalendar objects with a library of somebody else's (python3-icalendar), as a calendar program would.</summary>
public static class CalendarReader
{
    private const string Python = "/usr/bin/python3";
    private static readonly Lazy<Task<bool>> IsThere = new(IsThereAsync);

    public sealed record Moment(string Local, DateTimeOffset? Utc, string? Zone);

    /// <summary>What it understood.</summary>
    public sealed record Meeting(
        string Method, int Events, int Zones, string Uid, int Sequence, string Status, Moment Start, Moment End, string Summary, string? Location, string? Url,
        string? Organizer, IReadOnlyList<string> Attendees, IReadOnlyList<string> Names, IReadOnlyList<string> Errors, DateTimeOffset? Changed);

    /// <summary>A calendar of many meetings.</summary>
    /// <param name="Parts">All that is in it: time zones and meetings.</param>
    public sealed record Calendar(string Method, string Name, string About, int Zones, int Parts, IReadOnlyList<Meeting> All);

    /// <summary>Of each the first meeting.</summary>
    public static Task<IReadOnlyList<Meeting>> ReadAsync(params string[] calendars) => ReadAsync<Meeting>(calendars);

    /// <summary>All of one that is published.</summary>
    public static async Task<Calendar> ReadAllAsync(string calendar) => Assert.Single(await ReadAsync<Calendar>(calendar));

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(params string[] calendars)
    {
        if (!await IsThere.Value)
        {
            Missing.Skip("A calendar reader (python3-icalendar)");
        }

        using var reader = Start(Path.Combine(AppContext.BaseDirectory, "Support", "read_calendar.py"));
        foreach (var calendar in calendars)
        {
            await reader.StandardInput.WriteLineAsync(JsonSerializer.Serialize(calendar));
        }

        reader.StandardInput.Close();
        List<T> read = [];
        while (await reader.StandardOutput.ReadLineAsync() is { } line)
        {
            read.Add(JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!);
        }

        await reader.WaitForExitAsync();
        Assert.Equal(calendars.Length, read.Count);
        return read;
    }

    private static async Task<bool> IsThereAsync()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var check = Start("-c", "import icalendar");
        check.StandardInput.Close();
        await check.WaitForExitAsync();
        return check.ExitCode == 0;
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
