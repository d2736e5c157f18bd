using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.PlanTemplates;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>The employer's plan templates, and what they cover.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfTemplates() =>
    [
        Read<ListTemplates>(async (use, _) => (await use.RunAsync()).Trades.Count > 0),
        Read<ShowTemplate>(async (use, at) => await use.RunAsync(at.Template.Id)),
        Read<ShowTemplateEdition>(async (use, at) => await use.RunAsync(at.Template.Id, 1)),
        Read<ListTemplateFollowers>(async (use, at) => (await use.RunAsync(at.Template.Id, new Page(0, 25)))?.All == 1, "of all"),
        Read<ListTemplateFollowers>(async (use, at) => (await use.RunAsync(at.Template.Id, new Page(0, 25)))?.Rows.Any(row => row.Id == at.Id), "hers"),
        Read<CreateTemplate>(async (use, _) => await use.ReadAsync(), "choices"),
        Read<CreateTemplate>(async (use, at) => await use.RunAsync(new CreateTemplate.Input { Name = "Ny", CurriculumCode = at.Template.CurriculumCode })),
        Do<RenameTemplate>((use, at) => use.RunAsync(new RenameTemplate.Input { Id = at.Template.Id, Name = "Nytt navn", Version = at.Template.Version })),
        Read<AddTemplateTask>(async (use, at) => await use.RunAsync(at.Template.Id, new TaskInput { Title = "Ny oppgave" })),
        Do<ChangeTemplateTask>((use, at) => use.RunAsync(at.Template.Tasks[0].Id, new TaskInput { Title = "Endret" })),
        Do<RemoveTemplateTask>((use, at) => use.RunAsync(at.Template.Tasks[0].Id, version: 0)),
        Read<MoveTemplateTask>(async (use, at) => await use.RunAsync(at.Template.Id, at.Template.Tasks[0].Id, earlier: true) is false),
        Read<PublishTemplate>(async (use, at) =>
        {
            var seen = await at.App.DbAsync(async db =>
            {
                var template = await db.PlanTemplates.Include(t => t.Tasks).SingleAsync(t => t.Id == at.Template.Id);
                template.Add(new TaskTerms("Ny oppgave", TaskKind.Task, 1), []);
                await db.SaveChangesAsync();
                return template.State;
            });
            return await use.RunAsync(new PublishTemplate.Input { Id = at.Template.Id, Seen = seen });
        }),
        Do<RetireTemplate>((use, at) => use.RunAsync(at.Template.Id, at.Template.Version, retired: true)),
        Read<ShowHouseCoverage>(async (use, at) => (await use.RunAsync(at.Template.CurriculumCode)).Goals.Any(goal => goal.Plans > 0)),
    ];
}
