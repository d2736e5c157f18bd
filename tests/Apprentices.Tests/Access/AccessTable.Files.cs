namespace Apprentices.Tests.Access;

/// <content>The files that go with the log.</content>
internal static partial class AccessTable
{
    private const string OfFiles = """
        way                              HR    HR*   TM    TM'   IN    IN'   IN<   AP    AP'   ADM   nobody

        AddAttachment: to a draft        x     x     x     x     x     x     x     yes   -     x     -
        AddAttachment: to an entry       x     x     x     x     x     x     x     yes   -     x     -
        ListAttachments: of an entry     yes   yes   yes   0     yes   0     0     yes   0     x     -
        ListAttachments: of many entries  yes   yes   yes   0     yes   0     0     yes   0     x     -
        ListAttachments: of a draft      0     0     0     0     0     0     0     yes   0     x     -
        DownloadAttachment: of an entry  yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadAttachment: the small one  yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadAttachment: of a draft   -     -     -     -     -     -     -     yes   -     x     -
        RemoveAttachment: from an entry  x     x     x     x     x     x     x     yes   -     x     -
        RemoveAttachment: from a draft   x     x     x     x     x     x     x     yes   -     x     -
        """;
}
