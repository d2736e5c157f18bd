using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>A page of what falls due on the records one may see, talks and duties together, and how many each filter would show.</summary>
public sealed class ListDeadlines(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <param name="Due">What and when.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Apprentice">Whose; nothing for the employer's own.</param>
    /// <param name="Trade">Her trade, or that of the approval it is about.</param>
    /// <param name="Workplace">Where she works, or the department that is approved.</param>
    /// <param name="Responsible">The name of who sees to it, where the record has one.</param>
    /// <param name="IsOwn">Whether it is the reader's own record.</param>
    /// <param name="MayFinish">Whether it takes no more than a press of the reader's to have it done today.</param>
    public sealed record Row(DueRow Due, string Title, string? Apprentice, LocalText? Trade, string? Workplace, string? Responsible, bool IsOwn, bool MayFinish);

    /// <param name="Rows">The page.</param>
    /// <param name="Hits">How many there are on each filter, with the same choices.</param>
    /// <param name="HasMine">Whether there is more to see than what is the reader's own to see to.</param>
    /// <param name="OnlyMine">Whether it is narrowed to what the reader sees to herself.</param>
    /// <param name="OnlyOwn">Whether the reader sees no other record than her own.</param>
    /// <param name="MayDownload">Whether the reader may take the list away.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, Hits Hits, bool HasMine, bool OnlyMine, bool OnlyOwn, bool MayDownload);

    public sealed record Hits(int NeedsAction, int Overdue, int Next30Days, int Sent, int FromBefore, int Done, int Open)
    {
        public static Hits None { get; } = new(0, 0, 0, 0, 0, 0, 0);

        public int Of(DeadlineFilter filter) => filter switch
        {
            DeadlineFilter.NeedsAction => NeedsAction,
            DeadlineFilter.Overdue => Overdue,
            DeadlineFilter.Next30Days => Next30Days,
            DeadlineFilter.Sent => Sent,
            DeadlineFilter.FromBefore => FromBefore,
            DeadlineFilter.Done => Done,
            _ => Open,
        };
    }

    public async Task<Result> RunAsync(DeadlineQuery query, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = query.Chosen(db, user);
        var hits = await CountAsync(chosen, user.Today, cancel);
        var due = await query.Sorted(query.Narrowed(chosen, user.Today), user.Today).Skip(page.Skip).Take(page.Take).ToListAsync(cancel);
        var ids = due.Select(row => row.ApprenticeshipId).OfType<Guid>().Distinct().ToList();
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user).Where(a => ids.Contains(a.Id)), cancel);
        var isStaff = user.IsPersonnel || user.IsAny(Roles.Instructor | Roles.TrainingManager);
        return new Result(
            [.. due.Select(row => RowOf(row, names, user))], hits,
            HasMine: isStaff, OnlyMine: query.PersonFor(user) == user.PersonId, OnlyOwn: !isStaff, MayDownload: user.Allows(Policy.ExportLists));
    }

    private static Row RowOf(DueRow row, DueNames names, CurrentUser user) => new(
        row, DutyWords.Title(row, names), names.RecordOf(row)?.Name, names.TradeOf(row), names.WorkplaceOf(row), names.ResponsibleFor(row),
        row.PersonId == user.PersonId, user.Allows(Policy.SettleDuties) && row.PersonId != user.PersonId && IsDoneByAPress(row));

    /// <summary>Not what is entered in the record, what has a paper of its own, or what is first sent and then answered.</summary>
    private static bool IsDoneByAPress(DueRow row) => row is { IsTalk: false, State: DutyState.Open } && !TrackedDuty.IsEntered(row.Kind)
        && row.Kind is not (DutyKind.Notice or DutyKind.Attest) && (!TrackedDuty.IsSent(row.Kind) || row.SentOn is not null);

    private static async Task<Hits> CountAsync(IQueryable<DueRow> rows, DateOnly today, CancellationToken cancel)
    {
        var horizon = today.AddDays(DueRow.HorizonDays);
        var (action, overdue, soon) = (DueRow.NeedsActionBy(horizon), DueRow.OverdueOn(today), DueRow.DueBetween(today, horizon));
        var (sent, before, done, open) = (DueRow.WaitsForAnswer, DueRow.FromBefore, DueRow.SettledSince(today.AddDays(-DueRow.DoneDays)), DueRow.IsOpen);
        return await rows
            .GroupBy(_ => 1)
            .Select(all => new Hits(
                all.AsQueryable().Count(action), all.AsQueryable().Count(overdue), all.AsQueryable().Count(soon), all.AsQueryable().Count(sent),
                all.AsQueryable().Count(before), all.AsQueryable().Count(done), all.AsQueryable().Count(open)))
            .SingleOrDefaultAsync(cancel) ?? Hits.None;
    }
}
