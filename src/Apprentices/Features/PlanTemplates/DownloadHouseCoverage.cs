using Apprentices.Shared;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Which workplaces teach which goals of a trade, as a file: how many plans have a task for the goal, anywhere and at each.</summary>
public sealed class DownloadHouseCoverage(ShowHouseCoverage show)
{
    public async Task RunAsync(string? curriculumCode, ListOutput output, CancellationToken cancel = default)
    {
        var coverage = await show.RunAsync(curriculumCode, cancel);
        var sheet = new ListSheet<ShowHouseCoverage.Goal>($"{ListTexts.SheetCoverage} {coverage.Shown?.Code}".TrimEnd())
            .Text(ListTexts.GoalCode, goal => goal.Code)
            .LongText(ListTexts.Goal, goal => goal.Title.ToString())
            .Number(ListTexts.AllPlans, goal => goal.Plans)
            .Number(ListTexts.Templates, goal => goal.Templates);
        foreach (var place in coverage.Workplaces)
        {
            sheet.Number(place.Name, goal => goal.At.TryGetValue(place.Id, out var plans) ? plans : null);
        }

        await sheet.WriteAsync(coverage.Goals, output, cancel);
    }
}
