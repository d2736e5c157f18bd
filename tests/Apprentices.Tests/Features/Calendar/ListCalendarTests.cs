using Apprentices.Domain;
using Apprentices.Features.Calendar;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Calendar;

public sealed class ListCalendarTests : AppTests
{
    private static readonly DateOnly From = new(2026, 9, 1);
    private static readonly DateOnly To = new(2027, 8, 31);

    [BothDatabases]
    public async Task Talks_and_duties_stand_together_in_the_order_of_their_days()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(startsOn: new(2025, 8, 18));

        var items = (await ListAsync(hr)).Items;

        Assert.Equal(items.OrderBy(item => item.Day).Select(item => item.Day), items.Select(item => item.Day));
        Assert.Equal(
            [DutyKind.RegistrationOpens, DutyKind.HalfYearTalk, DutyKind.RegistrationTarget, DutyKind.RegistrationDeadline],
            items.Where(item => item.Kind is DutyKind.RegistrationOpens or DutyKind.RegistrationTarget or DutyKind.RegistrationDeadline || item is { Kind: DutyKind.HalfYearTalk, Number: 3 })
                .Select(item => item.Kind));
        Assert.Equal(new DateOnly(2027, 6, 17), items.Single(item => item.Kind == DutyKind.RegistrationDeadline).Day);
    }

    [BothDatabases]
    public async Task A_supervisor_sees_her_own_and_HR_narrows_to_her()
    {
        var (hr, siv, lise) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.InstructorAsync());
        var hers = await Given.ApprenticeshipAsync(startsOn: new(2025, 8, 18), instructor: siv, workplace: "IT-drift");
        await Given.ApprenticeshipAsync(startsOn: new(2025, 8, 18), instructor: lise, workplace: "Arkiv");

        Assert.All((await ListAsync(siv)).Items, item => Assert.Equal(hers.Id, item.ApprenticeshipId));
        Assert.Equal((await ListAsync(siv)).Total, (await ListAsync(hr, new CalendarFilter(Supervisor: siv.Id))).Total);
        Assert.Equal((await ListAsync(siv)).Total, (await ListAsync(hr, new CalendarFilter(Workplace: hers.WorkplaceId))).Total);
        Assert.Equal(2 * (await ListAsync(siv)).Total, (await ListAsync(hr)).Total);
    }

    [BothDatabases]
    public async Task More_than_can_be_shown_is_counted_by_day_and_one_day_is_read_page_by_page()
    {
        var hr = await Given.HrAsync();
        for (var i = 0; i < 40; i++)
        {
            await Given.ApprenticeshipAsync(startsOn: new(2025, 8, 18));
        }

        var result = await ListAsync(hr);
        var day = await App.As(hr).RunAsync((ListCalendar use) => use.OfDayAsync(new(2027, 6, 17), new CalendarFilter(), 1));

        Assert.Empty(result.Items);
        Assert.Equal(result.Total, result.Counts.Sum(count => count.Items));
        Assert.Equal(40, result.Counts.Single(count => count.Kind == DutyKind.RegistrationDeadline).Items);
        Assert.Equal(40, day.Items.Count(item => item.Kind == DutyKind.RegistrationDeadline));
    }

    private Task<ListCalendar.Result> ListAsync(Person who, CalendarFilter? filter = null) =>
        App.As(who).RunAsync((ListCalendar use) => use.RunAsync(From, To, filter ?? new CalendarFilter()));
}
