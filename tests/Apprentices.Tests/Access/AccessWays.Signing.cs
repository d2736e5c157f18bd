using Apprentices.Domain;
using Apprentices.Features.Evaluations.Signing;

namespace Apprentices.Tests.Access;

/// <content>Signing, addenda, and the document of a signed talk.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfSigning() =>
    [
        Read<ReadTalk>(async (use, at) => await use.RunAsync(at.Held.Id, isOpening: true)),
        Read<ReadTalk>(async (use, at) => await use.RunAsync(at.Signed.Id, isOpening: true), "the former's"),
        Read<ShowSigning>(async (use, at) => await use.RunAsync(at.Held.Id)),
        Read<ShowSigning>(async (use, at) => (await use.RunAsync(at.Signed.Id))?.Papers[0].Hash is not null, "the hash of the former's"),
        Do<RefuseToSign>((use, at) => use.RunAsync(at.Held.Id, new RefuseToSign.Input { Reason = "Det stemmer ikke.", ReadHash = at.Held.Documents[0].Hash })),
        Do<NoteSignature>((use, at) => use.RunAsync(at.Held.Id, new NoteSignature.Input { Party = FormParties.Instructor, Reason = "Har sluttet." }), "where one is enough"),
        Do<WriteAddendum>((use, at) => use.RunAsync(at.Signed.Id, new WriteAddendum.Input { Text = "Det var mars." })),
        Do<WriteAddendum>((use, at) => use.RunAsync(at.Held.Id, new WriteAddendum.Input { Text = "Det var mars." }), "not signed yet"),
        Read<DownloadTalkDocument>(async (use, at) => await use.RunAsync(at.Signed.Id, new(DownloadTalkDocument.Form.Page))),
        Read<DownloadTalkDocument>(async (use, at) => await use.RunAsync(at.Signed.Id, new(DownloadTalkDocument.Form.Sealed)), "what is hashed"),
        Read<CheckDocument>(async (use, _) => await use.RunAsync(new MemoryStream([1])) is not null),
    ];
}
