using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>A goal as the pages of a template name it.</summary>
public sealed record TemplateGoal(string Code, LocalText Title, int EditionNumber);

/// <summary>What tasks name: goals and workplaces, by the code and the id.</summary>
public sealed record TemplateNames(IReadOnlyList<TemplateGoal> Goals, IReadOnlyList<TemplateNames.Place> Workplaces)
{
    public sealed record Place(Guid Id, string Name);

    /// <summary>The short title of a goal; its code where the curricula no longer know it.</summary>
    public string Goal(string code) => Goals.LastOrDefault(goal => goal.Code == code)?.Title.ToString() ?? code;

    /// <summary>The name of a workplace; where there is none, wherever the apprentice is.</summary>
    public string Workplace(Guid? id) => id is null ? TaskTexts.WhereverSheIs : Workplaces.FirstOrDefault(place => place.Id == id)?.Name ?? PlanTemplateTexts.UnknownWorkplace;

    /// <summary>When in the half-year, where, and who sees to it.</summary>
    public string Facts(TaskTerms terms) => string.Join(" · ", [TaskWords.Weeks(terms), Workplace(terms.WorkplaceId), TaskWords.Responsible(terms)]);

    internal static async Task<TemplateNames> ReadAsync(AppDbContext db, string curriculumCode, IEnumerable<TaskState> named, CancellationToken cancel)
    {
        var codes = named.SelectMany(task => task.GoalCodes).Distinct().ToList();
        return new TemplateNames(
            await db.Goals.Where(g => g.CurriculumCode == curriculumCode || codes.Contains(g.Code))
                .OrderBy(g => g.EditionNumber).ThenBy(g => g.Order).Select(g => new TemplateGoal(g.Code, g.Title, g.EditionNumber)).ToListAsync(cancel),
            await db.Workplaces.OrderBy(w => w.SearchText).Select(w => new Place(w.Id, w.Name)).ToListAsync(cancel));
    }
}

/// <summary>A template as it is being worked on, with its coverage, its editions, and what has changed since the latest of them.</summary>
public sealed class ShowTemplate(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Row(TaskState Task, int Version);

    public sealed record Edition(int Number, DateOnly PublishedOn, string PublishedBy, string? Note);

    public sealed record Template
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
        public required string CurriculumCode { get; init; }
        public required LocalText Trade { get; init; }

        /// <summary>The curriculum has another edition in force than the one its goals are of.</summary>
        public required bool IsBehindCurriculum { get; init; }

        /// <summary>The number of the latest edition; 0 before the first.</summary>
        public required int Published { get; init; }
        public required DateOnly? RetiredOn { get; init; }
        public required int Version { get; init; }

        /// <summary>By half-year, and in their order within it.</summary>
        public required IReadOnlyList<Row> Rows { get; init; }

        /// <summary>The tasks in the order they are published in.</summary>
        public required IReadOnlyList<TaskState> State { get; init; }

        /// <summary>The goals its tasks are to teach, in order.</summary>
        public required IReadOnlyList<TemplateGoal> Goals { get; init; }
        public required TemplateNames Names { get; init; }
        public required Coverage Coverage { get; init; }

        /// <summary>Latest first.</summary>
        public required IReadOnlyList<Edition> Editions { get; init; }

        /// <summary>What would be new in the next edition.</summary>
        public required TaskComparison Changes { get; init; }

        /// <summary>Contracts that are not over and whose plan follows it.</summary>
        public required int Followers { get; init; }
        public required bool MayEdit { get; init; }
    }

    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Template?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.PlanTemplates.AsNoTracking().VisibleTo(user).Include(t => t.Tasks).Include(t => t.Curriculum).AsSplitQuery().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } template)
        {
            return null;
        }

        var editions = await db.TemplateEditions.VisibleTo(user).Where(e => e.TemplateId == id).OrderByDescending(e => e.Number)
            .Select(e => new Edition(e.Number, e.PublishedOn, e.PublishedBy.GivenName + " " + e.PublishedBy.FamilyName, e.Note)).ToListAsync(cancel);
        var latest = await db.TemplateEditions.VisibleTo(user).Where(e => e.TemplateId == id && e.Number == template.Published).Select(e => e.Tasks).SingleOrDefaultAsync(cancel);
        var state = template.State;
        var names = await TemplateNames.ReadAsync(db, template.CurriculumCode, state.Concat(latest ?? []), cancel);
        IReadOnlyList<TemplateGoal> goals = [.. names.Goals.Where(goal => goal.EditionNumber == template.CurriculumEdition)];
        var versions = template.Tasks.ToDictionary(task => task.Id, task => task.Version);
        return new Template
        {
            Id = id,
            Name = template.Name,
            CurriculumCode = template.CurriculumCode,
            Trade = template.Curriculum.Trade,
            IsBehindCurriculum = template.CurriculumEdition != template.Curriculum.Edition,
            Published = template.Published,
            RetiredOn = template.RetiredOn,
            Version = template.Version,
            Rows = [.. state.OrderBy(task => task.Terms.HalfYear).Select(task => new Row(task, versions[task.Key]))],
            State = state,
            Goals = goals,
            Names = names,
            Coverage = Coverage.Of([.. goals.Select(goal => goal.Code)], state),
            Editions = editions,
            Changes = TaskComparison.Between(latest ?? [], state),
            Followers = await db.Apprenticeships.CountAsync(a => a.TemplateId == id && a.EndsOn >= user.Today, cancel),
            MayEdit = user.Allows(Policy.EditTemplates),
        };
    }
}
