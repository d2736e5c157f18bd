using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>The bytes of a file, or of its small version, for those who may read the entry it goes with.</summary>
public sealed class DownloadAttachment(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public sealed record Content(string Name, string MediaType, bool IsImage, byte[] Bytes);

    /// <exception cref="NotThereException">It is not there, or not the reader's to see.</exception>
    public async Task<Content> RunAsync(Guid attachmentId, bool small = false, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var file = await db.Attachments
            .VisibleTo(user)
            .Where(file => file.Id == attachmentId)
            .Select(file => new { file.ApprenticeshipId, file.Name, file.MediaType, file.Kind, Bytes = small ? file.Content.Thumbnail : file.Content.Bytes })
            .SingleOrDefaultAsync(cancel);
        if (file?.Bytes is not { } bytes)
        {
            throw new NotThereException();
        }

        await readings.NoteAsync(user, file.ApprenticeshipId, Opened.File, thingId: attachmentId, cancel: cancel);
        return new Content(file.Name, small ? FirstBytes.ImageType(bytes)!.MediaType : file.MediaType, file.Kind == AttachmentKind.Image, bytes);
    }
}
