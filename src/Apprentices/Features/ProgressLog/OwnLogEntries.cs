using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>The entries somebody wrote herself, with all that an entry says: nobody else hands in, takes back or deletes them.</summary>
internal static class OwnLogEntries
{
    public static IQueryable<LogEntry> OwnEntries(this AppDbContext db, CurrentUser user) => db.LogEntries
        .VisibleTo(user)
        .Where(entry => entry.Apprenticeship.PersonId == user.PersonId)
        .Include(entry => entry.Goals).Include(entry => entry.Tasks).Include(entry => entry.Attachments)
        .AsSplitQuery();
}
