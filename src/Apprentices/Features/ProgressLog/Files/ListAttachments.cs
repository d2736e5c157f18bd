using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>The files that go with entries, in the order they were added; never their bytes.</summary>
public sealed class ListAttachments(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Id">The file.</param>
    /// <param name="EntryId">The entry it goes with; none while that is not saved.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Size">In bytes.</param>
    /// <param name="HasThumbnail">Whether there is a small version of it.</param>
    public sealed record Row(Guid Id, Guid? EntryId, string Name, AttachmentKind Kind, long Size, bool HasThumbnail)
    {
        public bool IsImage => Kind == AttachmentKind.Image;
    }

    /// <summary>Those of one entry, or without one those that wait for the next to be saved.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Guid apprenticeshipId, Guid? entryId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await Rows(entryId is { } id
            ? db.Attachments.VisibleTo(user).Where(file => file.LogEntryId == id && file.ApprenticeshipId == apprenticeshipId)
            : db.Attachments.OfDraft(user, apprenticeshipId)).ToListAsync(cancel);
    }

    /// <summary>Those of many entries at once, for a page of them.</summary>
    public async Task<ILookup<Guid, Row>> RunAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = await Rows(db.Attachments.VisibleTo(user).Where(file => file.LogEntryId != null && entryIds.Contains(file.LogEntryId.Value))).ToListAsync(cancel);
        return rows.ToLookup(row => row.EntryId!.Value);
    }

    private static IQueryable<Row> Rows(IQueryable<Attachment> files) => files
        .OrderBy(file => file.AddedAt).ThenBy(file => file.Id)
        .Select(file => new Row(file.Id, file.LogEntryId, file.Name, file.Kind, file.Size, file.Content.Thumbnail != null));
}
