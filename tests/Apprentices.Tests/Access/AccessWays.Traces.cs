using Apprentices.Features.Traces;

namespace Apprentices.Tests.Access;

/// <content>What was read and changed.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfTraces() =>
    [
        Read<ListChanges>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ListHouseChanges>(async (use, _) => (await use.RunAsync())?.Changes.Acts.Any()),
        Read<ListRecordReaders>(async (use, at) => await use.RunAsync(at.Id, cause: "Hun har spurt om det.")),
        Read<ListRecordReaders>(async (use, at) => await use.RunAsync(at.Id) is { } view ? !view.NeedsCause : null, "without cause"),
    ];
}
