using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Puts something off for one person, and sweeps away what she put off until a day that has come.</summary>
public static class PuttingOff
{
    private const int Tries = 3;

    public static async Task PutOffAsync(
        this IDbContextFactory<AppDbContext> database, CurrentUser user, PutOffKind kind, Guid aboutId, DateOnly until, CancellationToken cancel = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var db = await database.CreateDbContextAsync(cancel);
                await db.PutOffs.VisibleTo(user).Where(off => off.UntilOn <= user.Today).ExecuteDeleteAsync(cancel);
                var row = await db.PutOffs.VisibleTo(user).SingleOrDefaultAsync(off => off.Kind == kind && off.AboutId == aboutId, cancel);
                if (row is null)
                {
                    row = new PutOff(user.PersonId, kind, aboutId);
                    db.PutOffs.Add(row);
                }

                row.Until(until);
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // She pressed it on another device in this moment; the next try finds the row as it is now.
            }
        }
    }
}
