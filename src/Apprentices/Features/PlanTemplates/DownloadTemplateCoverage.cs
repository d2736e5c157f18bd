using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Which tasks of a template teach which goals, as a file: a line for each goal, a column for each task.</summary>
public sealed class DownloadTemplateCoverage(ShowTemplate show)
{
    /// <exception cref="NotThereException">The template is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid id, ListOutput output, CancellationToken cancel = default)
    {
        var template = await show.RunAsync(id, cancel) ?? throw new NotThereException();
        var sheet = new ListSheet<GoalCoverage>(ListTexts.SheetCoverage)
            .Text(ListTexts.GoalCode, goal => goal.Code)
            .LongText(ListTexts.Goal, goal => template.Names.Goal(goal.Code))
            .YesNo(ListTexts.Missing, goal => goal.IsGap);
        foreach (var task in template.Rows.Select(row => row.Task))
        {
            sheet.Text($"{task.Terms.Title} ({Texts.Format(TaskTexts.NthHalfYear, task.Terms.HalfYear)})", goal => !goal.IsTaughtBy(task.Key) ? null
                : task.Terms.Kind == TaskKind.Course ? PlanTemplateTexts.CellCourse : PlanTemplateTexts.CellTask);
        }

        await sheet.WriteAsync(template.Coverage.Goals, output, cancel);
    }
}
