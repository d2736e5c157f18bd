using Apprentices.Features.Placements;

namespace Apprentices.Tests.Access;

/// <content>Placements and their hand-overs.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfPlacements() =>
    [
        Read<ShowPlacements>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowPlacements>(async (use, at) => await use.RunAsync() is { } shown ? shown.ApprenticeshipId == at.Id : null, "one's own"),
        Read<PlanPlacement>(async (use, at) => await use.RunAsync(at.Id, Period(at, 100))),
        Do<ChangePlacement>((use, at) => use.RunAsync(at.Placement.Id, Period(at, 20))),
        Do<RemovePlacement>((use, at) => use.RunAsync(at.Placement.Id, at.Placement.Version)),
        Read<ShowHandOver>(async (use, at) => await use.RunAsync(at.Placement.Id)),
        Do<WriteHandOver>((use, at) => use.RunAsync(at.Placement.Id, new WriteHandOver.Input { OpenActions = "Følg opp.", Version = at.Placement.Version })),
        Do<ConfirmHandOver>((use, at) => use.RunAsync(at.Placement.Id, at.Placement.Version)),
    ];

    private static PlacementInput Period(Scene at, int days) => new()
    {
        WorkplaceId = at.Apprenticeship.WorkplaceId,
        InstructorId = at[Seat.Receiver]!.Id,
        FromOn = at.App.Clock.Today.AddDays(days),
        ToOn = at.App.Clock.Today.AddDays(days + 10),
        Version = at.Placement.Version,
    };
}
