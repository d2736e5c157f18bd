using Apprentices.Domain;
using Apprentices.Features.CalendarFeed;

namespace Apprentices.Tests.Access;

/// <content>One's own calendar at a secret address, and what is in it.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfCalendarFeeds() =>
    [
        Read<ReadFeedAddress>(async (use, _) => await use.RunAsync()),
        Read<MakeFeedAddress>(async (use, _) => await use.RunAsync()),
        Do<RevokeFeedAddress>((use, _) => use.RunAsync()),
        Read<FetchFeed>(async (use, at, me) => await FetchedAsync(use, at, me) is { } text ? text.Contains($"{at.Planned.Id:N}", StringComparison.Ordinal) : null, "her talk"),
        Read<FetchFeed>(async (use, at, me) => await FetchedAsync(use, at, me) is { } text ? text.Contains($"{at.Registration.Id:N}", StringComparison.Ordinal) : null, "her duty"),
        Read<FetchFeed>(async (use, at, me) => await FetchedAsync(use, at, me) is { } text ? text.Contains($"{at.Placement.Id:N}", StringComparison.Ordinal) : null, "her hand-over"),
        Read<FetchFeed>(async (use, at, me) => await FetchedAsync(use, at, me) is { } text ? text.Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal) : null, "her name"),
    ];

    /// <summary>What stands at the address of whoever asks; an address of nobody's for nobody.</summary>
    private static async Task<string?> FetchedAsync(FetchFeed use, Scene at, Person? me)
    {
        var (address, secret) = FeedAddress.Create(me?.Id ?? Guid.Empty, at.App.Clock.GetUtcNow());
        if (me is not null)
        {
            await at.App.ChangeAsync(async db => await db.AddAsync(address));
        }

        return (await use.RunAsync(secret))?.Text?.Replace("\r\n ", "", StringComparison.Ordinal);
    }
}
