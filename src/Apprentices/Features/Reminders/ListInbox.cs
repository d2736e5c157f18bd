using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>Which of one's reminders to look at.</summary>
public enum InboxShow
{
    /// <summary>Those not put aside.</summary>
    Open,
    Unread,

    /// <summary>Those put aside.</summary>
    Done,
    All,
}

/// <summary>The reminders one has got and that were not called off, the latest first.</summary>
public sealed class ListInbox(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    /// <param name="Show">Which of them.</param>
    /// <param name="Kind">About what; empty: whatever it is.</param>
    public sealed record Query(InboxShow Show = InboxShow.Open, ReminderSubject? Kind = null);

    /// <param name="Rows">The page.</param>
    /// <param name="Total">How many there are of those asked for.</param>
    /// <param name="Unread">How many of all are unread.</param>
    public sealed record Result(IReadOnlyList<ReminderItem> Rows, int Total, int Unread)
    {
        /// <summary>How many there are of each to look at, whatever they are about.</summary>
        public required IReadOnlyDictionary<InboxShow, int> Shown { get; init; }

        /// <summary>How many there are about what, of those looked at; what there is none of is not in it.</summary>
        public required IReadOnlyDictionary<ReminderSubject, int> Kinds { get; init; }
    }

    private sealed record Part(ReminderSubject Subject, bool IsDone, bool IsUnread, int Count)
    {
        public bool IsShown(InboxShow show) => show switch
        {
            InboxShow.Open => !IsDone,
            InboxShow.Unread => IsUnread,
            InboxShow.Done => IsDone,
            _ => true,
        };
    }

    public async Task<Result> RunAsync(Page page, Query? query = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseInbox);
        var asked = query ?? new Query();

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = db.Reminders.VisibleTo(user).Where(r => r.CancelledAt == null);
        var parts = await mine
            .GroupBy(r => new { r.Subject, IsDone = r.DoneAt != null, IsUnread = r.ReadAt == null })
            .Select(part => new Part(part.Key.Subject, part.Key.IsDone, part.Key.IsUnread, part.Count()))
            .ToListAsync(cancel);
        var rows = await ReminderItem.ReadAsync(
            db, Narrow(mine, asked).OrderByDescending(r => r.QueuedAt).ThenBy(r => r.DueOn).ThenBy(r => r.Id).Skip(page.Skip).Take(page.Take),
            progress.Value.Reckoning(clock), user.Today, cancel);
        var shown = parts.Where(part => part.IsShown(asked.Show)).ToList();
        return new Result(
            rows, shown.Where(part => asked.Kind is null || part.Subject == asked.Kind).Sum(part => part.Count), parts.Where(part => part.IsUnread).Sum(part => part.Count))
        {
            Shown = Enum.GetValues<InboxShow>().ToDictionary(show => show, show => parts.Where(part => part.IsShown(show)).Sum(part => part.Count)),
            Kinds = shown.GroupBy(part => part.Subject).ToDictionary(kind => kind.Key, kind => kind.Sum(part => part.Count)),
        };
    }

    private static IQueryable<Reminder> Narrow(IQueryable<Reminder> mine, Query query)
    {
        mine = query.Show switch
        {
            InboxShow.Open => mine.Where(r => r.DoneAt == null),
            InboxShow.Unread => mine.Where(r => r.ReadAt == null),
            InboxShow.Done => mine.Where(r => r.DoneAt != null),
            _ => mine,
        };
        return query.Kind is { } kind ? mine.Where(r => r.Subject == kind) : mine;
    }
}
