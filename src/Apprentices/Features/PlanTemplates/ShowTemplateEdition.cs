using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>One published edition of a template as it was, and what was new in it.</summary>
public sealed class ShowTemplateEdition(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="TemplateId">Whose edition it is.</param>
    /// <param name="Name">The template's name now.</param>
    /// <param name="Trade">Its trade.</param>
    /// <param name="Number">The number of the edition.</param>
    /// <param name="Published">The number of the latest one.</param>
    /// <param name="PublishedOn">The day it was published.</param>
    /// <param name="PublishedBy">Who did it.</param>
    /// <param name="Note">What was new, in words.</param>
    /// <param name="Tasks">By half-year, and in their order within it.</param>
    /// <param name="Changes">What was new against the edition before; empty for the first.</param>
    /// <param name="Names">What the tasks name.</param>
    public sealed record Edition(
        Guid TemplateId, string Name, LocalText Trade, int Number, int Published, DateOnly PublishedOn, string PublishedBy, string? Note,
        IReadOnlyList<TaskState> Tasks, TaskComparison? Changes, TemplateNames Names);

    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Edition?> RunAsync(Guid templateId, int number, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var editions = await db.TemplateEditions.AsNoTracking().VisibleTo(user)
            .Where(e => e.TemplateId == templateId && (e.Number == number || e.Number == number - 1))
            .Include(e => e.PublishedBy).Include(e => e.Template).ThenInclude(t => t.Curriculum)
            .ToListAsync(cancel);
        if (editions.Find(e => e.Number == number) is not { } edition)
        {
            return null;
        }

        var before = editions.Find(e => e.Number == number - 1)?.Tasks;
        var template = edition.Template;
        return new Edition(
            templateId, template.Name, template.Curriculum.Trade, number, template.Published, edition.PublishedOn, edition.PublishedBy.FullName, edition.Note,
            [.. edition.Tasks.OrderBy(task => task.Terms.HalfYear)],
            before is null ? null : TaskComparison.Between(before, edition.Tasks),
            await TemplateNames.ReadAsync(db, template.CurriculumCode, edition.Tasks.Concat(before ?? []), cancel));
    }
}
