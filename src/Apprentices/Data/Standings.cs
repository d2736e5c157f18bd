using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Has the database count each apprenticeship's standing; filter, sort and page what comes out before it is read.</summary>
public static class Standings
{
    /// <param name="rows">The apprenticeships, already narrowed to what the user may see.</param>
    /// <param name="today">The day to judge on.</param>
    /// <param name="marginPercent">How far below expected is called behind.</param>
    public static IQueryable<Standing> SelectStanding(this IQueryable<Apprenticeship> rows, DateOnly today, int marginPercent)
    {
        var documented = PlannedGoal.Documented;
        var expected = PlannedGoal.ExpectedBy(today);
        var counts = PlannedGoal.Counts;
        var current = Assignment.CurrentOn(today);
        return rows.Select(a => new Standing
        {
            Id = a.Id,
            PersonId = a.PersonId,
            GivenName = a.Person.GivenName,
            FamilyName = a.Person.FamilyName,
            SortName = a.Person.SortName,
            CurriculumCode = a.CurriculumCode,
            Trade = a.Curriculum.Trade,
            Workplace = a.Workplace.Name,
            StartsOn = a.StartsOn,
            EndsOn = a.EndsOn,
            Documented = a.Plan.AsQueryable().Count(documented),
            Expected = a.Plan.AsQueryable().Count(expected),
            Total = a.Plan.AsQueryable().Count(counts),
            HalfYear = a.Evaluations.Count(e => e.Kind == EvaluationKind.HalfYear && e.WindowStartsOn <= today),
            HalfYears = a.Evaluations.Count(e => e.Kind == EvaluationKind.HalfYear),
            NextTalkId = a.Evaluations.Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned && a.EndsOn >= today)
                .OrderBy(e => e.Number).Select(e => (Guid?)e.Id).FirstOrDefault(),
            NextTalk = a.Evaluations.Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned && a.EndsOn >= today).Min(e => (int?)e.Number),
            NextDueOn = a.Evaluations.Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned && a.EndsOn >= today).Min(e => (DateOnly?)e.DueOn),
            NextPlannedOn = a.Evaluations.Where(e => e.Kind == EvaluationKind.HalfYear && e.State == EvaluationState.Planned && a.EndsOn >= today)
                .OrderBy(e => e.Number).Select(e => e.PlannedOn).FirstOrDefault(),
            AwayUntil = a.Interruptions.Where(i => i.StartsOn <= today && (i.EndsOn == null || i.EndsOn >= today) && i.Percent == 100)
                .Max(i => (DateOnly?)(i.EndsOn ?? Standing.NobodyKnows)),
            Instructor = a.Assignments.AsQueryable().Where(current).Where(s => s.Role == AssignmentRole.Instructor)
                .OrderBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
            TrainingManager = a.Assignments.AsQueryable().Where(current).Where(s => s.Role == AssignmentRole.TrainingManager)
                .OrderBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
            Today = today,
            MarginPercent = marginPercent,
        });
    }
}
