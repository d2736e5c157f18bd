using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Leaves;

/// <summary>
/// The records that somebody follows up as training manager or instructor while she is away, and whether whoever stands in sees them:
/// she does by an assignment as deputy on just those days.
/// </summary>
internal sealed class StandingIn(IReadOnlyList<Apprenticeship> records, Guid awayId, DateOnly fromOn, DateOnly toOn)
{
    /// <summary>One record in those days of the leave on which she follows it up.</summary>
    internal sealed record Part(Apprenticeship Record, Assignment Hers, DateOnly FromOn, DateOnly ToOn)
    {
        /// <summary>The deputy's assignment that is there for this and nothing else.</summary>
        public Assignment? MadeFor(Guid deputyId) => Record.Assignments.FirstOrDefault(
            s => s.IsDeputy && s.PersonId == deputyId && s.Role == Hers.Role && s.FromOn == FromOn && s.ToOn == ToOn);

        /// <summary>Whether the deputy sees it on all those days without that assignment, or is the apprentice herself.</summary>
        public bool SeesAnyhow(Guid deputyId, Assignment? made = null) => Record.PersonId == deputyId || Record.Assignments.Any(
            s => s.PersonId == deputyId && s.Supervises && s != made && s.FromOn <= FromOn && (s.ToOn is null || s.ToOn >= ToOn));
    }

    public IReadOnlyList<Part> Parts { get; } =
    [
        .. from record in records
           where record.EndsOn >= fromOn
           from hers in record.Assignments
           where hers.PersonId == awayId && hers.Supervises && !hers.IsDeputy && hers.FromOn <= toOn && (hers.ToOn is null || hers.ToOn >= fromOn)
           select new Part(record, hers, hers.FromOn > fromOn ? hers.FromOn : fromOn, hers.ToOn < toOn ? hers.ToOn.Value : toOn),
    ];

    /// <summary>The records she follows up on some of those days, to be looked at and changed.</summary>
    public static async Task<IReadOnlyList<Apprenticeship>> RecordsAsync(AppDbContext db, CurrentUser user, Guid awayId, DateOnly fromOn, DateOnly toOn, CancellationToken cancel) =>
        await db.Apprenticeships.VisibleTo(user).Include(a => a.Person).Include(a => a.Assignments)
            .Where(a => a.EndsOn >= fromOn && a.Assignments.Any(s => s.PersonId == awayId && !s.IsDeputy
                && (s.Role == AssignmentRole.TrainingManager || s.Role == AssignmentRole.Instructor) && s.FromOn <= toOn && (s.ToOn == null || s.ToOn >= fromOn)))
            .OrderBy(a => a.Person.SortName).ThenBy(a => a.Id).ToListAsync(cancel);

    public static async Task<StandingIn> ReadAsync(AppDbContext db, CurrentUser user, Leave leave, CancellationToken cancel) =>
        new(await RecordsAsync(db, user, leave.PersonId, leave.FromOn, leave.ToOn, cancel), leave.PersonId, leave.FromOn, leave.ToOn);

    /// <summary>What the deputy was let see for this leave she sees no longer from today on.</summary>
    public void Withdraw(Guid deputyId, DateOnly today)
    {
        foreach (var part in Parts)
        {
            if (part.MadeFor(deputyId) is { } made)
            {
                part.Record.Withdraw(made, today);
            }
        }
    }

    /// <summary>Lets the deputy see those records that are ticked, on the days of the leave.</summary>
    public void Give(Person deputy, IReadOnlyCollection<LeaveInput.Tick> ticks)
    {
        var given = ticks.Where(tick => tick.IsGiven).Select(tick => tick.AssignmentId).ToHashSet();
        foreach (var part in Parts.Where(part => given.Contains(part.Hers.Id) && !part.SeesAnyhow(deputy.Id)))
        {
            part.Record.Deputise(deputy, part.Hers.Role, part.FromOn, part.ToOn);
        }
    }
}
