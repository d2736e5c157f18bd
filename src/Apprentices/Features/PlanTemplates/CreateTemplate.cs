using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Begins a template for a trade, empty or as a copy of another. It teaches the goals of the curriculum in force.</summary>
public sealed class CreateTemplate(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required, StringLength(PlanTemplate.LongestName)]
        public string? Name { get; set; }

        [Required]
        public string? CurriculumCode { get; set; }

        /// <summary>The template whose tasks it begins with; nothing begins it empty.</summary>
        public Guid? CopyOf { get; set; }
    }

    public sealed record Trade(string Code, LocalText Name);

    public sealed record Source(Guid Id, string Name, string CurriculumCode);

    /// <summary>The trades whose goals are known, and the templates one may copy.</summary>
    public sealed record Choices(IReadOnlyList<Trade> Trades, IReadOnlyList<Source> Templates);

    public async Task<Choices> ReadAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        return new Choices(
            await db.Curricula.Where(c => c.AllGoals.Any(goal => goal.EditionNumber == c.Edition)).OrderBy(c => c.Code).Select(c => new Trade(c.Code, c.Trade)).ToListAsync(cancel),
            await db.PlanTemplates.VisibleTo(user).OrderBy(t => t.CurriculumCode).ThenBy(t => t.Name).Select(t => new Source(t.Id, t.Name, t.CurriculumCode)).ToListAsync(cancel));
    }

    /// <returns>The template's id.</returns>
    /// <exception cref="RuleException">The name is missing, or the template to copy is of another trade.</exception>
    /// <exception cref="NotThereException">There is no such trade or no such template.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var curriculum = await db.Curricula.Include(c => c.AllGoals).SingleOrDefaultAsync(c => c.Code == input.CurriculumCode, cancel) ?? throw new NotThereException();
        var template = PlanTemplate.Create(input.Name ?? "", curriculum);
        if (input.CopyOf is { } source)
        {
            var copied = await db.OpenTemplateAsync(user, source, cancel);
            Rule.Require(copied.CurriculumCode == curriculum.Code, PlanTemplateTexts.CopyOfAnotherTrade);

            // A goal that the edition in force no longer has is left out, and shows as what it is: a gap elsewhere.
            var goals = curriculum.Goals.Select(goal => goal.Code).ToHashSet();
            foreach (var task in copied.State)
            {
                template.Add(task.Terms, task.GoalCodes.Where(goals.Contains));
            }
        }

        db.Add(template);
        await db.SaveChangesAsync(cancel);
        return template.Id;
    }
}
