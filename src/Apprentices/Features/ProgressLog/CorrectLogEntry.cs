using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>An apprentice corrects an entry of her own, and hands it in, or leaves an open or returned one where it stands.</summary>
public sealed class CorrectLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="entryId">Which entry.</param>
    /// <param name="version">The entry as it was when the form was opened.</param>
    /// <param name="input">What it shall say.</param>
    /// <param name="handIn">Whether it goes to her supervisors now. One that has gone to them goes anew, whatever is said here.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">The text, the day, the goals or the tasks are impossible, or it is locked.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It was changed elsewhere in the meantime.</exception>
    /// <exception cref="NotThereException">It is not there, or not her own.</exception>
    public async Task RunAsync(Guid entryId, int version, WriteLogEntry.Input input, bool handIn = true, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries.WithFilesOf(user)
            .Where(entry => entry.Id == entryId)
            .Include(entry => entry.Apprenticeship).ThenInclude(a => a.Plan)
            .Include(entry => entry.Apprenticeship).ThenInclude(a => a.Tasks)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();

        var row = db.Entry(entry).Property(e => e.Version);
        row.OriginalValue = version;
        row.IsModified = true;
        var contract = entry.Apprenticeship;
        entry.Rewrite(
            contract, input.WorkedOn ?? entry.WorkedOn, input.Text ?? "", LogTies.GoalsOf(contract, input), user.Today, LogTies.DetailsOf(contract, input));
        if (handIn || entry.State is not LogState.Open)
        {
            entry.HandIn(user.PersonId, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
    }
}
