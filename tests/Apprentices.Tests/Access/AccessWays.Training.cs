using Apprentices.Domain;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.TrainingPlans;

namespace Apprentices.Tests.Access;

/// <content>The plan and the log.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfTraining() =>
    [
        Read<ShowPlan>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowPlan>(async (use, at) => await use.RunAsync() is { } plan ? plan.ApprenticeshipId == at.Id : null, "one's own"),
        Do<AdjustPlan>((use, at) => use.RunAsync(new AdjustPlan.Input { GoalId = at.Goal.Id, HalfYear = 2, Version = at.Goal.Version })),
        Do<RateGoal>((use, at) => use.RunAsync(new RateGoal.Input { GoalId = at.Goal.Id, Level = Level.Masters, RatedOn = at.App.Clock.Today })),
        Read<ListLogEntries>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ListLogEntries>(async (use, at) => await use.RunAsync() is { } log ? log.ApprenticeshipId == at.Id : null, "one's own"),
        Do<WriteLogEntry>((use, at) => use.RunAsync(Entry(at)), "on her goals"),
        Do<CorrectLogEntry>((use, at) => use.RunAsync(at.LogEntry.Id, at.LogEntry.Version, Entry(at))),
    ];

    private static WriteLogEntry.Input Entry(Scene at) => new() { WorkedOn = at.App.Clock.Today, Text = "Byttet en disk.", GoalIds = [at.Goal.Id] };
}
