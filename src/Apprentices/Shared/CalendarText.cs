using System.Globalization;
using System.Text;

namespace Apprentices.Shared;

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

    /// <summary>When it was changed last; empty: nobody knows.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>It was to be, and is not any more.</summary>
    public bool IsOff { get; init; }
}

/// <summary>A calendar that others fetch again and again (METHOD:PUBLISH).</summary>
/// <param name="Name">What the reader sees it called.</param>
/// <param name="Description">What is in it.</param>
/// <param name="FetchEvery">How often it is worth while to fetch it, in whole hours.</param>
/// <param name="Meetings">What is in it; nothing: it is empty, and still a calendar.</param>
public sealed record PublishedCalendar(string Name, string Description, int FetchEvery, IReadOnlyList<CalendarMeeting> Meetings);

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

    /// <summary>The same for all that is ever said of one thing, wherever it is said.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="publicAddress">The address people reach the app by.</param>
    /// <param name="part">Where two things in calendars belong to one thing here: which of them.</param>
    public static string Uid(Guid id, string publicAddress, string part = "") => $"{id:N}{part}@{new Uri(publicAddress).Host}";

    public static string Of(CalendarMeeting meeting, CalendarMethod method)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Folded([.. Head(method), .. meeting.At is null ? [] : Oslo, .. Event(meeting, method == CalendarMethod.Cancel), "END:VCALENDAR"]);
    }

    public static string Of(PublishedCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var every = calendar.FetchEvery.ToString(CultureInfo.InvariantCulture);
        return Folded(
        [
            .. Head(CalendarMethod.Publish),
            $"NAME:{Escaped(calendar.Name)}", $"X-WR-CALNAME:{Escaped(calendar.Name)}",
            $"DESCRIPTION:{Escaped(calendar.Description)}", $"X-WR-CALDESC:{Escaped(calendar.Description)}", "X-WR-TIMEZONE:Europe/Oslo",
            $"REFRESH-INTERVAL;VALUE=DURATION:PT{every}H", $"X-PUBLISHED-TTL:PT{every}H",
            .. Oslo,
            .. calendar.Meetings.SelectMany(meeting => Event(meeting, meeting.IsOff)),
            "END:VCALENDAR",
        ]);
    }

    private static string Folded(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static string[] Head(CalendarMethod method) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Apprentices//Talks//NO", "CALSCALE:GREGORIAN", $"METHOD:{Name(method)}"];

    private static IEnumerable<string> Event(CalendarMeeting meeting, bool isOff) =>
    [
        "BEGIN:VEVENT",
        $"UID:{Escaped(meeting.Uid)}",
        $"SEQUENCE:{meeting.Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{Instant(meeting.Stamp)}",
        .. meeting.ChangedAt is { } changed ? [$"LAST-MODIFIED:{Instant(changed)}"] : Array.Empty<string>(),
        .. Times(meeting),
        $"SUMMARY:{Escaped(meeting.Summary)}",
        .. Property("DESCRIPTION", meeting.Description),
        .. Property("LOCATION", meeting.Location),
        .. meeting.Url is { } url ? [$"URL:{Plain(url)}"] : Array.Empty<string>(),
        .. meeting.Organizer is { } organizer ? [$"ORGANIZER;CN={Quoted(organizer.Name)}:mailto:{Plain(organizer.Email)}"] : Array.Empty<string>(),
        .. meeting.Attendees.Select(one => $"ATTENDEE;CN={Quoted(one.Name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{Plain(one.Email)}"),
        $"STATUS:{(isOff ? "CANCELLED" : "CONFIRMED")}",
        .. meeting.At is null ? ["TRANSP:TRANSPARENT"] : Array.Empty<string>(),
        "CLASS:PRIVATE",
        "END:VEVENT",
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

    private static string Instant(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

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
