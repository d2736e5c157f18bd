using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>The talks of one apprenticeship in order, each with the sum behind its day.</summary>
public sealed class ListTalksOfApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    public sealed record Row(
        Guid Id, EvaluationKind Kind, int Number, EvaluationState State, DateOnly WindowStartsOn, DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn,
        bool IsOverdue, bool SignedByApprentice, bool SignedBySupervisor)
    {
        public TimeOnly? StartsAt { get; init; }
        public string? Place { get; init; }

        /// <summary>How the day came about; nothing where the talk kept an older day than the contract gives now.</summary>
        public Duty? Duty { get; init; }
    }

    /// <param name="Talks">In the order of their days.</param>
    /// <param name="MayArrange">Whether the reader may arrange a talk beside the half-yearly ones.</param>
    public sealed record Result(IReadOnlyList<Row> Talks, bool MayArrange);

    /// <summary>The talks, or nothing where the record is not there or not the reader's to see.</summary>
    public async Task<Result?> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
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

        await readings.NoteAsync(user, contract.Id, Opened.Record, cancel: cancel);
        var duties = Duties.Talks(contract.State, rulebook.ForTalks);
        var rows = await db.Evaluations
            .VisibleTo(user)
            .Where(e => e.ApprenticeshipId == apprenticeshipId)
            .OrderBy(e => e.HeldOn ?? e.PlannedOn ?? e.DueOn).ThenBy(e => e.Kind).ThenBy(e => e.Number)
            .Select(e => new Row(
                e.Id, e.Kind, e.Number, e.State, e.WindowStartsOn, e.DueOn, e.PlannedOn, e.HeldOn,
                db.Evaluations.Where(overdue).Any(late => late.Id == e.Id),
                e.Signatures.Any(s => s.Addendum == 0 && s.Kind == SignatureKind.Signed && s.Role == Roles.Apprentice),
                e.Signatures.Any(s => s.Addendum == 0 && s.Kind == SignatureKind.Signed && s.Role != Roles.Apprentice))
            {
                StartsAt = e.StartsAt,
                Place = e.Place,
            })
            .ToListAsync(cancel);
        return new Result([.. rows.Select(row => row with { Duty = row.Kind != EvaluationKind.HalfYear ? null : duties.FirstOrDefault(duty => duty.Number == row.Number && duty.DueOn == row.DueOn) })], user.Allows(Policy.ArrangeTalks) && await db.Apprenticeships.Where(TalkAccess.ArrangedBy(user)).AnyAsync(a => a.Id == apprenticeshipId, cancel));
    }
}
