using Apprentices.Features.ProgressLog.Files;
using Apprentices.Tests.Features.ProgressLog.Files;

namespace Apprentices.Tests.Access;

/// <content>The files that go with the log: those of an entry, and those of one that is not saved.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfFiles() =>
    [
        Do<AddAttachment>((use, at) => use.RunAsync(new AddAttachment.Input(at.Id, null, "a.jpg", new MemoryStream(Pictures.Jpeg()))), "to a draft"),
        Do<AddAttachment>((use, at) => use.RunAsync(new AddAttachment.Input(at.Id, at.LogEntry.Id, "a.jpg", new MemoryStream(Pictures.Jpeg()))), "to an entry"),
        Read<ListAttachments>(async (use, at) => (await use.RunAsync(at.Id, at.LogEntry.Id)).Any(file => file.Id == at.LogFile.Id), "of an entry"),
        Read<ListAttachments>(async (use, at) => (await use.RunAsync([at.LogEntry.Id]))[at.LogEntry.Id].Any(), "of many entries"),
        Read<ListAttachments>(async (use, at) => (await use.RunAsync(at.Id, null)).Any(file => file.Id == at.DraftFile.Id), "of a draft"),
        Read<DownloadAttachment>(async (use, at) => await use.RunAsync(at.LogFile.Id), "of an entry"),
        Read<DownloadAttachment>(async (use, at) => await use.RunAsync(at.LogFile.Id, small: true), "the small one"),
        Read<DownloadAttachment>(async (use, at) => await use.RunAsync(at.DraftFile.Id), "of a draft"),
        Do<RemoveAttachment>((use, at) => use.RunAsync(at.LogFile.Id), "from an entry"),
        Do<RemoveAttachment>((use, at) => use.RunAsync(at.DraftFile.Id), "from a draft"),
    ];
}
