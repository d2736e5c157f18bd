using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Who is up for the final test in the coming year: HR's whole house, a training manager's own; by month and by how far each has come.</summary>
public sealed class ListTestYear(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <summary>So many are shown on a home.</summary>
    public const int FewRows = 5;

    /// <param name="Rows">The page.</param>
    /// <param name="Total">How many there are with month and stage.</param>
    /// <param name="Months">The months with somebody in them, and how many, whatever the stage.</param>
    /// <param name="Stages">How many there are at each stage, in the month.</param>
    /// <param name="OnlyOwn">Whether the reader sees those alone that she follows up.</param>
    public sealed record Result(
        IReadOnlyList<TestYearRow> Rows, int Total, IReadOnlyList<(DateOnly Month, int Count)> Months, IReadOnlyDictionary<TestStage, int> Stages, bool OnlyOwn);

    public async Task<Result> RunAsync(TestYearQuery query, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTestYear);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = query.Chosen(db, user);
        var days = await chosen.Select(row => row.PassedOn ?? row.FirstDayOn ?? (row.EndsOn < row.Today ? row.Today : row.EndsOn)).ToListAsync(cancel);
        var inMonth = query.InMonth(chosen);
        var stages = await StagesAsync(inMonth, cancel);
        var narrowed = query.Stage is { } stage ? inMonth.Where(TestYearRow.At(stage)) : inMonth;
        var rows = await TestYearQuery.Sorted(narrowed).Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        return new Result(
            rows, query.Stage is { } counted ? stages[counted] : stages.Values.Sum(),
            [.. days.GroupBy(day => new DateOnly(day.Year, day.Month, 1)).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))],
            stages, !user.IsPersonnel);
    }

    /// <summary>The trades and counties the list may be narrowed to.</summary>
    public async Task<(IReadOnlyList<RecordChoices.Trade> Trades, IReadOnlyList<County> Counties)> ReadChoicesAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTestYear);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.VisibleTo(user);
        var trades = await db.Curricula.Where(c => open.Any(a => a.CurriculumCode == c.Code))
            .OrderBy(c => c.Code).Select(c => new RecordChoices.Trade(c.Code, c.Trade)).ToListAsync(cancel);
        var numbers = await open.Select(a => a.CountyNumber).Distinct().ToListAsync(cancel);
        return (trades, [.. County.All.Where(county => numbers.Contains(county.Number))]);
    }

    /// <summary>The next few of those a training manager follows up.</summary>
    public async Task<IReadOnlyList<TestYearRow>> RunOwnAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTestYear);

        var (me, today) = (user.PersonId, user.Today);
        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = new TestYearQuery().Chosen(db, user).Where(row => row.PassedOn == null && db.Assignments.Any(s => s.ApprenticeshipId == row.Id && s.PersonId == me
            && s.Role == AssignmentRole.TrainingManager && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
        return await TestYearQuery.Sorted(rows).Take(FewRows).ToListAsync(cancel);
    }

    private static async Task<IReadOnlyDictionary<TestStage, int>> StagesAsync(IQueryable<TestYearRow> rows, CancellationToken cancel)
    {
        var (none, sent, approved, agreed, held, passed) = (
            TestYearRow.At(TestStage.NotRegistered), TestYearRow.At(TestStage.Sent), TestYearRow.At(TestStage.Approved), TestYearRow.At(TestStage.DatesAgreed),
            TestYearRow.At(TestStage.Held), TestYearRow.At(TestStage.Passed));
        var counts = await rows.GroupBy(_ => 1).Select(all => new[]
        {
            all.AsQueryable().Count(none), all.AsQueryable().Count(sent), all.AsQueryable().Count(approved),
            all.AsQueryable().Count(agreed), all.AsQueryable().Count(held), all.AsQueryable().Count(passed),
        }).SingleOrDefaultAsync(cancel) ?? new int[6];
        return Enum.GetValues<TestStage>().ToDictionary(stage => stage, stage => counts[(int)stage]);
    }
}
