using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>
/// Removes a record that was registered by mistake, and the person with it if she is nothing else here. A record in which
/// something was held, signed, logged or rated, and one to which something happened after it was entered, stays.
/// </summary>
public sealed class RemoveApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TraceKeys keys, TimeProvider clock)
{
    /// <exception cref="RuleException">Something has been done in it.</exception>
    public async Task RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.RemoveApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == id).Select(a => new
        {
            Apprenticeship = a,
            a.Person,
            Held = a.Evaluations.Any(e => e.State == EvaluationState.Held || e.State == EvaluationState.Signed || e.State == EvaluationState.HeldBeforeSystem),
            Rated = a.Plan.Any(g => g.Ratings.Any()),
            Logged = db.LogEntries.Any(e => e.ApprenticeshipId == a.Id) || db.Observations.Any(o => o.ApprenticeshipId == a.Id),
            Changes = a.Entries,
            Done = a.Duties.Any(d => d.DoneById != null || d.SentById != null),
            Others = db.Apprenticeships.Any(other => other.PersonId == a.PersonId && other.Id != a.Id),
            Assigned = db.Assignments.Any(s => s.PersonId == a.PersonId),
        }).SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        Rule.Require(!record.Held, ApprenticeshipTexts.NotRemovedHeld);
        Rule.Require(!record.Rated, ApprenticeshipTexts.NotRemovedRated);
        Rule.Require(!record.Logged, ApprenticeshipTexts.NotRemovedLogged);

        Rule.Require(record.Changes.All(entry => entry.Change is ContractEntered or ContractCorrected), ApprenticeshipTexts.NotRemovedChanged);
        Rule.Require(!record.Done, ApprenticeshipTexts.NotRemovedDone);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Remove(record.Apprenticeship);
        if (!record.Others)
        {
            record.Person.Revoke(Roles.Apprentice);
        }

        await db.SaveChangesAsync(cancel);
        if (!record.Others && record.Person.Roles == Roles.None && !record.Assigned)
        {
            await TracePeople.ForgetAsync(db, keys, record.Person.Id, clock.GetUtcNow(), cancel);
            db.Remove(record.Person);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
