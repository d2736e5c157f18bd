using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>
/// Takes over what was chosen of a template's newest edition. What was not chosen stays as the plan's own, and the plan follows the new
/// edition from then on. No goal, rating or entry of the log goes with a task.
/// </summary>
public sealed class AcceptTemplateOffer(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Key">The task of the template.</param>
    /// <param name="KeepOwn">Whether the plan's own parts stay where both changed the same.</param>
    /// <param name="Version">The plan's task as it was read; empty where the plan had none.</param>
    public sealed record Choice(Guid Key, bool KeepOwn, int? Version);

    /// <param name="apprenticeshipId">Whose plan.</param>
    /// <param name="edition">The edition that was looked at.</param>
    /// <param name="choices">The lines to take over.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">Another edition has been published, or a line is not as it was.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a task in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such plan, or not for the one who asks.</exception>
    public async Task RunAsync(Guid apprenticeshipId, int edition, IReadOnlyList<Choice> choices, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user).SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();
        var offered = await OfferedEdition.FindAsync(db, user, contract, cancel);
        Rule.Require(offered?.Newest.Number == edition, TrainingPlanTexts.OfferPassed);

        List<(TaskOffer, bool)> chosen = [];
        foreach (var choice in choices)
        {
            var line = offered!.Lines.FirstOrDefault(line => line.Key == choice.Key);
            var task = contract.Tasks.FirstOrDefault(task => task.State.Key == choice.Key);
            Rule.Require(line is not null && task is null == choice.Version is null, SharedTexts.LostRace);
            chosen.Add((line!, choice.KeepOwn));
            if (task is not null)
            {
                // Other goals alone change no column of the task: it counts as changed all the same.
                db.Entry(task).State = EntityState.Modified;
                db.Entry(task).Property(row => row.Version).OriginalValue = choice.Version!.Value;
            }
        }

        contract.TakeOver(offered!.Newest, chosen);
        await db.SaveChangesAsync(cancel);
    }
}
