using Apprentices.Data;
using Apprentices.Features.Jobs;
using Apprentices.Features.Messages;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>What is sent, and whether it goes.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfOutbox() =>
    [
        Read<ListMessages>(async (use, _) => await use.RunAsync(new MessageQuery(), new Page(0, 25))),
        Read<DownloadMessages>(async (use, _) => await ListRead.CsvAsync(output => use.RunAsync(new MessageQuery(), output))),
        Do<SendMessageAgain>((use, _) => use.RunAsync(Guid.CreateVersion7())),
        Read<ShowMail>(async (use, _) => await use.RunAsync()),
        Do<PauseMail>((use, _) => use.RunAsync()),
        Do<ResumeMail>((use, _) => use.RunAsync()),
    ];
}
