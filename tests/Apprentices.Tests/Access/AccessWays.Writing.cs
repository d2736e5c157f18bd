using Apprentices.Domain;
using Apprentices.Features.ProgressLog;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>What the writer of the log does with her entries.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfWriting() =>
    [
        Read<HandInLogEntries>(async (use, at) =>
        {
            await TakeBackAsync(at);
            return await use.RunAsync([at.LogEntry.Id]) == 1;
        }),
        Do<TakeBackLogEntry>((use, at) => use.RunAsync(at.LogEntry.Id)),
        Do<DeleteLogEntry>(async (use, at) =>
        {
            await TakeBackAsync(at);
            await use.RunAsync(at.LogEntry.Id);
        }, "handed in once"),
        Do<DeleteLogEntry>(async (use, at) => await use.RunAsync(await OpenEntryAsync(at)), "hers alone"),
        Do<NoteEnteredElsewhere>((use, at) => use.RunAsync(at.LogEntry.Id, isEntered: true)),
        Read<DownloadLogEntry>(async (use, at) => await use.RunAsync(at.LogEntry.Id)),
        Read<DownloadLogEntry>(async (use, at) => await use.RunAsync(await OpenEntryAsync(at)), "not handed in"),
    ];

    private static Task TakeBackAsync(Scene at) => at.App.ChangeAsync(async db =>
        (await db.LogEntries.SingleAsync(entry => entry.Id == at.LogEntry.Id)).TakeBack(at.Apprenticeship.PersonId, at.App.Clock.GetUtcNow()));

    /// <summary>An entry that only its writer has ever read.</summary>
    private static async Task<Guid> OpenEntryAsync(Scene at)
    {
        var id = Guid.Empty;
        await at.App.ChangeAsync(async db =>
        {
            var hers = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == at.Id);
            var entry = LogEntry.Write(hers, at.App.Clock.Today, "Begynt på.", [hers.Plan[0]], at.App.Clock.GetUtcNow(), at.App.Clock.Today);
            db.Add(entry);
            id = entry.Id;
        });
        return id;
    }
}
