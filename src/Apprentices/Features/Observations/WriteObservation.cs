using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Observations;

/// <summary>
/// A supervisor writes what she saw an apprentice do, tied to up to three goals. In the same act she may rate those goals; each
/// rating is added to the ones there are, with the observation as its note.
/// </summary>
public sealed class WriteObservation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        public Guid ApprenticeshipId { get; set; }

        [Required]
        public DateOnly? ObservedOn { get; set; }

        [Required, StringLength(Observation.LongestText)]
        public string? Text { get; set; }

        public List<Guid> GoalIds { get; set; } = [];

        /// <summary>How well she masters those of the goals that are rated too.</summary>
        public Dictionary<Guid, Level> Levels { get; set; } = [];
    }

    /// <exception cref="RuleException">The text, the day or the goals are impossible.</exception>
    /// <exception cref="NotThereException">There is no such record, or the one who asks does not follow up its apprentice.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.Observe);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships
            .VisibleTo(user)
            .SupervisedBy(user)
            .Where(a => a.Id == input.ApprenticeshipId)
            .Include(a => a.Plan)
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var (now, observedOn) = (clock.GetUtcNow(), input.ObservedOn ?? user.Today);
        var observation = Observation.Write(contract, observedOn, input.Text ?? "", ObservedGoals.Of(contract, input.GoalIds), user.PersonId, now, user.Today);
        db.Observations.Add(observation);
        foreach (var goal in observation.Goals.Where(goal => input.Levels.ContainsKey(goal.Id)))
        {
            user.Require(Policy.RateGoals);
            await db.Entry(goal).Collection(row => row.Ratings).LoadAsync(cancel);
            goal.Rate(input.Levels[goal.Id], observation.Text, observedOn, user.PersonId, now, user.Today);
        }

        await db.SaveChangesAsync(cancel);
        return observation.Id;
    }
}
