using Apprentices.Features.Calendar;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>Calendars, and trying dates.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfCalendars() =>
    [
        Read<ShowRecordCalendar>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ListCalendar>(async (use, at) => (await use.RunAsync(at.Apprenticeship.StartsOn, at.Apprenticeship.EndsOn, new CalendarFilter())).Items.Any(item => item.ApprenticeshipId == at.Id)),
        Read<ListCalendar>(async (use, at) =>
            (await use.OfDayAsync(at.Planned.DueOn, new CalendarFilter(), 1)).Items.Any(item => item.ApprenticeshipId == at.Id), "one day"),
        Read<ReadCalendarChoices>(async (use, at) => (await use.RunAsync()).Supervisors.Any(choice => choice.Id == at[Seat.Instructor]!.Id)),
        Read<TryDates>(async (use, at) => (await use.BeginAsync(at.Id)).Of is not null, "from hers"),
        Read<TryDates>(async (use, _) => await use.RunAsync(new TryDates.Input { StartsOn = new(2026, 8, 17), Months = 24, Curriculum = Given.CurriculumCode, County = "03" })),
        Read<AnswerWhatIf>(async (use, _) => await use.RunAsync(new WhatIfQuestion(new(2026, 8, 17), Given.CurriculumCode, "03") { Months = 24 })),
    ];
}
