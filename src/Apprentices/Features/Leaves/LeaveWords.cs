using Apprentices.Shared;

namespace Apprentices.Features.Leaves;

/// <summary>How the days of a leave are said.</summary>
internal static class LeaveWords
{
    public static string Days(DateOnly from, DateOnly to) =>
        from == to ? SpokenDate.DayAndYear(from) : Texts.Format(LeaveTexts.FromTo, SpokenDate.DayAndYear(from), SpokenDate.DayAndYear(to));
}
