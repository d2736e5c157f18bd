using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Names who sees to a test in the house, and the day of the trial test before it.</summary>
public sealed class PrepareTest(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        /// <summary>Which attempt.</summary>
        public int Number { get; init; }

        public Guid? ResponsibleId { get; set; }

        public DateOnly? TrialOn { get; set; }

        /// <summary>The saves of the attempt the form was opened with; nothing where nobody had prepared it.</summary>
        public int? Version { get; init; }
    }

    /// <exception cref="RuleException">There is no such test ahead.</exception>
    /// <exception cref="NotThereException">The one named does not follow her up.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public async Task RunAsync(Guid apprenticeshipId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.ReadToTestAsync(user, apprenticeshipId, cancel);
        var attempt = await db.AttemptAheadAsync(user, record, input.Number, input.Version, cancel);
        var current = Assignment.CurrentOn(user.Today);
        var follows = input.ResponsibleId is null || input.ResponsibleId == attempt.ResponsibleId
            || await db.Assignments.VisibleTo(user).Where(current).AnyAsync(s => s.ApprenticeshipId == apprenticeshipId && s.PersonId == input.ResponsibleId, cancel);
        if (!follows)
        {
            throw new NotThereException();
        }

        attempt.Prepare(input.ResponsibleId, input.TrialOn);
        await db.SaveChangesAsync(cancel);
    }
}
