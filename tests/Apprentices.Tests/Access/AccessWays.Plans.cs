using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;

namespace Apprentices.Tests.Access;

/// <content>The plan's tasks, its template, and its editions.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfPlans() =>
    [
        Read<ListTemplatesForPlan>(async (use, at) => await use.RunAsync(at.Id)),
        Do<StartFromTemplate>((use, at) => use.RunAsync(at.Id, at.Template.Id), "a second one"),
        Do<AddPlanTask>((use, at) => use.RunAsync(at.Id, new TaskInput { Title = "Førstehjelp" })),
        Do<ChangePlanTask>((use, at) => use.RunAsync(at.PlannedTask.Id, new TaskInput { Title = "Førstehjelp", Version = at.PlannedTask.Version })),
        Do<RemovePlanTask>((use, at) => use.RunAsync(at.PlannedTask.Id, at.PlannedTask.Version)),
        Read<ShowTemplateOffer>(async (use, at) => await use.RunAsync(at.Id)),
        Do<AcceptTemplateOffer>((use, at) => use.RunAsync(at.Id, 2, [])),
        Do<DeclineTemplateOffer>((use, at) => use.RunAsync(at.Id, 2)),
        Do<PutPlanForward>((use, at) => use.RunAsync(at.Id)),
        Do<AgreeToPlan>((use, at) => use.RunAsync(at.PlanEdition.Id)),
        Read<ListPlanEditions>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ListPlanEditions>(async (use, at) => await use.RunAsync() is { } plan ? plan.ApprenticeshipId == at.Id : null, "one's own"),
        Read<ShowPlanSheet>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowPlanSheet>(async (use, at) => await use.RunAsync(at.Id, 1), "a kept edition"),
        Read<ShowPlanSheet>(async (use, at) => await use.RunAsync() is { } sheet ? sheet.ApprenticeshipId == at.Id : null, "one's own"),
    ];
}
