using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.ProgressLog.Files;

/// <summary>
/// An apprentice puts a picture or a document with an entry of hers, or with one she has not saved yet. Nothing is stored before all of it
/// has come and been checked, so that whatever is refused, cut off or given up leaves nothing behind.
/// </summary>
public sealed class AddAttachment(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<FileSettings> settings, TimeProvider clock)
{
    private const int Tries = 4;

    /// <param name="ApprenticeshipId">Her own.</param>
    /// <param name="EntryId">The entry it goes with; none while that is not saved.</param>
    /// <param name="Name">What the client calls it.</param>
    /// <param name="Content">Its bytes. No more of them are read than a file of its kind may have.</param>
    public sealed record Input(Guid ApprenticeshipId, Guid? EntryId, string Name, Stream Content)
    {
        /// <summary>Of a picture, a small version that the browser made.</summary>
        public byte[]? Thumbnail { get; init; }

        /// <summary>Is told of every so many bytes that have come.</summary>
        public Action<int>? Came { get; init; }
    }

    /// <exception cref="RuleException">The file is none that is taken, the entry is locked, or there is no room for more.</exception>
    /// <exception cref="NotThereException">The apprenticeship or the entry is not there, or not her own.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.WriteLog);

        await using (var db = await database.CreateDbContextAsync(cancel))
        {
            await FindRoomAsync(db, user, input, cancel);
        }

        var bytes = await BoundedReading.ReadAsync(input.Content, settings.Value, input.Came, cancel);
        var (file, thumbnail) = await Task.Run(() => (CleanFile.Of(input.Name, bytes, settings.Value), Thumbnail.Of(input.Thumbnail)), cancel);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await SaveAsync(user, input, file, file.Type.Kind == AttachmentKind.Image ? thumbnail : null, cancel);
            }
            catch (Exception failure) when (tries < Tries && (failure is DbUpdateException || LostRace.Caused(failure)))
            {
                // Another device added a file, or a supervisor decided, in this moment; the next try finds the entry as it is now.
            }
        }
    }

    private async Task<Guid> SaveAsync(CurrentUser user, Input input, CleanFile file, byte[]? thumbnail, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        var now = clock.GetUtcNow();
        var entry = await FindRoomAsync(db, user, input, cancel);
        var attachment = new Attachment(
            input.ApprenticeshipId, user.PersonId, now, file.Name, file.Type.Kind, file.Type.MediaType, file.Bytes.LongLength, file.Sha256,
            new AttachmentContent(file.Bytes, thumbnail))
        { Width = file.Width, Height = file.Height };
        db.Attachments.Add(attachment);
        if (entry is not null)
        {
            entry.Attach(attachment, settings.Value.MostPerEntry);
            db.HandInAnew(entry, user, now);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return attachment.Id;
    }

    /// <returns>The entry, if it is not for one that is still to be saved.</returns>
    private async Task<LogEntry?> FindRoomAsync(AppDbContext db, CurrentUser user, Input input, CancellationToken cancel)
    {
        int there;
        LogEntry? entry = null;
        if (input.EntryId is { } entryId)
        {
            entry = await db.LogEntries.WithFilesOf(user)
                .SingleOrDefaultAsync(one => one.Id == entryId && one.ApprenticeshipId == input.ApprenticeshipId, cancel) ?? throw new NotThereException();
            entry.RequireUnlocked();
            there = entry.Attachments.Count;
        }
        else
        {
            var isOwn = await db.Apprenticeships.VisibleTo(user).AnyAsync(a => a.Id == input.ApprenticeshipId && a.PersonId == user.PersonId, cancel);
            there = isOwn ? await db.Attachments.OfDraft(user, input.ApprenticeshipId).CountAsync(cancel) : throw new NotThereException();
        }

        Rule.Require(there < settings.Value.MostPerEntry, RuleTexts.TooManyFiles);
        return entry;
    }
}
