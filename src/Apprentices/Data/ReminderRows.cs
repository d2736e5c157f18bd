using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Something still to be done, as the database gives it, without the people.</summary>
internal sealed record ReminderRow
{
    public required Guid Id { get; init; }
    public required DateOnly DueOn { get; init; }
    public DutyKind? Kind { get; init; }
    public required DutyRole Responsible { get; init; }
    public Guid? NamedId { get; init; }
    public required Guid? ApprenticeshipId { get; init; }
    public required Guid? ApprenticeId { get; init; }

    /// <summary>For whom it waits, where several do it together.</summary>
    public ReminderTurn? Turn { get; init; }
}

/// <summary>For whom something waits that several do, each her part.</summary>
/// <param name="Parties">Those whose turn it is.</param>
/// <param name="Done">Those that have done their part, whoever of them did.</param>
/// <param name="DoneBy">The people who did.</param>
internal sealed record ReminderTurn(FormParties Parties, FormParties Done, IReadOnlyList<Guid> DoneBy)
{
    /// <summary>Those whose turn it is where nobody is instructor.</summary>
    public FormParties WithoutInstructor { get; init; } = Parties;

    /// <summary>Whom those are where nobody is instructor and the training manager is meant by it.</summary>
    public static FormParties OrManager(FormParties parties) => parties.HasFlag(FormParties.Instructor) ? parties | FormParties.TrainingManager : parties;
}

/// <summary>Something that waits since an instant; on which day that was, the office's clock says and not the database.</summary>
internal sealed record WaitingRow
{
    public required Guid Id { get; init; }
    public required Guid ApprenticeshipId { get; init; }
    public required Guid ApprenticeId { get; init; }

    /// <summary>It waits since then at the earliest.</summary>
    public required DateTimeOffset? First { get; init; }

    /// <summary>And since then at the latest.</summary>
    public required DateTimeOffset? Last { get; init; }

    /// <summary>Of log entries, the oldest that nobody has approved.</summary>
    public DateTimeOffset? FirstUntouched { get; init; }
}

/// <summary>What is still to be done on a day, of each subject.</summary>
internal static class ReminderRows
{
    /// <summary>Whether it is reckoned from an instant on: then <see cref="Waiting"/> has it, and else <see cref="Due"/>.</summary>
    public static bool IsWaiting(ReminderSubject subject) => subject is ReminderSubject.EntriesWaiting or ReminderSubject.Signature;

