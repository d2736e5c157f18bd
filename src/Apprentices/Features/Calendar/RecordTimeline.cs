using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Calendar;

/// <summary>Draws a record's calendar as a timeline: half-years, workplaces, talks, deadlines, and the days of the final test.</summary>
internal static class RecordTimeline
{
    public static TimelineModel Of(ShowRecordCalendar.Result record, IReadOnlyList<CalendarLine> lines)
    {
        var (period, proposed) = (record.State.Period, record.State.ProposedPeriod);
        var end = proposed.EndsOn > period.EndsOn ? proposed.EndsOn : period.EndsOn;
        var unmoved = period.StatedEndsOn;
        return new TimelineModel(
            period.StartsOn, end, record.Today,
            [
                new TimelineLane(CalendarTexts.LaneHalfYears, [.. HalfYears(record), .. Breaks(record)], []),
                new TimelineLane(CalendarTexts.LaneWorkplaces, [.. Workplaces(record), .. Breaks(record)], []),
                new TimelineLane(CalendarTexts.LaneTalks, [], [.. Talks(lines)]),
                new TimelineLane(CalendarTexts.LaneDeadlines, [], [.. Deadlines(lines)]),
                new TimelineLane(CalendarTexts.LaneTest, [.. Windows(lines)], []),
            ],
            unmoved != period.EndsOn && unmoved > period.StartsOn && unmoved < end ? new TimelineNote(unmoved, CalendarTexts.FormerEnd) : null);
    }

    private static IEnumerable<TimelineBar> HalfYears(ShowRecordCalendar.Result record)
    {
        foreach (var half in record.State.Period.HalfYears)
        {
            yield return new TimelineBar(
                half.StartsOn, half.EndsOn, Texts.Format(CalendarTexts.HalfYear, half.Number),
                half.EndsOn < record.Today ? TimelineBarKind.Past : half.StartsOn > record.Today ? TimelineBarKind.Ahead : TimelineBarKind.Current,
                Texts.Format(CalendarTexts.HalfYearShort, half.Number));
        }

        // What the county is asked for stands behind the end in dashes.
        var (end, proposed) = (record.State.Period.EndsOn, record.State.ProposedPeriod.EndsOn);
        if (proposed > end)
        {
            yield return new TimelineBar(end.AddDays(1), proposed, CalendarTexts.Asked, TimelineBarKind.Ahead, Waiting: true);
        }
    }

    private static IEnumerable<TimelineBar> Breaks(ShowRecordCalendar.Result record) => record.State.Breaks.Where(away => !away.IsRefused)
        .Select(away => new TimelineBar(
            away.FromOn, Min(away.ToOn ?? record.State.Period.EndsOn, record.State.ProposedPeriod.EndsOn), CalendarTexts.BreakShort, TimelineBarKind.Break, Waiting: away.IsWaiting));

    private static IEnumerable<TimelineBar> Workplaces(ShowRecordCalendar.Result record)
    {
        var periods = record.State.Workplaces;
        for (var place = 0; place < periods.Count; place++)
        {
            var last = place + 1 < periods.Count ? periods[place + 1].FromOn.AddDays(-1) : record.State.Period.EndsOn;
            if (last >= periods[place].FromOn)
            {
                yield return new TimelineBar(periods[place].FromOn, last, record.Workplaces.GetValueOrDefault(periods[place].Value) ?? "", TimelineBarKind.Place);
            }
        }
    }

    private static IEnumerable<TimelineMark> Talks(IReadOnlyList<CalendarLine> lines) => lines.Where(line => line.Duty?.Kind == DutyKind.HalfYearTalk)
        .Select(line => new TimelineMark(
            line.From, "", line.Mark == CalendarMarkKind.Held ? TimelineMarkKind.Held : TimelineMarkKind.Planned, line.Duty!.Number, line.Duty.IsOnlyProposed));

    private static IEnumerable<TimelineMark> Deadlines(IReadOnlyList<CalendarLine> lines) => lines
        .Where(line => line.Duty?.Kind is DutyKind.RegistrationOpens or DutyKind.RegistrationTarget or DutyKind.RegistrationDeadline or DutyKind.ProbationEnds or DutyKind.Appeal)
        .Select(line => new TimelineMark(
            line.From,
            line.Duty!.Kind switch
            {
                DutyKind.RegistrationOpens => CalendarTexts.MarkOpens,
                DutyKind.RegistrationTarget => CalendarTexts.MarkTarget,
                DutyKind.ProbationEnds => CalendarTexts.MarkProbation,
                DutyKind.Appeal => CalendarTexts.MarkAppeal,
                _ => CalendarTexts.MarkDeadline,
            },
            line.Duty.Basis == DutyBasis.Law ? TimelineMarkKind.Law : TimelineMarkKind.House, null, line.Duty.IsOnlyProposed));

    private static IEnumerable<TimelineBar> Windows(IReadOnlyList<CalendarLine> lines) => lines.Where(line => line is { Mark: CalendarMarkKind.Window, To: not null })
        .Select(line => new TimelineBar(
            line.From, line.To!.Value, $"{SpokenDate.Short(line.From)}–{SpokenDate.Short(line.To.Value)}", TimelineBarKind.Window, Waiting: line.Duty!.IsOnlyProposed));

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}
