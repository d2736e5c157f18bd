namespace Apprentices.Tests.Access;

/// <content>The way to the final test, and who is up for it.</content>
internal static partial class AccessTable
{
    private const string OfFinalTests = """
        way                              HR    HR*   TM    TM'   IN    IN'   IN<   AP    AP'   ADM   nobody

        ShowFinalTest                    yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowFinalTest: one's own         -     -     -     -     -     -     -     yes   0     x     -
        AgreeTestDates                   yes   yes   yes   -     x     x     x     x     x     x     -
        CallOffTestDates                 yes   yes   yes   -     x     x     x     x     x     x     -
        PrepareTest                      yes   yes   yes   -     x     x     x     x     x     x     -
        ReadTestDates: hers              x     x     x     x     x     x     x     yes   -     x     -
        EnterTestEvent                   yes   yes   yes   -     x     x     x     x     x     x     -
        NoteSubject                      yes   yes   yes   -     x     x     x     x     x     x     -
        NoteSubject: passed              yes   yes   yes   -     x     x     x     x     x     x     -
        NoteSubject: taken back          yes   yes   yes   -     x     x     x     x     x     x     -
        NoteCredential                   yes   yes   yes   -     x     x     x     x     x     x     -
        NoteCredential: taken back       yes   yes   yes   -     x     x     x     x     x     x     -
        ListTestYear                     yes   yes   yes   0     x     x     x     x     x     x     -
        ListTestYear: on a home          0     0     yes   0     x     x     x     x     x     x     -
        ListTestYear: choices            yes   yes   yes   yes   x     x     x     x     x     x     -
        DownloadTestYear                 yes   yes   yes   0     x     x     x     x     x     x     -
        ListTestSettings                 yes   yes   x     x     x     x     x     x     x     x     -
        SetTestSetting: read             yes   yes   x     x     x     x     x     x     x     x     -
        SetTestSetting                   yes   yes   x     x     x     x     x     x     x     x     -
        KeepCredential                   yes   yes   x     x     x     x     x     x     x     x     -
        KeepCredential: retired          yes   yes   x     x     x     x     x     x     x     x     -
        """;
}
