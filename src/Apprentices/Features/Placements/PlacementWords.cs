using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Placements;

/// <summary>How placements are said.</summary>
internal static class PlacementWords
{
    public static string Of(HolidayWeek week) => week switch
    {
        HolidayWeek.Easter => PlacementTexts.EasterWeek,
        HolidayWeek.Summer => PlacementTexts.SummerWeeks,
        _ => PlacementTexts.ChristmasWeek,
    };

    public static string Days(DateOnly from, DateOnly to) => from == to
        ? SpokenDate.ShortWithYear(from)
        : $"{(from.Year == to.Year ? SpokenDate.Short(from) : SpokenDate.ShortWithYear(from))} – {SpokenDate.ShortWithYear(to)}";

    /// <summary>How long it lasts, in weeks where it is that long.</summary>
    public static string Length(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        var weeks = (days + 3) / 7;
        return weeks < 1 ? Texts.Count(days, PlacementTexts.DaysOne, PlacementTexts.DaysSeveral) : Texts.Count(weeks, PlacementTexts.WeeksOne, PlacementTexts.WeeksSeveral);
    }

    public static string Instructor(ShowPlacements.Row row) => row.Instructor ?? PlacementTexts.InstructorStays;

    /// <summary>A bar of the timeline in words.</summary>
    public static string Bar(ShowPlacements.Row row) => Texts.Format(PlacementTexts.BarName, row.Workplace, Days(row.FromOn, row.ToOn), Instructor(row));
}
