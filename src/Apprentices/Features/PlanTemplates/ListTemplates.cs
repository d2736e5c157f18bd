using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>The employer's plan templates by trade: how far each is published, what it lacks, and how many plans follow it.</summary>
public sealed class ListTemplates(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required string CurriculumCode { get; init; }
        public required int Tasks { get; init; }
        public required int Goals { get; init; }

        /// <summary>The goals that no task teaches.</summary>
        public required int Gaps { get; init; }

        /// <summary>The number of the latest edition; 0 before the first.</summary>
        public required int Published { get; init; }
        public required DateOnly? PublishedOn { get; init; }

        /// <summary>Whether something has changed since the latest edition.</summary>
        public required bool HasChanges { get; init; }

        /// <summary>The curriculum has another edition in force than the one its goals are of.</summary>
        public required bool IsBehindCurriculum { get; init; }

        /// <summary>Contracts that are not over and whose plan follows it.</summary>
        public required int Followers { get; init; }
        public required DateOnly? RetiredOn { get; init; }
    }

    /// <summary>A trade with its templates; those out of use come last.</summary>
    public sealed record Trade(string Code, LocalText Name, IReadOnlyList<Row> Templates);

    public sealed record Result(IReadOnlyList<Trade> Trades, bool MayEdit);

    private sealed record Edition(Guid TemplateId, DateOnly PublishedOn, IReadOnlyList<TaskState> Tasks);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var templates = await db.PlanTemplates.AsNoTracking().VisibleTo(user).Include(t => t.Tasks).Include(t => t.Curriculum).AsSplitQuery().OrderBy(t => t.Name).ToListAsync(cancel);
        var editions = await db.TemplateEditions.VisibleTo(user)
            .Where(e => e.Number == e.Template.Published)
            .Select(e => new Edition(e.TemplateId, e.PublishedOn, e.Tasks))
            .ToDictionaryAsync(e => e.TemplateId, cancel);
        var codes = templates.Select(t => t.CurriculumCode).Distinct().ToList();
        var goals = (await db.Goals.Where(g => codes.Contains(g.CurriculumCode)).Select(g => new { g.CurriculumCode, g.EditionNumber, g.Code }).ToListAsync(cancel))
            .ToLookup(g => (g.CurriculumCode, g.EditionNumber), g => g.Code);

        // How many follow it is a figure about the template, and names nobody: it counts those the reader may not see too.
        var followers = await db.Apprenticeships
            .Where(a => a.TemplateId != null && a.EndsOn >= user.Today)
            .GroupBy(a => a.TemplateId!.Value).Select(all => new { all.Key, Count = all.Count() })
            .ToDictionaryAsync(all => all.Key, all => all.Count, cancel);

        return new Result(
            [
                .. templates.GroupBy(t => t.CurriculumCode).OrderBy(t => t.Key, StringComparer.Ordinal).Select(trade => new Trade(
                    trade.Key, trade.First().Curriculum.Trade,
                    [.. trade.OrderBy(t => t.RetiredOn is not null).Select(t => RowOf(
                        t, editions.GetValueOrDefault(t.Id), [.. goals[(t.CurriculumCode, t.CurriculumEdition)]], followers.GetValueOrDefault(t.Id)))])),
            ],
            user.Allows(Policy.EditTemplates));
    }

    private static Row RowOf(PlanTemplate template, Edition? latest, List<string> goals, int followers)
    {
        var state = template.State;
        return new Row
        {
            Id = template.Id,
            Name = template.Name,
            CurriculumCode = template.CurriculumCode,
            Tasks = state.Count,
            Goals = goals.Count,
            Gaps = Coverage.Of(goals, state).Gaps.Count,
            Published = template.Published,
            PublishedOn = latest?.PublishedOn,
            HasChanges = !TaskComparison.Between(latest?.Tasks ?? [], state).IsEmpty,
            IsBehindCurriculum = template.CurriculumEdition != template.Curriculum.Edition,
            Followers = followers,
            RetiredOn = template.RetiredOn,
        };
    }
}
