using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Platform;

/// <summary>Lets something be used once, whichever instance of the program it is shown to.</summary>
public sealed class UsedOnce(IDbContextFactory<AppDbContext> database, TimeProvider clock)
{
    /// <param name="what">What it is and which one.</param>
    /// <param name="valid">How long from now it would count; for so long it is remembered.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Whether this is the first time.</returns>
    public async Task<bool> SpendAsync(string what, TimeSpan valid, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await database.CreateDbContextAsync(cancel);
        await db.SpentMarks.Where(spent => spent.ForgetAt <= now).ExecuteDeleteAsync(cancel);
        var mark = new SpentMark(what, now + valid);
        if (await db.SpentMarks.AnyAsync(spent => spent.Hash == mark.Hash, cancel))
        {
            return false;
        }

        // Somebody may do the same in this moment; the key decides.
        db.Add(mark);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException spent) when (LostRace.Caused(spent))
        {
            return false;
        }
    }
}
