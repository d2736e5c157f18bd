using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.RecordChanges;

namespace Apprentices.Tests.Access;

/// <content>What happened to a contract, and its history.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfChanges() =>
    [
        Read<ReadChangeChoices>(async (use, at) => await use.RunAsync(at.Id)),
        Read<PreviewChange>(async (use, at) => await use.RunAsync(at.Id, Away(at))),
        Do<RecordApprenticeshipChange>((use, at) => use.RunAsync(at.Id, Away(at))),
        Read<ReadHistory>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ReadHistory>(async (use, at) => (await use.RunAsync(at.Id))?.Rows.Any(row => row.Reason?.Text == Scene.Said), "HR's reason"),
        Read<ReadHistory>(async (use, at) => (await use.RunAsync(at.Id, at.App.Clock.Today))?.Then?.State, "as of a day"),
        Read<ReadContractChoices>(async (use, at) => await use.ReadPersonAsync(at.Apprenticeship.PersonId), "the person again"),
    ];

    private static ChangeInput Away(Scene at) => new()
    {
        What = WhatHappened.Interruption,
        FromOn = at.App.Clock.Today,
        ToOn = at.App.Clock.Today.AddDays(30),
        Version = at.Apprenticeship.Version,
    };
}
