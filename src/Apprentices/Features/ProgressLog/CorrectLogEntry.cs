using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice corrects an entry of her own.</summary>
public sealed class CorrectLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="entryId">Which entry.</param>
    /// <param name="version">The entry as it was when the form was opened.</param>
    /// <param name="input">What it shall say.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">The text, the day or the goals are impossible.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It was changed elsewhere in the meantime.</exception>
    /// <exception cref="NotThereException">It is not there, or not her own.</exception>
    public async Task RunAsync(Guid entryId, int version, WriteLogEntry.Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries
            .VisibleTo(user)
            .Where(entry => entry.Id == entryId && entry.Apprenticeship.PersonId == user.PersonId)
            .Include(entry => entry.Goals)
            .Include(entry => entry.Apprenticeship).ThenInclude(a => a.Plan)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();

        var row = db.Entry(entry).Property(e => e.Version);
        row.OriginalValue = version;
        row.IsModified = true;
        entry.Rewrite(
            entry.Apprenticeship, input.WorkedOn ?? entry.WorkedOn, input.Text ?? "", LogGoals.Of(entry.Apprenticeship, input.GoalIds), user.Today);
        entry.HandIn(user.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
