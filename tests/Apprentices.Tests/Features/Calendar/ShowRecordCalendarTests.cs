using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Calendar;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Calendar;

public sealed class ShowRecordCalendarTests : AppTests
{
    private static readonly DateOnly Start = new(2025, 8, 18);

    [BothDatabases]
    public async Task Lines_come_in_order_with_the_next_day_by_law_explained_first()
    {
        var (hr, tor) = (await Given.HrAsync(), await Given.TrainingManagerAsync("Tor Eide"));
        var hers = await Given.ApprenticeshipAsync(startsOn: Start, trainingManager: tor);

        var record = await ShowAsync(hr, hers);
        var lines = CalendarLines.Of(record);

        Assert.Equal(lines.OrderBy(line => line.From).Select(line => line.From), lines.Select(line => line.From));
        Assert.Equal(DutyKind.RegistrationDeadline, CalendarLines.First(lines, App.Clock.Today)!.Duty!.Kind);
        Assert.StartsWith("Tor Eide", CalendarLines.First(lines, App.Clock.Today)!.Responsible, StringComparison.Ordinal);
        Assert.All(lines.Where(line => line.Duty is not null), line => Assert.NotEmpty(line.Key));
        Assert.Equal(lines.Count(line => line.Duty is not null), lines.Where(line => line.Duty is not null).DistinctBy(line => line.Key).Count());
    }

    [BothDatabases]
    public async Task A_break_that_waits_shows_its_days_and_no_reason_and_the_days_it_would_give()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync());
        var hers = await Given.ApprenticeshipAsync(startsOn: Start, instructor: siv);
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == hers.Id);
            var entry = record.Record(new InterruptionBegun(new(2026, 10, 1), new(2026, 12, 1), 100, Prolongs: true), Decider.Employer, App.Clock.Today);
            db.Add(new EntryReason(entry, InterruptionCause.Sickness, "Langvarig migrene"));
            record.ScheduleDuties(DutyRules.Default);
        });

        var record = await ShowAsync(siv, hers);
        var lines = CalendarLines.Of(record);
        var timeline = RecordTimeline.Of(record, lines);

        Assert.Contains(lines, line => line.Mark == CalendarMarkKind.Break && line.To == new DateOnly(2026, 12, 1));
        var deadline = lines.Single(line => line.Duty?.Kind == DutyKind.RegistrationDeadline);
        Assert.Equal((new DateOnly(2027, 6, 17), new DateOnly(2027, 8, 18)), (deadline.From, deadline.Duty!.ProposedDueOn!.Value));
        Assert.Contains(timeline.Lanes[0].Bars, bar => bar.Waiting);
        Assert.DoesNotContain("migrene", string.Concat(lines.Select(line => line.Title + line.Note)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await CountReasonsAsync(hr));
        Assert.Equal(0, await CountReasonsAsync(siv));
    }

    private async Task<int> CountReasonsAsync(Person who) => await App.DbAsync(db =>
        db.EntryReasons.VisibleTo(new CurrentUser(who.Id, who.Roles, App.Clock.Today)).CountAsync());

    private async Task<ShowRecordCalendar.Result> ShowAsync(Person who, Apprenticeship of) =>
        (await App.As(who).RunAsync((ShowRecordCalendar use) => use.RunAsync(of.Id)))!;
}
