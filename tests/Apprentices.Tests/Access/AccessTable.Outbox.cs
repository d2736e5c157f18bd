namespace Apprentices.Tests.Access;

/// <content>What is sent, and whether it goes.</content>
internal static partial class AccessTable
{
    private const string OfOutbox = """
        ListMessages                     yes   yes   x     x     x     x     x     x     x     x     -
        DownloadMessages                 yes   yes   x     x     x     x     x     x     x     x     -
        SendMessageAgain                 -     -     x     x     x     x     x     x     x     x     -
        ShowMail                         x     x     x     x     x     x     x     x     x     yes   -
        PauseMail                        x     x     x     x     x     x     x     x     x     yes   -
        ResumeMail                       x     x     x     x     x     x     x     x     x     yes   -
        """;
}
