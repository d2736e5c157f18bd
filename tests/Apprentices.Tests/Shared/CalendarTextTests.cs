using System.Text;
using Apprentices.Shared;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Shared;

public sealed class CalendarTextTests
{
    private static readonly DateTimeOffset Written = new(2026, 9, 15, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_line_is_longer_than_75_octets_and_none_is_broken_within_a_letter()
    {
        var text = CalendarText.Of(Meeting() with { Description = string.Concat(Enumerable.Repeat("Blåbærsyltetøy, ", 40)), Location = new string('æ', 300) }, CalendarMethod.Request);

        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Contains($"LOCATION:{new string('æ', 300)}", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_people_call_themselves_it_is_read_back_and_begins_no_line()
    {
        const string Nasty = "Kari \"K;:,\\\r\nATTENDEE:mailto:eve@example.no\r\nNordmann";
        var read = Assert.Single(await CalendarReader.ReadAsync(CalendarText.Of(
            Meeting() with
            {
                Summary = Nasty,
                Location = "Rom 2; Fyret, 3. etg\\øst",
                Attendees = [new CalendarPerson(Nasty, "kari@example.no\r\nX-EVIL:1")],
                Organizer = new CalendarPerson(Nasty, "fra@example.no"),
            },
            CalendarMethod.Request)));

        Assert.Equal("Rom 2; Fyret, 3. etg\\øst", read.Location);
        Assert.Single(read.Attendees);
        Assert.DoesNotContain("X-EVIL", read.Names);
        Assert.Equal("Kari \"K;:,\\\nATTENDEE:mailto:eve@example.no\nNordmann", read.Summary);
        Assert.Equal(1, read.Events);
        Assert.Empty(read.Errors);
    }

    [Fact]
    public async Task The_time_is_that_of_the_clock_in_Oslo_before_and_after_it_is_changed()
    {
        var read = await CalendarReader.ReadAsync([.. new[] { new DateOnly(2026, 10, 23), new DateOnly(2026, 10, 26), new DateOnly(2027, 3, 26), new DateOnly(2027, 3, 29) }
            .Select(day => CalendarText.Of(Meeting() with { On = day, At = new TimeOnly(10, 0) }, CalendarMethod.Request))]);

        Assert.All(read, meeting => Assert.Equal("Europe/Oslo", meeting.Start.Zone));
        Assert.Equal([8, 9, 9, 8], read.Select(meeting => meeting.Start.Utc!.Value.Hour));
        Assert.All(read, meeting => Assert.Equal(TimeSpan.FromMinutes(45), meeting.End.Utc - meeting.Start.Utc));
    }

    [Fact]
    public async Task Without_a_time_it_takes_the_whole_day()
    {
        var read = Assert.Single(await CalendarReader.ReadAsync(CalendarText.Of(Meeting() with { At = null }, CalendarMethod.Cancel)));

        Assert.Equal(("2026-10-23", "2026-10-24", 0), (read.Start.Local, read.End.Local, read.Zones));
        Assert.Equal(("CANCEL", "CANCELLED"), (read.Method, read.Status));
    }

    private static CalendarMeeting Meeting() => new("abc@laerling.example.no", 3, Written, new DateOnly(2026, 10, 23), new TimeOnly(10, 0), 45, "Halvårssamtale 3");
}
