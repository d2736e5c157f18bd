using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Standings;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Standings;

/// <summary>The clock's first day is Tuesday 15 September 2026.</summary>
public sealed class ShowLoadTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Counts_apprentices_of_ones_own_and_as_a_deputy_and_sorts_by_what_waits()
    {
        var (hr, siv, lise) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Lise Holm"));
        var first = await Given.ApprenticeshipAsync(instructor: siv);
        await Given.ApprenticeshipAsync(instructor: siv);
        await Given.ApprenticeshipAsync(instructor: lise);
        await Given.ApprenticeshipAsync(instructor: lise, startsOn: Today.AddYears(-4));
        await ChangeAsync(first.Id, record => record.Deputise(lise, AssignmentRole.Instructor, Today, Today.AddDays(5)), lise);
        await HandInAsync(first.Id, -9, hour: 10);

        var rows = await LoadAsync(hr);

        Assert.Equal([("Lise Holm", 1, 1, 1, (int?)9), ("Siv Åmot", 2, 0, 1, 9)], rows.OrderBy(row => row.Name).Select(row => (row.Name, row.Own, row.AsDeputy, row.Waiting, row.OldestDays)));
    }

    /// <summary>
    /// Handed in on Friday 4 September and answered on Monday the 7th: one working day. From Monday the 7th to Wednesday the 9th: two.
    /// The same day: none. In the middle: one. An answer from a hundred days ago does not count.
    /// </summary>
    [BothDatabases]
    public async Task The_response_time_is_the_middle_one_in_working_days()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"));
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await AnswerAsync(new(2026, 9, 4), new(2026, 9, 7));
        await AnswerAsync(new(2026, 9, 7), new(2026, 9, 9), returns: true);
        await AnswerAsync(new(2026, 9, 8), new(2026, 9, 8));
        await AnswerAsync(Today.AddDays(-120), Today.AddDays(-100));

        await AnswerAsync(new(2026, 9, 1), new(2026, 9, 9), undoes: true);

        var row = Assert.Single(await LoadAsync(hr));
        Assert.Equal((3, 1.0), (row.Answers, row.MedianDays));

        async Task AnswerAsync(DateOnly handedIn, DateOnly answered, bool returns = false, bool undoes = false)
        {
            var id = await HandInAsync(contract.Id, handedIn.DayNumber - Today.DayNumber, hour: 9);
            var at = new DateTimeOffset(answered, new TimeOnly(12, 0), TimeSpan.FromHours(2)).ToUniversalTime();
            await App.ChangeAsync(async db =>
            {
                var entry = await db.LogEntries.Include(e => e.Events).SingleAsync(e => e.Id == id);
                if (returns)
                {
                    entry.Return(siv.Id, "Si mer.", at);
                }
                else
                {
                    entry.Approve(new LogApprover(siv.Id, IsTrainingManager: false), needsTwo: false, at);
                }

                if (undoes)
                {
                    entry.UndoApproval(siv.Id, at.AddMinutes(3));
                }
            });
        }
    }

    [BothDatabases]
    public async Task What_waits_waits_for_the_instructor_and_after_her_or_without_her_for_the_training_manager()
    {
        var (hr, siv, tor) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        var (both, alone) = (await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor), await Given.ApprenticeshipAsync(trainingManager: tor));
        await HandInAsync(both.Id, -2, hour: 9);
        var half = await HandInAsync(both.Id, -3, hour: 9);
        await HandInAsync(alone.Id, -1, hour: 9);
        await App.ChangeAsync(async db => (await db.LogEntries.Include(e => e.Events).SingleAsync(e => e.Id == half))
            .Approve(new LogApprover(siv.Id, IsTrainingManager: false), needsTwo: true, App.Clock.GetUtcNow()));

        Assert.Equal([("Tor Eide", 2, (int?)3), ("Siv Åmot", 1, 2)], (await LoadAsync(hr)).Select(row => (row.Name, row.Waiting, row.OldestDays)));
    }

    /// <summary>The first talk of a contract that began nearly six months ago is due within the month, for the instructor.</summary>
    [BothDatabases]
    public async Task A_talk_that_is_due_counts_with_whoever_holds_it()
    {
        var (hr, siv, tor) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor, startsOn: Today.AddMonths(-6).AddDays(10));
        await Given.ApprenticeshipAsync(instructor: siv, startsOn: Today.AddMonths(-2));

        Assert.Equal([("Siv Åmot", 1), ("Tor Eide", 0)], (await LoadAsync(hr)).Select(row => (row.Name, row.TalksDue)).Order());
    }

    private async Task<IReadOnlyList<ShowLoad.Row>> LoadAsync(Person hr) => (await App.As(hr).RunAsync((ShowLoad use) => use.RunAsync(new Page(0, ShowLoad.PageSize)))).Rows;

    private Task ChangeAsync(Guid id, Action<Apprenticeship> change, Person? known = null) => App.ChangeAsync(async db =>
    {
        if (known is not null)
        {
            db.Attach(known);
        }

        change(await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == id));
    });

    private async Task<Guid> HandInAsync(Guid id, int days, int hour)
    {
        var (day, made) = (Today.AddDays(days), Guid.Empty);
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == id);
            var entry = HandedIn.Entry(record, day, "Tekst", [record.Plan[0]], new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.FromHours(2)).ToUniversalTime(), Today);
            db.Add(entry);
            made = entry.Id;
        });
        return made;
    }
}
