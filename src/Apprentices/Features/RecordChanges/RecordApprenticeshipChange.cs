using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.RecordChanges;

/// <summary>
/// Enters what happened to a contract, with HR's reason where one was given, and counts anew what is due: all of it or, if
/// somebody saved in between or the lid is closed on it, nothing.
/// </summary>
public sealed class RecordApprenticeshipChange(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook, TimeProvider clock)
{
    /// <returns>The id of the entry.</returns>
    /// <exception cref="RuleException">It cannot be so.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public async Task<Guid> RunAsync(Guid id, ChangeInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChangeRecords);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.ReadRecordAsync(user, id, input, cancel);
        var change = await db.ReadChangeAsync(user, apprenticeship.State, input, cancel);
        var recordedBy = user.PersonId == Guid.Empty ? (Guid?)null : user.PersonId;
        var entry = change is CurriculumChanged changed
            ? apprenticeship.ChangeCurriculum(changed, await MoveAsync(db, apprenticeship, changed, user.Today, recordedBy, cancel), input.WhoDecided)
            : apprenticeship.Record(change, input.WhoDecided, user.Today, recordedBy);
        if (input.MayHaveReason && (Cause(input) is not null || !string.IsNullOrWhiteSpace(input.Reason)))
        {
            db.Add(new EntryReason(entry, Cause(input), input.Reason));
        }

        apprenticeship.ScheduleDuties(await rulebook.ReadAsync(db, cancel));

        // Some entries change no column of the contract itself; whoever has it open is still to be told.
        db.Entry(apprenticeship).Property(a => a.Version).IsModified = true;
        await db.SaveChangesAsync(cancel);
        return entry.Id;
    }

    private static InterruptionCause? Cause(ChangeInput input) => input.What == WhatHappened.Interruption ? input.Cause : null;

    /// <summary>To the edition in force, each goal as the one of its own code; the page for moves offers more.</summary>
    private async Task<PlanMove> MoveAsync(
        AppDbContext db, Apprenticeship apprenticeship, CurriculumChanged changed, DateOnly today, Guid? recordedBy, CancellationToken cancel)
    {
        string[] codes = [apprenticeship.CurriculumCode, changed.CurriculumCode];
        var curricula = await db.Curricula.Include(c => c.AllGoals).Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, cancel);
        return curricula.TryGetValue(changed.CurriculumCode, out var to)
            ? PlanMove.BySameCode(curricula[apprenticeship.CurriculumCode], to, recordedBy, clock.GetUtcNow(), today)
            : throw new NotThereException();
    }
}
