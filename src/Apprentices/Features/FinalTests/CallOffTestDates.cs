using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Dates that were agreed do not hold any more, and others are not agreed yet. That they were is kept.</summary>
public sealed class CallOffTestDates(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="apprenticeshipId">Whose.</param>
    /// <param name="number">Which attempt.</param>
    /// <param name="version">The saves of it the page was read with.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">None are agreed.</exception>
    public async Task RunAsync(Guid apprenticeshipId, int number, int? version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.ReadToTestAsync(user, apprenticeshipId, cancel);
        var attempt = await db.AttemptAheadAsync(user, record, number, version, cancel);
        attempt.CallOff(TestDatesEnd.CalledOff);
        await db.SaveChangesAsync(cancel);
    }
}
