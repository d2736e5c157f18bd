namespace Apprentices.Tests.Access;

/// <content>Signing, addenda, and the document of a signed talk.</content>
internal static partial class AccessTable
{
    private const string OfSigning = """
        way                              HR    HR*   TM    TM'   IN    IN'   IN<   AP    AP'   ADM   nobody

        ReadTalk                         -     yes   yes   -     yes   -     -     yes   -     x     -
        ReadTalk: the former's           -     yes   yes   -     yes   -     yes   yes   -     x     -
        ShowSigning                      yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowSigning: the hash of the former's  0  yes  yes   0   yes   0     yes   yes   0     x     -
        RefuseToSign                     -     rule  yes   -     yes   -     -     yes   -     x     -
        NoteSignature: where one is enough  rule  rule  x  x     x     x     x     x     x     x     -
        WriteAddendum                    x     x     yes   -     yes   -     -     yes   -     x     -
        WriteAddendum: not signed yet    x     x     rule  -     rule  -     -     rule  -     x     -
        DownloadTalkDocument             -     yes   yes   -     yes   -     yes   yes   -     x     -
        DownloadTalkDocument: what is hashed  -  yes  yes  -     yes   -     yes   yes   -     x     -
        CheckDocument                    yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes
        """;
}
