using Apprentices.Data;
using Apprentices.Features.Standings;
using Apprentices.Features.TrainingPlans;

namespace Apprentices.Tests.Access;

/// <content>Where everybody stands.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfStandings() =>
    [
        Read<ShowForecast>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowForecast>(async (use, at) => await use.RunAsync() is { } view ? view.ApprenticeshipId == at.Id : null, "one's own"),
        Read<ListStandings>(async (use, at) => (await use.RunAsync(new StandingsQuery(), new Page(0, ListStandings.PageSize))).Rows.Any(row => row.Attention.Id == at.Id)),
        Read<CountStandings>(async (use, _) => (await use.RunAsync(new StandingsQuery())).All.InTraining > 0),
        Read<ShowLoad>(async (use, _) => (await use.RunAsync(new Page(0, ShowLoad.PageSize))).Count > 0),
    ];
}
