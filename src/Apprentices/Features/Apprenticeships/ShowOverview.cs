using System.Linq.Expressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>HR's home: what the law says should have been done, and what the rest of the month asks for; talks and duties together.</summary>
public sealed class ShowOverview(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>How many of each stand on the page; the list has them all.</summary>
    public const int Most = 6;

    public sealed record Result(DateOnly Today, int Active, int OverdueCount, IReadOnlyList<Item> Overdue, int AheadCount, IReadOnlyList<Item> Ahead)
    {
        /// <summary>How many things talks agreed that she does are not done.</summary>
        public int OwnActions { get; init; }
    }

    /// <param name="Due">What and when.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Name">The apprentice; nothing where it is the employer's own.</param>
    /// <param name="Trade">Her trade.</param>
    /// <param name="On">The last day it can be done in time; of a talk ahead, the day agreed on if there is one.</param>
    /// <param name="With">Who sees to it; of a talk the instructor, or else the training manager.</param>
    /// <param name="Agreed">Whether the day was agreed on.</param>
    public sealed record Item(DueRow Due, string Title, string? Name, LocalText? Trade, DateOnly On, string? With, bool Agreed);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOverview);
        var today = user.Today;
        var monthEnd = new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month));

        await using var db = await database.CreateDbContextAsync(cancel);
        var overdue = db.DueTo(user).Where(DueRow.OverdueByLawOn(today));
        var ahead = db.DueTo(user).Where(DueRow.IsOpen).Where(row => row.ActOn >= today
            && (row.IsTalk && row.MeetOn != null && row.MeetOn >= today ? row.MeetOn <= monthEnd : row.ActOn <= monthEnd));
        var (late, soon) = (
            await overdue.OrderBy(row => row.ActOn).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel),
            await ahead.OrderBy(DayOf(today)).ThenBy(row => row.Basis).ThenBy(row => row.Id).Take(Most).ToListAsync(cancel));
        var ids = late.Concat(soon).Select(row => row.ApprenticeshipId).OfType<Guid>().Distinct().ToList();
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user).Where(a => ids.Contains(a.Id)), cancel);
        return new Result(
            today,
            await db.Apprenticeships.VisibleTo(user).CountAsync(Apprenticeship.ActiveOn(today), cancel),
            await overdue.CountAsync(cancel), [.. late.Select(row => ItemOf(row, names, today))],
            await ahead.CountAsync(cancel), [.. soon.Select(row => ItemOf(row, names, today))])
        {
            OwnActions = await db.AgreedActions.VisibleTo(user).Where(AgreedAction.IsTask).CountAsync(action => action.ResponsibleId == user.PersonId && action.DoneOn == null, cancel),
        };
    }

    private static Expression<Func<DueRow, DateOnly?>> DayOf(DateOnly today) =>
        row => row.IsTalk && row.MeetOn != null && row.MeetOn >= today ? row.MeetOn : row.ActOn;

    private static Item ItemOf(DueRow row, DueNames names, DateOnly today)
    {
        var agreed = row.IsTalk && row.MeetOn >= today;
        return new Item(
            row, DutyWords.Title(row, names), names.RecordOf(row)?.Name, names.TradeOf(row), agreed ? row.MeetOn!.Value : row.ActOn,
            names.ResponsibleFor(row) ?? (row.IsTalk ? names.HolderOf(row, AssignmentRole.TrainingManager) : null), agreed);
    }
}
