using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>The talks of one apprenticeship in order, each with the sum behind its day.</summary>
public sealed class ListTalksOfApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    public sealed record Row(
        Guid Id, int Number, EvaluationState State, DateOnly WindowStartsOn, DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn,
        bool IsOverdue, bool SignedByApprentice, bool SignedBySupervisor)
    {
        /// <summary>How the day came about; nothing where the talk kept an older day than the contract gives now.</summary>
        public Duty? Duty { get; init; }
    }

    /// <summary>The talks, or nothing where the record is not there or not the reader's to see.</summary>
    public async Task<IReadOnlyList<Row>?> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);
        var overdue = Evaluation.OverdueOn(user.Today);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships
            .VisibleTo(user)
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel);
        if (contract is null)
        {
            return null;
        }

        var duties = Duties.Talks(contract.State, rulebook.ForTalks);
        var rows = await db.Evaluations
            .VisibleTo(user)
            .Where(e => e.ApprenticeshipId == apprenticeshipId)
            .OrderBy(e => e.Number)
            .Select(e => new Row(
                e.Id, e.Number, e.State, e.WindowStartsOn, e.DueOn, e.PlannedOn, e.HeldOn,
                db.Evaluations.Where(overdue).Any(late => late.Id == e.Id),
                e.Signatures.Any(s => s.Role == Roles.Apprentice), e.Signatures.Any(s => s.Role != Roles.Apprentice)))
            .ToListAsync(cancel);
        return [.. rows.Select(row => row with { Duty = duties.FirstOrDefault(duty => duty.Number == row.Number && duty.DueOn == row.DueOn) })];
    }
}
