using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Observations;

/// <summary>A supervisor corrects an observation of her own, while she follows up the apprentice. Ratings given with it stay as they are.</summary>
public sealed class CorrectObservation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="observationId">Which one.</param>
    /// <param name="version">The observation as it was when the form was opened.</param>
    /// <param name="input">What it shall say.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">The text, the day or the goals are impossible.</exception>
    /// <exception cref="DbUpdateConcurrencyException">It was changed elsewhere in the meantime.</exception>
    /// <exception cref="NotThereException">It is not there, not her own, or of somebody she no longer follows up.</exception>
    public async Task RunAsync(Guid observationId, int version, WriteObservation.Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.Observe);

        await using var db = await database.CreateDbContextAsync(cancel);
        var supervised = db.Apprenticeships.SupervisedBy(user);
        var observation = await db.Observations
            .VisibleTo(user)
            .Where(observation => observation.Id == observationId && observation.AuthorId == user.PersonId)
            .Where(observation => supervised.Any(a => a.Id == observation.ApprenticeshipId))
            .Include(observation => observation.Goals)
            .Include(observation => observation.Apprenticeship).ThenInclude(a => a.Plan)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();

        var row = db.Entry(observation).Property(o => o.Version);
        row.OriginalValue = version;
        row.IsModified = true;
        observation.Correct(
            observation.Apprenticeship, input.ObservedOn ?? observation.ObservedOn, input.Text ?? "",
            ObservedGoals.Of(observation.Apprenticeship, input.GoalIds), clock.GetUtcNow(), user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
