using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Says how well an apprentice masters a goal on a day, with a note. A rating is added; none is ever overwritten.</summary>
public sealed class RateGoal(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        public Guid GoalId { get; set; }

        [Required]
        public Level? Level { get; set; }

        [StringLength(GoalRating.LongestNote)]
        public string? Note { get; set; }

        [Required]
        public DateOnly? RatedOn { get; set; }
    }

    /// <exception cref="RuleException">The day or the note is impossible.</exception>
    /// <exception cref="NotThereException">There is no such goal, or the one who asks does not follow up its apprentice.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.RateGoals);

        await using var db = await database.CreateDbContextAsync(cancel);
        var supervised = db.Apprenticeships.SupervisedBy(user);
        var goal = await db.PlannedGoals
            .VisibleTo(user)
            .Where(goal => goal.Id == input.GoalId && supervised.Any(a => a.Id == goal.ApprenticeshipId))
            .Include(goal => goal.Apprenticeship)
            .Include(goal => goal.Ratings)
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var ratedOn = input.RatedOn ?? user.Today;
        Rule.Require(ratedOn >= goal.Apprenticeship.StartsOn, RuleTexts.OutsideTheTraining);

        goal.Rate(input.Level ?? Level.NotBegun, input.Note, ratedOn, user.PersonId, clock.GetUtcNow(), user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
