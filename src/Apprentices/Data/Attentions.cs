using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Has the database find out what needs attention; filter, sort and page what comes out before it is read.</summary>
public static class Attentions
{
    /// <param name="rows">The apprenticeships, already narrowed to what the user may see and to those in training.</param>
    /// <param name="db">Where the log is.</param>
    /// <param name="today">The day to judge on.</param>
    /// <param name="marginPercent">How far below expected is called behind.</param>
    public static IQueryable<Attention> SelectAttention(this IQueryable<Apprenticeship> rows, AppDbContext db, DateOnly today, int marginPercent)
    {
        var (documented, expected, counts) = (PlannedGoal.Documented, PlannedGoal.ExpectedBy(today), PlannedGoal.Counts);
        var current = Assignment.CurrentOn(today);
        return rows
            .Select(a => new
            {
                Contract = a,
                Last = db.LogEntries.Where(e => e.ApprenticeshipId == a.Id && e.State != LogState.Open).Max(e => (DateOnly?)e.WorkedTo),
            })
            .Select(row => new
            {
                row.Contract,
                Last = row.Last > today ? today : row.Last,
                Since = row.Last == null ? row.Contract.StartsOn.AddDays(-1) : row.Last > today ? today : row.Last.Value,
            })
            .Select(row => new Attention
            {
                Id = row.Contract.Id,
                GivenName = row.Contract.Person.GivenName,
                FamilyName = row.Contract.Person.FamilyName,
                SortName = row.Contract.Person.SortName,
                CurriculumCode = row.Contract.CurriculumCode,
                Trade = row.Contract.Curriculum.Trade,
                WorkplaceId = row.Contract.WorkplaceId,
                Workplace = row.Contract.Workplace.Name,
                EndsOn = row.Contract.EndsOn,
                Documented = row.Contract.Plan.AsQueryable().Count(documented),
                Expected = row.Contract.Plan.AsQueryable().Count(expected),
                Total = row.Contract.Plan.AsQueryable().Count(counts),

                // Several part-time breaks at once may be a whole one together; it lasts as long as all of them do.
                AwayUntil = row.Contract.Interruptions.Where(i => i.StartsOn <= today && (i.EndsOn == null || i.EndsOn >= today)).Sum(i => i.Percent) >= 100
                    ? row.Contract.Interruptions.Where(i => i.StartsOn <= today && (i.EndsOn == null || i.EndsOn >= today)).Min(i => (DateOnly?)(i.EndsOn ?? Standing.NobodyKnows))
                    : null,
                IsLogOff = db.LogSettings.Any(s => s.CurriculumCode == row.Contract.CurriculumCode && s.IsOff),
                LastEntryOn = row.Last,
                SilentSince = row.Since,
                AwayDays = row.Contract.Interruptions
                    .Where(i => i.Percent == 100 && i.StartsOn <= today && (i.EndsOn == null || i.EndsOn > row.Since))
                    .Sum(i => (i.EndsOn == null || i.EndsOn > today ? today : i.EndsOn.Value).DayNumber
                        - (i.StartsOn > row.Since ? i.StartsOn.AddDays(-1) : row.Since).DayNumber),

                // Not as a condition: SQLite would look for the state first, through all that wait for anybody, once for each apprentice.
                Waiting = db.LogEntries.Where(e => e.ApprenticeshipId == row.Contract.Id)
                    .Sum(e => e.State == LogState.HandedIn || e.State == LogState.ApprovedOnce ? 1 : 0),
                WaitingSince = db.LogEntries.Where(e => e.ApprenticeshipId == row.Contract.Id)
                    .Min(e => e.State == LogState.HandedIn || e.State == LogState.ApprovedOnce ? e.HandedInAt : null),
                Instructor = row.Contract.Assignments.AsQueryable().Where(current).Where(s => s.Role == AssignmentRole.Instructor)
                    .OrderBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
                TrainingManager = row.Contract.Assignments.AsQueryable().Where(current).Where(s => s.Role == AssignmentRole.TrainingManager)
                    .OrderBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn).Select(s => s.Person.GivenName + " " + s.Person.FamilyName).FirstOrDefault(),
                Today = today,
                MarginPercent = marginPercent,
            });
    }

    /// <summary>The one definition of "an entry waits for approval since before an instant": found from what waits, which is little.</summary>
    public static IQueryable<Attention> WaitingSinceBefore(this IQueryable<Attention> rows, AppDbContext db, DateTimeOffset instant)
    {
        var waiting = db.LogEntries.Where(LogEntry.Waits).Where(entry => entry.HandedInAt < instant).Select(entry => entry.ApprenticeshipId);
        return rows.Where(a => waiting.Contains(a.Id));
    }
}
