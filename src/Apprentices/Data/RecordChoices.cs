using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>What lists and calendars of apprenticeships are narrowed by: trade, workplace and supervisor.</summary>
public sealed record RecordChoices(IReadOnlyList<RecordChoices.Trade> Trades, IReadOnlyList<RecordChoices.Choice> Workplaces, IReadOnlyList<RecordChoices.Choice> Supervisors)
{
    public sealed record Trade(string Code, LocalText Name);

    public sealed record Choice(Guid Id, string Name);

    /// <summary>Those of the apprenticeships the user may see.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="everyRole">Whether HR contacts and mentors are named beside those who supervise.</param>
    public static async Task<RecordChoices> ReadAsync(AppDbContext db, CurrentUser user, CancellationToken cancel, bool everyRole = false)
    {
        var current = Assignment.CurrentOn(user.Today);
        var open = db.Apprenticeships.VisibleTo(user);
        var trades = await db.Curricula.Where(c => open.Any(a => a.CurriculumCode == c.Code))
            .OrderBy(c => c.Code).Select(c => new Trade(c.Code, c.Trade)).ToListAsync(cancel);
        var workplaces = await db.Workplaces.Where(w => open.Any(a => a.WorkplaceId == w.Id))
            .OrderBy(w => w.SearchText).Select(w => new Choice(w.Id, w.Name)).ToListAsync(cancel);
        var supervisors = await db.People
            .Where(p => db.Assignments.VisibleTo(user).Where(current).Any(s => s.PersonId == p.Id && (everyRole || s.Role <= AssignmentRole.Instructor)))
            .OrderBy(p => p.SortName).Select(p => new Choice(p.Id, p.GivenName + " " + p.FamilyName)).ToListAsync(cancel);
        return new RecordChoices(trades, workplaces, supervisors);
    }
}

/// <summary>Narrows apprenticeships by what was chosen; what was not, lets all through.</summary>
public static class RecordNarrowing
{
    public static IQueryable<Apprenticeship> Narrowed(this IQueryable<Apprenticeship> rows, string? trade, Guid? workplace, Guid? supervisor, DateOnly today)
    {
        if (trade is not null)
        {
            rows = rows.Where(a => a.CurriculumCode == trade);
        }

        if (workplace is not null)
        {
            rows = rows.Where(a => a.WorkplaceId == workplace);
        }

        return supervisor is null ? rows : rows.Where(a => a.Assignments.Any(s =>
            s.PersonId == supervisor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
    }
}
