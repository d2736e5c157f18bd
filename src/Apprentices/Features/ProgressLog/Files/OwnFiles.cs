using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>What files an apprentice may change: those of her own entries, and those of the one she has not saved.</summary>
internal static class OwnFiles
{
    /// <summary>Those that wait for an entry to be saved; then they go with it.</summary>
    public static IQueryable<Attachment> OfDraft(this IQueryable<Attachment> files, CurrentUser user, Guid apprenticeshipId) => files
        .VisibleTo(user)
        .Where(file => file.LogEntryId == null && file.ApprenticeshipId == apprenticeshipId && file.AddedById == user.PersonId);

    /// <summary>Her own entries, with all that is kept of them when they are handed in anew.</summary>
    public static IQueryable<LogEntry> WithFilesOf(this IQueryable<LogEntry> entries, CurrentUser user) => entries
        .VisibleTo(user)
        .Where(entry => entry.Apprenticeship.PersonId == user.PersonId)
        .Include(entry => entry.Attachments)
        .Include(entry => entry.Goals)
        .Include(entry => entry.Tasks)
        .AsSplitQuery();

    /// <summary>
    /// Hands an entry in anew whose files changed while it waited. Whoever is reading it must not approve what she has not seen, so it counts
    /// as changed.
    /// </summary>
    public static void HandInAnew(this AppDbContext db, LogEntry entry, CurrentUser user, DateTimeOffset at)
    {
        if (entry.State == LogState.HandedIn)
        {
            entry.HandIn(user.PersonId, at);
            db.Entry(entry).Property(row => row.Version).IsModified = true;
        }
    }
}
