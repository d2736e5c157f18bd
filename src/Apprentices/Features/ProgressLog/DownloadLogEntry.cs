using System.Globalization;
using System.IO.Compression;
using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.ProgressLog;

/// <summary>One entry as a file to carry elsewhere: its text and its files in a zip.</summary>
public sealed class DownloadLogEntry(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <param name="Name">What the file is called.</param>
    /// <param name="Content">The zip.</param>
    public sealed record Package(string Name, byte[] Content);

    /// <exception cref="NotThereException">It is not there, or not for the one who asks.</exception>
    public async Task<Package> RunAsync(Guid entryId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeLog);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entry = await db.LogEntries
            .AsNoTracking()
            .VisibleTo(user)
            .Include(entry => entry.Goals).Include(entry => entry.Tasks).Include(entry => entry.Attachments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(entry => entry.Id == entryId, cancel) ?? throw new NotThereException();
        await readings.NoteAsync(user, entry.ApprenticeshipId, Opened.Log, thingId: entryId, cancel: cancel);

        using var stream = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel))
        {
            await AddAsync(zip, ProgressLogTexts.TextFileName, Encoding.UTF8.GetBytes(TextOf(entry)), cancel);
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ProgressLogTexts.TextFileName };
            foreach (var file in entry.Attachments.OrderBy(file => file.AddedAt).ThenBy(file => file.Id))
            {
                var bytes = await db.AttachmentContents.VisibleTo(db, user).Where(content => content.AttachmentId == file.Id).Select(content => content.Bytes).SingleAsync(cancel);
                await AddAsync(zip, Unused(file.Name, names), bytes, cancel);
            }
        }

        return new Package($"logg-{entry.WorkedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.zip", stream.ToArray());
    }

    private static string TextOf(LogEntry entry) => LogEntryText.Of(
        entry.WorkedOn, entry.WorkedTo, entry.Text, entry.Reflection, entry.Minutes,
        entry.Goals.OrderBy(goal => goal.Order).Select(goal => goal.Title), entry.Tasks.OrderBy(task => task.Order).Select(task => task.Terms.Title));

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancel)
    {
        await using var written = await zip.CreateEntry(name).OpenAsync(cancel);
        await written.WriteAsync(bytes, cancel);
    }

    /// <summary>The file's own name without any folder; with a number where two are called the same.</summary>
    private static string Unused(string name, HashSet<string> taken)
    {
        var own = Path.GetFileName(name.Replace('\\', '/'));
        var (stem, end) = (Path.GetFileNameWithoutExtension(own), Path.GetExtension(own));
        for (var number = 2; !taken.Add(own); number++)
        {
            own = $"{stem} ({number.ToString(CultureInfo.InvariantCulture)}){end}";
        }

        return own;
    }
}
