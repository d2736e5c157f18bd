using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Asks the database for talks and duties as one list: narrow, sort and page what comes out before it is read.</summary>
public static class DueRows
{
    /// <summary>Everything that falls due, was done lately or is from before the system, and that the user may see. Days to know of are left out.</summary>
    public static IQueryable<DueRow> DueTo(this AppDbContext db, CurrentUser user) => Talks(db, user).Concat(Duties(db, user));

    /// <summary>What a person sees to herself: hers is the role on that record today, or stands in for whoever has it.</summary>
    public static IQueryable<DueRow> SeenToBy(this IQueryable<DueRow> rows, AppDbContext db, Guid person, DateOnly today) => rows.Where(row =>
        (row.Responsible == DutyRole.Apprentice && row.PersonId == person)
        || db.Assignments.Any(s => s.ApprenticeshipId == row.ApprenticeshipId && s.PersonId == person && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)
            && ((row.Responsible == DutyRole.TrainingManager && s.Role == AssignmentRole.TrainingManager)
                || (row.Responsible == DutyRole.Instructor && s.Role == AssignmentRole.Instructor)
                || (row.Responsible == DutyRole.Hr && s.Role == AssignmentRole.HrContact)
                || (row.Responsible == DutyRole.Mentor && s.Role == AssignmentRole.Mentor))));

    /// <summary>What the law makes overdue first, then what else is overdue, then by day; on the same day the law before the house.</summary>
    public static IOrderedQueryable<DueRow> MostUrgentFirst(this IQueryable<DueRow> rows, DateOnly today) => rows
        .OrderBy(row => row.ActOn < today ? row.Basis == DutyBasis.Law && row.SentOn == null ? 0 : 1 : 2)
        .ThenBy(row => row.ActOn)
        .ThenBy(row => row.Basis)
        .ThenBy(row => row.SortName)
        .ThenBy(row => row.Kind)
        .ThenBy(row => row.Id);

    /// <summary>The role that sees to something, as it is had on a record; nothing for the apprentice, who has none.</summary>
    public static AssignmentRole? AssignmentOf(DutyRole role) => role switch
    {
        DutyRole.Hr => AssignmentRole.HrContact,
        DutyRole.TrainingManager => AssignmentRole.TrainingManager,
        DutyRole.Instructor => AssignmentRole.Instructor,
        DutyRole.Mentor => AssignmentRole.Mentor,
        _ => null,
    };

    private static IQueryable<DueRow> Talks(AppDbContext db, CurrentUser user)
    {
        var (today, nobody) = (user.Today, Guid.Empty);
        var open = db.Apprenticeships.VisibleTo(user);
        return db.Evaluations.VisibleTo(user)
            .Where(e => e.Kind == EvaluationKind.HalfYear)
            .Where(e => (e.State == EvaluationState.Planned && e.Apprenticeship.EndsOn >= today)
                || ((e.State == EvaluationState.Held || e.State == EvaluationState.Signed) && open.Any(a => a.Id == e.ApprenticeshipId)))
            .Select(e => new DueRow
            {
                Id = e.Id,
                IsTalk = true,
                ApprenticeshipId = e.ApprenticeshipId,
                PersonId = e.Apprenticeship.PersonId,
                SortName = e.Apprenticeship.Person.SortName,
                CurriculumCode = e.Apprenticeship.CurriculumCode,
                WorkplaceId = e.Apprenticeship.WorkplaceId,
                CountyNumber = e.Apprenticeship.CountyNumber,
                Kind = DutyKind.HalfYearTalk,
                Number = e.Number,
                Subject = nobody,
                ByOffice = false,
                Nature = DutyNature.Meeting,
                Basis = DutyBasis.Law,
                Responsible = DutyRole.Instructor,
                State = e.State == EvaluationState.Planned ? DutyState.Open : DutyState.Done,
                OpensOn = e.WindowStartsOn,
                DueOn = e.DueOn,
                ActOn = e.DueOn,
                ProposedDueOn = null,
                MeetOn = e.PlannedOn,
                SentOn = null,
                DoneOn = e.HeldOn,
                Version = e.Version,
            });
    }

    private static IQueryable<DueRow> Duties(AppDbContext db, CurrentUser user) => db.TrackedDuties.VisibleTo(user)
        .Where(d => d.Nature != DutyNature.Milestone)
        .Select(d => new DueRow
        {
            Id = d.Id,
            IsTalk = false,
            ApprenticeshipId = d.ApprenticeshipId,
            PersonId = d.Apprenticeship!.PersonId,
            SortName = d.Apprenticeship.Person.SortName,
            CurriculumCode = d.Apprenticeship.CurriculumCode,
            WorkplaceId = d.Apprenticeship.WorkplaceId,
            CountyNumber = d.CountyNumber,
            Kind = d.Kind,
            Number = d.Number,
            Subject = d.Subject,
            ByOffice = d.ByOffice,
            Nature = d.Nature,
            Basis = d.Basis,
            Responsible = d.Responsible,
            State = d.State,
            OpensOn = d.OpensOn,
            DueOn = d.DueOn,
            ActOn = d.ActOn,
            ProposedDueOn = d.ProposedDueOn,
            MeetOn = d.MeetOn,
            SentOn = d.SentOn,
            DoneOn = d.DoneOn,
            Version = d.Version,
        });
}
