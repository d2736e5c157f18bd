using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What stands at the top of a record, whichever part of it is open.</summary>
public sealed class ReadRecordHead(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, AccessLog readings)
{
    /// <param name="Standing">Where the apprenticeship stands.</param>
    /// <param name="MayList">Whether the reader has a list to go back to.</param>
    public sealed record Head(Standing Standing, bool MayList);

    /// <summary>The head, or nothing where the record is not there or not the reader's to see.</summary>
    public async Task<Head?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        if (!user.Allows(Policy.SeeRecords))
        {
            return null;
        }

        user.Require(Policy.SeeRecords);
        await using var db = await database.CreateDbContextAsync(cancel);
        var standing = await db.Apprenticeships
            .VisibleTo(user)
            .Where(apprenticeship => apprenticeship.Id == id)
            .SelectStanding(user.Today, progress.Value.MarginPercent)
            .SingleOrDefaultAsync(cancel);
        if (standing is null)
        {
            return null;
        }

        await readings.NoteAsync(user, id, Opened.Record, cancel: cancel);
        return new Head(standing, user.Allows(Policy.ExportLists));
    }
}
