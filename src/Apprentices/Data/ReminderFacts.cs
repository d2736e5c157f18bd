using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>
/// Reads what is still to be done, and whom it concerns on a day, as <see cref="ReminderPlan"/> needs it: the one place, for those who
/// promise reminders, those who send them, and those who foresee them.
/// </summary>
internal static class ReminderFacts
{
    /// <summary>What is asked for together: one subject, of the duties those kinds whose first reminder falls on the same day before the due day.</summary>
    internal sealed record Source(ReminderSubject Subject, int FirstDay, IReadOnlyList<DutyKind> Kinds);

    /// <summary>A row as the database gives it, without the people.</summary>
    private sealed record Row
    {
        public required Guid Id { get; init; }
        public required DateOnly DueOn { get; init; }
        public required DutyKind Kind { get; init; }
        public required DutyRole Responsible { get; init; }
        public required Guid? NamedId { get; init; }
        public required Guid? ApprenticeshipId { get; init; }
        public required Guid? ApprenticeId { get; init; }
    }

    /// <summary>All that is reminded of by those rules.</summary>
    public static IReadOnlyList<Source> Sources(ReminderTerms terms) =>
    [
        .. terms.Rules.GroupBy(rule => (rule.Key.Subject, rule.Value.FirstDay))
            .Select(group => new Source(group.Key.Subject, group.Key.FirstDay, [.. group.Select(rule => rule.Key.Kind).OfType<DutyKind>()])),
    ];

    /// <summary>A page of what somebody is told of on that day, in order of day and id, after another one.</summary>
    public static async Task<IReadOnlyList<ReminderFact>> PageAsync(
        AppDbContext db, Source source, DateOnly today, ReminderFact? last, int take, CancellationToken cancel)
    {
        var (from, to) = (last?.DueOn ?? today.AddDays(-ReminderRule.LastDay), today.AddDays(-source.FirstDay));
        var (lastId, kinds) = (last?.AboutId ?? Guid.Empty, source.Kinds);
        var rows = Rows(db, source.Subject, today).Where(row => row.DueOn >= from && row.DueOn <= to && (row.DueOn > from || row.Id > lastId));
        if (source.Subject == ReminderSubject.Duty)
        {
            rows = rows.Where(row => kinds.Contains(row.Kind));
        }

        return await WithPeopleAsync(db, source.Subject, await rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(take).ToListAsync(cancel), today, cancel);
    }

    /// <summary>Those of them that are still to be done that day.</summary>
    public static async Task<IReadOnlyList<ReminderFact>> OfAsync(
        AppDbContext db, ReminderSubject subject, IReadOnlyCollection<Guid> ids, DateOnly today, CancellationToken cancel) =>
        await WithPeopleAsync(db, subject, await Rows(db, subject, today).Where(row => ids.Contains(row.Id)).ToListAsync(cancel), today, cancel);

    /// <summary>What holds from that day on; a leave that is over is of no interest.</summary>
    public static async Task<ReminderTerms> TermsAsync(AppDbContext db, DateOnly today, CancellationToken cancel) => new(
        ReminderRules.With(await db.ReminderSettings.AsNoTracking().ToListAsync(cancel)),
        await db.People.Where(p => (p.Roles & Roles.Hr) != Roles.None).Select(p => p.Id).ToListAsync(cancel),
        (await db.Leaves.AsNoTracking().Where(leave => leave.ToOn >= today).ToListAsync(cancel)).ToLookup(leave => leave.PersonId));

    private static IQueryable<Row> Rows(AppDbContext db, ReminderSubject subject, DateOnly today) => subject switch
    {
        ReminderSubject.Talk => Talks(db, today),
        ReminderSubject.HandOver => HandOvers(db, today),
        ReminderSubject.Action => Actions(db, today),
        _ => Duties(db),
    };

    /// <summary>Half-yearly talks to be held, while the training lasts.</summary>
    private static IQueryable<Row> Talks(AppDbContext db, DateOnly today) => db.Evaluations
        .Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned)
        .Where(e => e.Apprenticeship.StartsOn <= today && e.Apprenticeship.EndsOn >= today)
        .Select(e => new Row
        {
            Id = e.Id,
            DueOn = e.DueOn,
            Kind = DutyKind.HalfYearTalk,
            Responsible = DutyRole.Instructor,
            NamedId = null,
            ApprenticeshipId = e.ApprenticeshipId,
            ApprenticeId = e.Apprenticeship.PersonId,
        });

    private static IQueryable<Row> HandOvers(AppDbContext db, DateOnly today) => db.Placements
        .Where(Placement.WaitsForConfirmationOn(today))
        .Where(p => p.Apprenticeship.EndsOn >= today)
        .Select(p => new Row
        {
            Id = p.Id,
            DueOn = p.FromOn,
            Kind = DutyKind.HalfYearTalk,
            Responsible = DutyRole.Instructor,
            NamedId = p.InstructorId,
            ApprenticeshipId = p.ApprenticeshipId,
            ApprenticeId = p.Apprenticeship.PersonId,
        });

    /// <summary>What was agreed on in a talk. It is told whoever it was given to while she has to do with the record, and else as an instructor's.</summary>
    private static IQueryable<Row> Actions(AppDbContext db, DateOnly today) => db.AgreedActions
        .Where(AgreedAction.IsTask)
        .Where(action => action.DoneOn == null && action.Apprenticeship.EndsOn >= today)
        .Select(action => new Row
        {
            Id = action.Id,
            DueOn = action.DueOn,
            Kind = DutyKind.HalfYearTalk,
            Responsible = DutyRole.Instructor,
            NamedId = action.ResponsibleId == action.Apprenticeship.PersonId || action.Apprenticeship.Assignments.Any(s => s.PersonId == action.ResponsibleId
                && s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)) ? action.ResponsibleId : null,
            ApprenticeshipId = action.ApprenticeshipId,
            ApprenticeId = action.Apprenticeship.PersonId,
        });

    /// <summary>Open duties, by the day the next step is due.</summary>
    private static IQueryable<Row> Duties(AppDbContext db) => db.TrackedDuties
        .Where(TrackedDuty.IsOpen)
        .Select(duty => new Row
        {
            Id = duty.Id,
            DueOn = duty.ActOn,
            Kind = duty.Kind,
            Responsible = duty.Responsible,
            NamedId = null,
            ApprenticeshipId = duty.ApprenticeshipId,
            ApprenticeId = duty.Apprenticeship!.PersonId,
        });

    private static async Task<IReadOnlyList<ReminderFact>> WithPeopleAsync(
        AppDbContext db, ReminderSubject subject, List<Row> rows, DateOnly today, CancellationToken cancel)
    {
        var records = rows.Select(row => row.ApprenticeshipId).OfType<Guid>().Distinct().ToList();
        var holders = (await db.Assignments.Where(Assignment.CurrentOn(today))
            .Where(s => records.Contains(s.ApprenticeshipId))
            .Select(s => new { s.ApprenticeshipId, s.PersonId, s.Role, s.IsDeputy })
            .ToListAsync(cancel)).ToLookup(s => s.ApprenticeshipId, s => new RoleHolder(s.PersonId, s.Role, s.IsDeputy));
        return
        [
            .. rows.Select(row => new ReminderFact(
                new ReminderTopic(subject, subject == ReminderSubject.Duty ? row.Kind : null), row.Id, row.DueOn, row.Responsible, row.NamedId, row.ApprenticeshipId, row.ApprenticeId,
                [.. holders[row.ApprenticeshipId ?? Guid.Empty]])),
        ];
    }
}
