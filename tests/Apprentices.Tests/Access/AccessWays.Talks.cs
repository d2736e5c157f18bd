using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.BeforeTheSystem;
using Apprentices.Features.Evaluations.Meeting;

namespace Apprentices.Tests.Access;

/// <content>The half-yearly talks.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfTalks() =>
    [
        Read<ListTalks>(async (use, at) => (await use.RunAsync(TalkFilter.All, new Page(0, 100))).Rows.Any(row => at.Apprenticeship.Evaluations.Any(talk => talk.Id == row.Id))),
        Read<ListTalksOfApprenticeship>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowTalk>(async (use, at) => await use.RunAsync(at.Held.Id), "its state"),
        Read<ShowTalk>(async (use, at) => await use.RunAsync(at.Held.Id) is { } talk ? Shows(talk) : null, "its content"),
        Read<ShowTalk>(async (use, at) => await use.RunAsync(at.Signed.Id) is { } talk ? Shows(talk) : null, "the former's content"),
        Do<PlanTalk>((use, at) => use.RunAsync(at.Planned.Id, Plan(at, at.Planned))),
        Do<PlanTalk>((use, at) => use.RunAsync(at.Signed.Id, Plan(at, at.Signed)), "the former's"),
        Do<HoldTalk>((use, at) => use.RunAsync(at.Planned.Id, Hold(at, at.Planned))),
        Do<HoldTalk>((use, at) => use.RunAsync(at.Signed.Id, Hold(at, at.Signed)), "the former's"),
        Do<SignTalk>((use, at, me) => use.RunAsync(at.Held.Id, new SignTalk.Input
        {
            HaveRead = true, Name = me?.FullName, ReadHash = at.Held.Documents[0].Hash,
        })),
        Do<WaiveTalk>((use, at) => use.RunAsync(at.Planned.Id, new WaiveTalk.Input { Reason = "Permisjon", Version = at.Planned.Version })),
        Read<ListTalksFromBefore>(async (use, at) => (await use.RunAsync(TalksFromBeforeOf.All, 1)).Rows.Any(row => row.Id == at.FromBefore.Id)),
        Read<SettleTalksFromBefore>(async (use, at) =>
            await use.RunAsync(new SettleTalksFromBefore.Choice([at.FromBefore.Id]), new SettleTalksFromBefore.Input()) == 1),
        Read<SettleTalksFromBefore>(async (use, at) =>
            await use.RunAsync(new SettleTalksFromBefore.Choice([at.Planned.Id]), new SettleTalksFromBefore.Input()) == 1, "of now"),
    ];

    private static bool Shows(ShowTalk.Details talk) => talk.ContentIsOpen && talk.Summary == Scene.Said;

    private static PlanTalk.Input Plan(Scene at, Evaluation talk) => new() { PlannedOn = at.App.Clock.Today, Version = talk.Version };

    private static HoldTalk.Input Hold(Scene at, Evaluation talk) => new() { HeldOn = at.App.Clock.Today, Summary = Scene.Said, Version = talk.Version };
}
