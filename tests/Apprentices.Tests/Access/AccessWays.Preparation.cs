using Apprentices.Features.Evaluations.Preparation;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>How talks are prepared, compared and followed.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfPreparation() =>
    [
        Read<ReadPreparationState>(async (use, at) => await use.RunAsync(at.Planned.Id)),
        Read<ShowPreparation>(async (use, at) => await use.RunAsync(at.Planned.Id)),
        Do<SavePreparation>(async (use, at) => await use.RunAsync(at.Planned.Id, await InputAsync(at))),
        Do<HandInPreparation>(async (use, at) => await use.RunAsync(at.Planned.Id, await InputAsync(at)), "not whole"),
        Do<TakeBackPreparation>((use, at) => use.RunAsync(at.Planned.Id), "nothing handed in"),
        Read<CompareAnswers>(async (use, at) => await use.RunAsync(at.Held.Id)),
        Read<CompareAnswers>(async (use, at) => await use.RunAsync(at.Signed.Id), "the former's"),
        Read<ListTalkReaders>(async (use, at) => await use.RunAsync(at.Signed.Id)),
        Read<ShowGoalTrends>(async (use, at) => await use.RunAsync(at.Id)),
    ];

    private static async Task<PreparationInput> InputAsync(Scene at) => new()
    {
        EditionId = await at.App.DbAsync(db => db.EvaluationFormEditions.Where(edition => edition.Form.ShippedKey == "half-year" && edition.PublishedAt != null).Select(edition => edition.Id).SingleAsync()),
    };
}
