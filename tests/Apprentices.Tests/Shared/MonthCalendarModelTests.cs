using Apprentices.Shared;

namespace Apprentices.Tests.Shared;

public sealed class MonthCalendarModelTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-10-26", "2026-12-06", 6)]
    [InlineData("2027-02-10", "2027-02-01", "2027-02-28", 4)]
    public void A_month_is_shown_in_whole_weeks_from_Monday(string shown, string from, string to, int weeks)
    {
        var range = CalendarRange.Of(CalendarView.Month, Day(shown));

        Assert.Equal((Day(from), Day(to), weeks), (range.From, range.To, range.Weeks));
    }

    [Fact]
    public void A_year_is_shown_in_whole_weeks_too() =>
        Assert.Equal(new CalendarRange(new(2025, 12, 29), new(2027, 1, 3)), CalendarRange.Of(CalendarView.Year, new(2026, 11, 23)));

    [Fact]
    public void A_day_with_more_than_its_cell_has_room_for_says_how_many_more_there_are()
    {
        var slots = CalendarSlot.For(Enumerable.Range(1, 7).Select(number => Entry("2026-11-26", $"Samtale {number}")));

        Assert.Equal(CalendarSlot.MostInACell, slots.Count);
        Assert.Equal((null, 7 - CalendarSlot.MostInACell + 1), (slots[^1].Day, slots[^1].More));
    }

    [Fact]
    public void A_day_that_just_fits_shows_all_with_the_most_pressing_first()
    {
        var slots = CalendarSlot.For([Entry("2026-11-26", "a"), Entry("2026-11-26", "b"), Entry("2026-11-26", "c") with { Tone = DueTone.Late }]);

        Assert.Equal(["c", "a", "b"], slots.OrderBy(slot => slot.Start).Select(slot => slot.Day?.Title));
        Assert.All(slots, slot => Assert.Equal(0, slot.More));
    }

    private static CalendarDay Entry(string day, string title) => new(Day(day), title, "", "/", DueTone.Meeting);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
