using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Reads a record for planning its test; never one's own.</summary>
internal static class TestAccess
{
    public static IQueryable<Apprenticeship> ToTestBy(this IQueryable<Apprenticeship> rows, CurrentUser user) =>
        rows.VisibleTo(user).Where(a => a.PersonId != user.PersonId);

    /// <exception cref="NotThereException">It is not there, not hers to see, or her own.</exception>
    public static async Task<Apprenticeship> ReadToTestAsync(this AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel) =>
        await db.Apprenticeships.ToTestBy(user).SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotThereException();

    /// <summary>The attempt that lies ahead, made where nobody has prepared it yet. Marked as changed, so that two who prepare it at once do not both.</summary>
    /// <param name="db">Where it is.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="record">Whose.</param>
    /// <param name="number">Which the form was opened for.</param>
    /// <param name="version">The saves of it the form was opened with; nothing where there was none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">There is no test ahead, or another one.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public static async Task<TestAttempt> AttemptAheadAsync(this AppDbContext db, CurrentUser user, Apprenticeship record, int number, int? version, CancellationToken cancel)
    {
        var state = record.State;
        Rule.Require(state.Termination is null && state.MaySitAgain, FinalTestTexts.NoTestAhead);
        Rule.Require(number == state.Sittings.Count + 1, FinalTestTexts.OtherTestAhead);
        var attempt = await db.TestAttempts.VisibleTo(user).Include(a => a.Agreements).SingleOrDefaultAsync(a => a.ApprenticeshipId == record.Id && a.Number == number, cancel);
        if (attempt?.Version != version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (attempt is null)
        {
            attempt = new TestAttempt(record.Id, number);
            db.Add(attempt);
        }
        else
        {
            db.Entry(attempt).Property(a => a.Version).IsModified = true;
        }

        return attempt;
    }
}
