using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The plan as the use cases of this feature read it before they change it.</summary>
internal static class PlanRows
{
    /// <summary>The plans one may see that are not one's own, with goals and tasks.</summary>
    public static IQueryable<Apprenticeship> PlansToAdjust(this AppDbContext db, CurrentUser user) => db.Apprenticeships
        .VisibleTo(user)
        .Where(a => a.PersonId != user.PersonId)
        .Include(a => a.Plan).Include(a => a.Interruptions).Include(a => a.Tasks).ThenInclude(task => task.Goals)
        .AsSplitQuery();

    /// <exception cref="RuleException">There is no such workplace.</exception>
    public static async Task RequireWorkplaceAsync(this AppDbContext db, Guid? workplaceId, CancellationToken cancel) => Rule.Require(
        workplaceId is not { } id || await db.Workplaces.AnyAsync(workplace => workplace.Id == id, cancel), TrainingPlanTexts.NoSuchWorkplace);
}