    public static IQueryable<ReminderRow> Due(AppDbContext db, ReminderSubject subject, ReminderReckoning reckoning, DateOnly today) => subject switch
    {
        ReminderSubject.Talk => Talks(db, today),
        ReminderSubject.HandOver => HandOvers(db, today),
        ReminderSubject.Action => Actions(db, today),
        ReminderSubject.Duty => Duties(db),
        ReminderSubject.Preparation => Preparations(db, today),
        ReminderSubject.SilentLog => SilentLogs(db, reckoning.QuietDays, today),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "It is reckoned from an instant on."),
    };

    public static IQueryable<WaitingRow> Waiting(AppDbContext db, ReminderSubject subject) => subject switch
    {
        ReminderSubject.EntriesWaiting => EntriesWaiting(db),
        ReminderSubject.Signature => Signatures(db),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "It is due on a day."),
    };

    /// <summary>Half-yearly talks to be held, while the training lasts.</summary>
    private static IQueryable<ReminderRow> Talks(AppDbContext db, DateOnly today) => db.Evaluations
        .Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned)
        .Where(e => e.Apprenticeship.StartsOn <= today && e.Apprenticeship.EndsOn >= today)
        .Select(e => new ReminderRow
        {
            Id = e.Id,
            DueOn = e.DueOn,
            Responsible = DutyRole.Instructor,
            ApprenticeshipId = e.ApprenticeshipId,
            ApprenticeId = e.Apprenticeship.PersonId,
        });

    /// <summary>Talks that are to come on a day that is agreed, while the training lasts, and have not opened; for whom each waits, <see cref="PreparationTurns"/> says.</summary>
    private static IQueryable<ReminderRow> Preparations(AppDbContext db, DateOnly today) => db.Evaluations
        .Where(e => e.State == EvaluationState.Planned && e.PlannedOn >= today && e.Apprenticeship.StartsOn <= today && e.Apprenticeship.EndsOn >= today)
        .Where(e => !db.Evaluations.Where(Evaluation.IsOpened).Any(open => open.Id == e.Id))
        .Select(e => new ReminderRow
        {
            Id = e.Id,
            DueOn = e.PlannedOn!.Value,
            Responsible = DutyRole.Instructor,
            ApprenticeshipId = e.ApprenticeshipId,
            ApprenticeId = e.Apprenticeship.PersonId,
        });

    private static IQueryable<ReminderRow> HandOvers(AppDbContext db, DateOnly today) => db.Placements
        .Where(Placement.WaitsForConfirmationOn(today))
        .Where(p => p.Apprenticeship.EndsOn >= today)
        .Select(p => new ReminderRow
        {
            Id = p.Id,
            DueOn = p.FromOn,
            Responsible = DutyRole.Instructor,
            NamedId = p.InstructorId,
            ApprenticeshipId = p.ApprenticeshipId,
            ApprenticeId = p.Apprenticeship.PersonId,
        });

    /// <summary>What was agreed on in a talk. It is told whoever it was given to while she has to do with the record, and else as an instructor's.</summary>
    private static IQueryable<ReminderRow> Actions(AppDbContext db, DateOnly today) => db.AgreedActions
        .Where(AgreedAction.IsTask)
        .Where(action => action.DoneOn == null && action.Apprenticeship.EndsOn >= today)
        .Select(action => new ReminderRow
        {
            Id = action.Id,
            DueOn = action.DueOn,
            Responsible = DutyRole.Instructor,
            NamedId = action.ResponsibleId == action.Apprenticeship.PersonId || action.Apprenticeship.Assignments.Any(s => s.PersonId == action.ResponsibleId
                && s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)) ? action.ResponsibleId : null,
            ApprenticeshipId = action.ApprenticeshipId,
            ApprenticeId = action.Apprenticeship.PersonId,
        });

    /// <summary>Open duties, by the day the next step is due.</summary>
    private static IQueryable<ReminderRow> Duties(AppDbContext db) => db.TrackedDuties
        .Where(TrackedDuty.IsOpen)
        .Select(duty => new ReminderRow
        {
            Id = duty.Id,
            DueOn = duty.ActOn,
            Kind = duty.Kind,
            Responsible = duty.Responsible,
            ApprenticeshipId = duty.ApprenticeshipId,
            ApprenticeId = duty.Apprenticeship!.PersonId,
        });

    /// <summary>
    /// Logs that were not written in yesterday, by the day they count as quiet (<see cref="Attention.IsSilentFor"/>): while the training lasts,
    /// not where the log is kept elsewhere, and not while she is away.
    /// </summary>
    private static IQueryable<ReminderRow> SilentLogs(AppDbContext db, int quietDays, DateOnly today) => db.Apprenticeships
        .Where(Apprenticeship.ActiveOn(today))
        .SelectAttention(db, today, marginPercent: 0)
        .Where(Attention.IsSilentFor(1))
        .Join(db.Apprenticeships, silent => silent.Id, contract => contract.Id, (silent, contract) => new ReminderRow
        {
            Id = silent.Id,
            DueOn = silent.SilentSince.AddDays(silent.AwayDays + quietDays),
            Responsible = DutyRole.Apprentice,
            ApprenticeshipId = silent.Id,
            ApprenticeId = contract.PersonId,
        });

    /// <summary>Log entries that wait for a supervisor, together for each apprenticeship.</summary>
    private static IQueryable<WaitingRow> EntriesWaiting(AppDbContext db) => db.LogEntries
        .Where(LogEntry.Waits)
        .GroupBy(entry => new { entry.ApprenticeshipId, entry.Apprenticeship.PersonId })
        .Select(hers => new WaitingRow
        {
            Id = hers.Key.ApprenticeshipId,
            ApprenticeshipId = hers.Key.ApprenticeshipId,
            ApprenticeId = hers.Key.PersonId,
            First = hers.Min(entry => entry.HandedInAt),
            Last = hers.Min(entry => entry.HandedInAt),
            FirstUntouched = hers.Min(entry => entry.State == LogState.HandedIn ? entry.HandedInAt : null),
        });

    /// <summary>Talks that were held and wait to be signed, and signed ones with an addendum that does.</summary>
    private static IQueryable<WaitingRow> Signatures(AppDbContext db) => db.Evaluations
        .Where(Evaluation.IsBeingSigned)
        .Select(talk => new WaitingRow
        {
            Id = talk.Id,
            ApprenticeshipId = talk.ApprenticeshipId,
            ApprenticeId = talk.Apprenticeship.PersonId,
            First = talk.Documents.Max(paper => (DateTimeOffset?)paper.MadeAt),
            Last = talk.Signatures.Max(signature => (DateTimeOffset?)signature.SignedAt),
        });
}
