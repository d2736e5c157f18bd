using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Features.Observations;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>What a supervisor's Monday is about.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfMonday() =>
    [
        Read<ListObservations>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ListObservations>(async (use, at) => await use.RunAsync() is { } view ? view.ApprenticeshipId == at.Id : null, "one's own"),
        Do<WriteObservation>((use, at) => use.RunAsync(Seen(at))),
        Do<CorrectObservation>(async (use, at, me) => await use.RunAsync(await WrittenByAsync(at, me?.Id ?? Guid.Empty), 0, Seen(at)), "one's own"),
        Do<CorrectObservation>((use, at) => use.RunAsync(at.Observation.Id, at.Observation.Version, Seen(at)), "another's"),
        Read<ListMissingObservations>(async (use, at) => (await use.RunAsync()).Rows.Any(row => row.ApprenticeshipId == at.Id)),
        Do<SkipObservation>((use, at) => use.RunAsync(at.Id)),
        Read<ReadWorkDone>(async (use, _) => (await use.RunAsync()).ThisWeek.All > 0),
        Do<PutOffTask>((use, at) => use.RunAsync(WaitingReason.TalkToSign, at.Held.Id), "the talk to sign"),
        Read<BringBackPutOff>(async (use, _) => await use.RunAsync() > 0),
    ];

    private static WriteObservation.Input Seen(Scene at) => new()
    {
        ApprenticeshipId = at.Id,
        ObservedOn = at.App.Clock.Today,
        Text = "Spurte godt.",
        GoalIds = [at.Goal.Id],
        Levels = { [at.Goal.Id] = Level.NeedsPractice },
    };

    private static async Task<Guid> WrittenByAsync(Scene at, Guid author)
    {
        if (author == Guid.Empty)
        {
            return author;
        }

        var (today, now) = (at.App.Clock.Today, at.App.Clock.GetUtcNow());
        return await at.App.DbAsync(async db =>
        {
            var observation = Observation.Write(await db.Apprenticeships.SingleAsync(a => a.Id == at.Id), today, "Hjalp til.", [], author, now, today);
            db.Add(observation);
            await db.SaveChangesAsync();
            return observation.Id;
        });
    }
}
