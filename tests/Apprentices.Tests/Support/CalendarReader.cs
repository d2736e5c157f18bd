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
        string? Organizer, IReadOnlyList<string> Attendees, IReadOnlyList<string> Names, IReadOnlyList<string> Errors);

    public static async Task<IReadOnlyList<Meeting>> ReadAsync(params string[] calendars)
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
        List<Meeting> read = [];
        while (await reader.StandardOutput.ReadLineAsync() is { } line)
        {
            read.Add(JsonSerializer.Deserialize<Meeting>(line, JsonSerializerOptions.Web)!);
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
