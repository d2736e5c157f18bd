using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>The people, trades and workplaces the deadlines may be narrowed to: those of the records one may see.</summary>
public sealed class ListDeadlineChoices(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Result(IReadOnlyList<Choice> People, IReadOnlyList<Trade> Trades, IReadOnlyList<Choice> Workplaces);

    public sealed record Trade(string Code, LocalText Name);

    public sealed record Choice(Guid Id, string Name);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeDuties);
        var current = Assignment.CurrentOn(user.Today);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.VisibleTo(user);
        return new Result(
            await db.People.Where(p => db.Assignments.VisibleTo(user).Where(current).Any(s => s.PersonId == p.Id))
                .OrderBy(p => p.SortName).Select(p => new Choice(p.Id, p.GivenName + " " + p.FamilyName)).ToListAsync(cancel),
            await db.Curricula.Where(c => open.Any(a => a.CurriculumCode == c.Code)).OrderBy(c => c.Code).Select(c => new Trade(c.Code, c.Trade)).ToListAsync(cancel),
            await db.Workplaces.Where(w => open.Any(a => a.WorkplaceId == w.Id)).OrderBy(w => w.SearchText).Select(w => new Choice(w.Id, w.Name)).ToListAsync(cancel));
    }
}
