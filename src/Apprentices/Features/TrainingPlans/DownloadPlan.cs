using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The plan of one apprenticeship as a file, a line for each goal with where it stands and what teaches it.</summary>
public sealed class DownloadPlan(ShowPlan show)
{
    /// <exception cref="NotThereException">The record is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid apprenticeshipId, ListOutput output, CancellationToken cancel = default)
    {
        var plan = await show.RunAsync(apprenticeshipId, cancel) ?? throw new NotThereException();
        await new ListSheet<ShowPlan.Goal>(ListTexts.SheetPlan)
            .Number(ListTexts.HalfYear, goal => goal.HalfYear)
            .Text(ListTexts.GoalCode, goal => goal.Code)
            .LongText(ListTexts.Goal, goal => goal.Title.ToString())
            .Date(ListTexts.ExpectedOn, goal => goal.ExpectedOn)
            .Text(ListTexts.Level, goal => goal.Level.Word())
            .Date(ListTexts.RatedOn, goal => goal.Ratings.Count > 0 ? goal.Ratings[0].RatedOn : null)
            .Text(ListTexts.RatedBy, goal => goal.Ratings.Count > 0 ? goal.Ratings[0].RatedBy : null)
            .Text(ListTexts.Responsible, goal => goal.Responsible ?? plan.Instructor)
            .LongText(ListTexts.Tasks, goal => string.Join("\n", plan.TasksOf(goal).Select(task => task.State.Terms.Title)))
            .Date(ListTexts.LeftOn, goal => goal.LeftOn)
            .WriteAsync([.. plan.Halves.SelectMany(half => half.Goals), .. plan.Former], output, cancel);
    }
}
