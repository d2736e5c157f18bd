namespace Apprentices.Tests.Access;

/// <content>What the writer of the log does with her entries.</content>
internal static partial class AccessTable
{
    private const string OfWriting = """
        way                              HR    HR*   TM    TM'   IN    IN'   IN<   AP    AP'   ADM   nobody

        HandInLogEntries                 x     x     x     x     x     x     x     yes   -     x     -
        TakeBackLogEntry                 x     x     x     x     x     x     x     yes   -     x     -
        DeleteLogEntry: handed in once   x     x     x     x     x     x     x     rule  -     x     -
        DeleteLogEntry: hers alone       x     x     x     x     x     x     x     yes   -     x     -
        NoteEnteredElsewhere             x     x     x     x     x     x     x     yes   -     x     -
        DownloadLogEntry                 yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadLogEntry: not handed in  -     -     -     -     -     -     -     yes   -     x     -
        """;
}
