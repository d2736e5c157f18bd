using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>
/// Which workplace teaches which goal of a trade, over the published templates and the plans in force: figures about the
/// employer that name nobody. What nobody teaches anywhere comes out of it.
/// </summary>
public sealed class ShowHouseCoverage(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Trade(string Code, LocalText Name);

    public sealed record Workplace(Guid Id, string Name);

    /// <param name="Code">Udir's code.</param>
    /// <param name="Title">The short title.</param>
    /// <param name="Plans">How many plans in force have a task for it, anywhere.</param>
    /// <param name="Templates">How many published templates teach it.</param>
    /// <param name="At">How many plans teach it at each workplace that does; 0: a template plans it there, and no plan yet.</param>
    public sealed record Goal(string Code, LocalText Title, int Plans, int Templates, IReadOnlyDictionary<Guid, int> At)
    {
        public bool IsTaughtNowhere => Plans == 0 && Templates == 0;
    }

    /// <param name="Trades">The trades that have templates or contracts in force.</param>
    /// <param name="Shown">The one shown; nothing if there is none.</param>
    /// <param name="Goals">The goals of the curriculum in force.</param>
    /// <param name="Workplaces">Those that teach any of them, by name.</param>
    /// <param name="Plans">How many contracts in the trade are in force.</param>
    /// <param name="PlansWithTasks">How many of them have tasks in their plan.</param>
    /// <param name="PlansOfOtherEdition">How many follow another edition of the curriculum; their goals may be other ones.</param>
    public sealed record Result(
        IReadOnlyList<Trade> Trades, Trade? Shown, IReadOnlyList<Goal> Goals, IReadOnlyList<Workplace> Workplaces, int Plans, int PlansWithTasks, int PlansOfOtherEdition)
    {
        public IReadOnlyList<Goal> TaughtNowhere => [.. Goals.Where(goal => goal.IsTaughtNowhere)];
    }

    private sealed record Taught(string Code, Guid WorkplaceId, int Plans);

    public async Task<Result> RunAsync(string? curriculumCode, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var active = db.Apprenticeships.Where(Apprenticeship.ActiveOn(user.Today));
        var trades = await db.Curricula
            .Where(c => db.PlanTemplates.Any(t => t.CurriculumCode == c.Code) || active.Any(a => a.CurriculumCode == c.Code))
            .OrderBy(c => c.Code).Select(c => new { c.Code, c.Trade, c.Edition }).ToListAsync(cancel);
        var chosen = trades.Find(trade => trade.Code == curriculumCode) ?? trades.FirstOrDefault();
        IReadOnlyList<Trade> all = [.. trades.Select(trade => new Trade(trade.Code, trade.Trade))];
        if (chosen is null)
        {
            return new Result(all, null, [], [], 0, 0, 0);
        }

        active = active.Where(a => a.CurriculumCode == chosen.Code);
        var counts = await active.GroupBy(_ => 1)
            .Select(them => new { All = them.Count(), WithTasks = them.Count(a => a.Tasks.Any()), Other = them.Count(a => a.CurriculumEdition != chosen.Edition) })
            .SingleOrDefaultAsync(cancel);
        var tied = active.SelectMany(a => a.Tasks, (a, task) => new { a, task }).SelectMany(
            both => both.task.Goals, (both, goal) => new { goal.Code, ApprenticeshipId = both.a.Id, WorkplaceId = both.task.Terms.WorkplaceId ?? both.a.WorkplaceId });
        var plans = await tied.GroupBy(tie => new { tie.Code, tie.WorkplaceId })
            .Select(ties => new Taught(ties.Key.Code, ties.Key.WorkplaceId, ties.Select(tie => tie.ApprenticeshipId).Distinct().Count())).ToListAsync(cancel);
        var perGoal = await tied.GroupBy(tie => tie.Code)
            .Select(ties => new { ties.Key, Plans = ties.Select(tie => tie.ApprenticeshipId).Distinct().Count() }).ToDictionaryAsync(goal => goal.Key, goal => goal.Plans, cancel);
        var templates = await db.TemplateEditions.VisibleTo(user)
            .Where(e => e.Number == e.Template.Published && e.Template.CurriculumCode == chosen.Code && e.Template.RetiredOn == null)
            .Select(e => e.Tasks).ToListAsync(cancel);
        var goals = await db.Goals.Where(g => g.CurriculumCode == chosen.Code && g.EditionNumber == chosen.Edition).OrderBy(g => g.Order).Select(g => new { g.Code, g.Title }).ToListAsync(cancel);
        var rows = goals.Select(goal => new Goal(
            goal.Code, goal.Title, perGoal.GetValueOrDefault(goal.Code), templates.Count(tasks => tasks.Any(task => task.GoalCodes.Contains(goal.Code))),
            Places(goal.Code, plans, templates))).ToList();
        var named = rows.SelectMany(goal => goal.At.Keys).Distinct().ToList();
        return new Result(
            all, new Trade(chosen.Code, chosen.Trade), rows,
            await db.Workplaces.Where(w => named.Contains(w.Id)).OrderBy(w => w.SearchText).Select(w => new Workplace(w.Id, w.Name)).ToListAsync(cancel),
            counts?.All ?? 0, counts?.WithTasks ?? 0, counts?.Other ?? 0);
    }

    private static Dictionary<Guid, int> Places(string code, List<Taught> plans, List<IReadOnlyList<TaskState>> templates)
    {
        var at = plans.Where(taught => taught.Code == code).ToDictionary(taught => taught.WorkplaceId, taught => taught.Plans);
        foreach (var place in templates.SelectMany(tasks => tasks).Where(task => task.GoalCodes.Contains(code)).Select(task => task.Terms.WorkplaceId).OfType<Guid>())
        {
            at.TryAdd(place, 0);
        }

        return at;
    }
}
