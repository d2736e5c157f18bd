using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>A newer edition of the template a plan follows, and what it offers line by line.</summary>
/// <param name="Newest">The edition that is offered.</param>
/// <param name="Lines">The tasks that would change, each with what the plan has of its own.</param>
internal sealed record OfferedEdition(TemplateEdition Newest, IReadOnlyList<TaskOffer> Lines)
{
    /// <param name="db">The database.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="contract">With its plan and its tasks.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where the plan follows no template, or has its newest edition.</returns>
    public static async Task<OfferedEdition?> FindAsync(AppDbContext db, CurrentUser user, Apprenticeship contract, CancellationToken cancel)
    {
        var (template, followed) = (contract.TemplateId, contract.TemplateEdition);
        var newest = await db.TemplateEditions
            .Fitting(contract.CurriculumCode, contract.CurriculumEdition)
            .VisibleTo(user)
            .Where(edition => edition.TemplateId == template && edition.Number > followed)
            .Include(edition => edition.Template)
            .OrderByDescending(edition => edition.Number)
            .FirstOrDefaultAsync(cancel);
        if (newest is null)
        {
            return null;
        }

        var old = await db.TemplateEditions
            .VisibleTo(user)
            .Where(edition => edition.TemplateId == template && edition.Number == followed)
            .SingleAsync(cancel);
        return new OfferedEdition(newest, TaskComparison.Offered(
            old.Tasks, newest.Tasks,
            [.. contract.Tasks.OrderBy(task => task.Order).Select(task => task.State)],
            contract.Plan.Where(goal => goal.LeftOn is null).Select(goal => goal.Code)));
    }
}
