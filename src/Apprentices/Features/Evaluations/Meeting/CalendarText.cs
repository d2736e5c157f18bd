using System.Globalization;
using System.Text;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>What a calendar object says of people and things: RFC 5545's own words.</summary>
public enum CalendarMethod
{
    /// <summary>To look at; nobody is asked to answer.</summary>
    Publish,
    Request,
    Cancel,
}

/// <summary>Somebody in a meeting, with the address her calendar is found by.</summary>
public sealed record CalendarPerson(string Name, string Email);

/// <summary>A meeting as calendars know it.</summary>
/// <param name="Uid">The same for all that is ever said of it.</param>
/// <param name="Sequence">Grows with each change.</param>
/// <param name="Stamp">When this was written.</param>
/// <param name="On">The day, in Oslo.</param>
/// <param name="At">The time there; empty: the whole day.</param>
/// <param name="Minutes">How long it lasts.</param>
public sealed record CalendarMeeting(string Uid, int Sequence, DateTimeOffset Stamp, DateOnly On, TimeOnly? At, int Minutes, string Summary)
{
    public string? Description { get; init; }
    public string? Location { get; init; }
    public string? Url { get; init; }
    public CalendarPerson? Organizer { get; init; }
    public IReadOnlyList<CalendarPerson> Attendees { get; init; } = [];
}

/// <summary>
/// Writes a meeting as an iCalendar object (RFC 5545) to publish, to invite to or to cancel (RFC 5546): lines of at most 75
/// octets, times in Oslo's zone, which is described with it. Control characters never come through, so that no name begins a line.
/// </summary>
public static class CalendarText
{
    private const int LongestLine = 75;

    /// <summary>Central European time since 1996, as every calendar knows it; no talk is older.</summary>
    private static readonly string[] Oslo =
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/Oslo",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    public static string Of(CalendarMeeting meeting, CalendarMethod method)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var text = new StringBuilder();
        foreach (var line in Lines(meeting, method))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarMeeting meeting, CalendarMethod method) =>
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Apprentices//Talks//NO", "CALSCALE:GREGORIAN", $"METHOD:{Name(method)}",
        .. meeting.At is null ? [] : Oslo,
        "BEGIN:VEVENT",
        $"UID:{Escaped(meeting.Uid)}",
        $"SEQUENCE:{meeting.Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{meeting.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        .. Times(meeting),
        $"SUMMARY:{Escaped(meeting.Summary)}",
        .. Property("DESCRIPTION", meeting.Description),
        .. Property("LOCATION", meeting.Location),
        .. meeting.Url is { } url ? [$"URL:{Plain(url)}"] : Array.Empty<string>(),
        .. meeting.Organizer is { } organizer ? [$"ORGANIZER;CN={Quoted(organizer.Name)}:mailto:{Plain(organizer.Email)}"] : Array.Empty<string>(),
        .. meeting.Attendees.Select(one => $"ATTENDEE;CN={Quoted(one.Name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{Plain(one.Email)}"),
        $"STATUS:{(method == CalendarMethod.Cancel ? "CANCELLED" : "CONFIRMED")}",
        .. meeting.At is null ? ["TRANSP:TRANSPARENT"] : Array.Empty<string>(),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ];

    /// <summary>By the clock in Oslo, also over the night it is changed; or the whole day.</summary>
    private static string[] Times(CalendarMeeting meeting)
    {
        if (meeting.At is not { } at)
        {
            return [$"DTSTART;VALUE=DATE:{Day(meeting.On)}", $"DTEND;VALUE=DATE:{Day(meeting.On.AddDays(1))}"];
        }

        var from = meeting.On.ToDateTime(at);
        return [$"DTSTART;TZID=Europe/Oslo:{Local(from)}", $"DTEND;TZID=Europe/Oslo:{Local(from.AddMinutes(meeting.Minutes))}"];
    }

    private static IEnumerable<string> Property(string name, string? text) => string.IsNullOrWhiteSpace(text) ? [] : [$"{name}:{Escaped(text)}"];

    private static string Name(CalendarMethod method) => method switch
    {
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => "PUBLISH",
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Local(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>A text value: line breaks, commas, semicolons and backslashes stand escaped (RFC 5545 § 3.3.11).</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ',' or ';' => escaped.Append('\\').Append(letter),
                _ when IsUnsaid(letter) => escaped.Append(' '),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A parameter's value: a quotation mark cannot stand in it (RFC 5545 § 3.2).</summary>
    private static string Quoted(string text) => $"\"{Plain(text).Replace('"', '\'')}\"";

    private static string Plain(string text) => string.Concat(text.Select(letter => IsUnsaid(letter) ? ' ' : letter)).Trim();

    private static bool IsUnsaid(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    /// <summary>Breaks a line where it would pass 75 octets, never within a letter (RFC 5545 § 3.1).</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter);
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
