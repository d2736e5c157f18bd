using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Leaves an apprentice's plan as it is, whatever a template's newest edition holds. It can be looked at again; the next edition is offered anew.</summary>
public sealed class DeclineTemplateOffer(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">Another edition has been published, or none is offered.</exception>
    /// <exception cref="NotThereException">There is no such plan, or not for the one who asks.</exception>
    public async Task RunAsync(Guid apprenticeshipId, int edition, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user).SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();
        var offered = await OfferedEdition.FindAsync(db, user, contract, cancel);
        Rule.Require(offered?.Newest.Number == edition, TrainingPlanTexts.OfferPassed);

        contract.Decline(offered!.Newest);
        await db.SaveChangesAsync(cancel);
    }
}
