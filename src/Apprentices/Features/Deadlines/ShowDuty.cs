using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>One duty: what, whose, where it stands, how its day came about, and what the reader may do about it.</summary>
public sealed class ShowDuty(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    /// <param name="Due">What and when.</param>
    /// <param name="Title">What it is called.</param>
    public sealed record Details(DueRow Due, string Title)
    {
        /// <summary>Whose; nothing for the employer's own.</summary>
        public string? Apprentice { get; init; }
        public LocalText? Trade { get; init; }
        public string? Workplace { get; init; }
        public bool IsOwn { get; init; }

        /// <summary>The name of who sees to it, where the record has one.</summary>
        public string? Responsible { get; init; }

        /// <summary>The sum behind its day; nothing where the contract gives another day now.</summary>
        public Duty? Sum { get; init; }
        public string? WaivedReason { get; init; }

        /// <summary>Who said that it was done or is not to be.</summary>
        public string? DoneBy { get; init; }

        /// <summary>It is done by recording the county's consent.</summary>
        public bool TakesConsent { get; init; }
        public bool MayFinish { get; init; }
        public bool MaySend { get; init; }
        public bool MayWaive { get; init; }
        public bool MayReopen { get; init; }

        /// <summary>Whether the reader may enter something in the record.</summary>
        public bool MayEnter { get; init; }

        /// <summary>Whether there is a letter for it, or an attest, and the reader may see that.</summary>
        public bool HasNotice { get; init; }
        public bool HasAttest { get; init; }

        /// <summary>The talk that is arranged for it.</summary>
        public Guid? TalkId { get; init; }

        /// <summary>Whether it is done by a talk, which the reader may arrange.</summary>
        public bool MayArrange { get; init; }
    }

    /// <summary>The duty, or nothing where it is not there or not the reader's to see.</summary>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.DueTo(user).Where(row => row.Id == id && !row.IsTalk).SingleOrDefaultAsync(cancel) is not { } due)
        {
            return null;
        }

        if (due.ApprenticeshipId is { } opened)
        {
            await readings.NoteAsync(user, opened, Opened.Record, cancel: cancel);
        }

        var rules = await rulebook.ReadAsync(db, cancel);
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user).Where(a => a.Id == due.ApprenticeshipId), cancel);
        var duty = await db.TrackedDuties.VisibleTo(user).Where(d => d.Id == id).Include(d => d.DoneBy).AsNoTracking().SingleAsync(cancel);
        var record = due.ApprenticeshipId is { } recordId
            ? await db.Apprenticeships.VisibleTo(user).WithDuties().AsNoTrackingWithIdentityResolution().SingleAsync(a => a.Id == recordId, cancel)
            : null;
        var sum = record is not null ? Duties.For(record.Facts, rules).FirstOrDefault(other => other.Key == duty.Key)
            : await OfTheEmployerAsync(db, duty, rules, cancel);
        return new Details(due, DutyWords.Title(due, names))
        {
            Apprentice = names.RecordOf(due)?.Name,
            Trade = names.TradeOf(due),
            Workplace = names.WorkplaceOf(due),
            IsOwn = due.PersonId == user.PersonId,
            Responsible = names.ResponsibleFor(due),
            Sum = sum?.DueOn == due.DueOn ? sum : null,
            WaivedReason = duty.WaivedReason,
            DoneBy = duty.DoneBy?.FullName,
            TakesConsent = record?.TakesConsent(duty) == true,
            MayEnter = record is not null && user.Allows(Policy.ChangeRecords),
            TalkId = await TalkAsync(db, user, duty, cancel),
        }.For(user, duty);
    }

    /// <summary>The talk that settles it when it is held.</summary>
    private static async Task<Guid?> TalkAsync(AppDbContext db, CurrentUser user, TrackedDuty duty, CancellationToken cancel) => TalkKinds.Settling(duty.Kind) is not { } kind ? null
        : await db.Evaluations.VisibleTo(user)
            .Where(e => e.ApprenticeshipId == duty.ApprenticeshipId && e.Kind == kind && e.Subject == duty.Subject && e.State != EvaluationState.Waived)
            .OrderByDescending(e => e.Number)
            .Select(e => (Guid?)e.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The employer's own duties are counted from the year, the county and the contracts under an approval.</summary>
    private static async Task<Duty?> OfTheEmployerAsync(AppDbContext db, TrackedDuty duty, DutyRules rules, CancellationToken cancel)
    {
        var approvals = duty.Kind == DutyKind.ApprovalLapses
            ? await db.TrainingApprovals.Where(approval => approval.Id == duty.Subject)
                .Select(approval => new ApprovalInUse(
                    approval.Id, approval.CountyNumber,
                    db.Apprenticeships
                        .Where(a => a.CurriculumCode == approval.CurriculumCode && a.WorkplaceId == approval.WorkplaceId && a.CountyNumber == approval.CountyNumber)
                        .Max(a => (DateOnly?)a.EndsOn) ?? approval.FromOn))
                .ToListAsync(cancel)
            : [];
        string[] counties = duty.CountyNumber is { } county ? [county] : [];
        return EmployerDuties.For(duty.Kind == DutyKind.ApprovalLapses ? duty.DueOn.Year : duty.Number, counties, approvals, rules)
            .FirstOrDefault(other => other.Key == duty.Key && other.CountyNumber == duty.CountyNumber);
    }
}

/// <summary>What somebody may do about a duty she sees. The use cases ask for themselves.</summary>
internal static class DutyPermissions
{
    public static ShowDuty.Details For(this ShowDuty.Details details, CurrentUser user, TrackedDuty duty)
    {
        var acts = user.Allows(Policy.SettleDuties) && !details.IsOwn;
        var toDo = acts && duty.State is DutyState.Open or DutyState.BeforeSystem;
        var waives = acts && user.Allows(Policy.WaiveDuties) && DutyAccess.MayWaive(user, duty.Basis);
        return details with
        {
            MayFinish = acts && toDo && !details.TakesConsent,
            MaySend = acts && toDo && (TrackedDuty.IsSent(duty.Kind) || duty.Kind == DutyKind.RegistrationTarget),
            MayWaive = waives && toDo,
            MayReopen = acts && (duty.State == DutyState.Done && duty.DoneById is not null || duty.State == DutyState.Open && duty.SentOn is not null)
                || waives && duty.State == DutyState.Waived,
            HasNotice = acts && details.Apprentice is not null && duty.Kind is DutyKind.Notice or DutyKind.RegistrationDeadline or DutyKind.RegistrationTarget,
            HasAttest = acts && duty.Kind == DutyKind.Attest,
            MayArrange = acts && toDo && details.TalkId is null && TalkKinds.Settling(duty.Kind) is not null && user.Allows(Policy.ArrangeTalks),
        };
    }
}
