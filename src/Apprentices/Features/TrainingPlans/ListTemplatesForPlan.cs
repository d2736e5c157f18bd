using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>The employer's templates an apprentice's plan may start from: in use, published, and for the goals she has.</summary>
public sealed class ListTemplatesForPlan(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Id">The template.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="Edition">The newest edition that fits.</param>
    /// <param name="PublishedOn">When that edition was published.</param>
    /// <param name="Tasks">How many tasks and courses it has.</param>
    public sealed record Row(Guid Id, string Name, int Edition, DateOnly PublishedOn, int Tasks);

    /// <exception cref="NotThereException">There is no such plan, or not for the one who asks.</exception>
    public async Task<IReadOnlyList<Row>> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var plan = await db.Apprenticeships
            .VisibleTo(user)
            .Where(a => a.Id == apprenticeshipId && a.PersonId != user.PersonId)
            .Select(a => new { a.CurriculumCode, a.CurriculumEdition })
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var editions = await db.TemplateEditions
            .Fitting(plan.CurriculumCode, plan.CurriculumEdition)
            .VisibleTo(user)
            .Where(edition => edition.Template.RetiredOn == null || edition.Template.RetiredOn > user.Today)
            .Where(edition => !db.TemplateEditions.Any(later =>
                later.TemplateId == edition.TemplateId && later.CurriculumEdition == edition.CurriculumEdition && later.Number > edition.Number))
            .OrderBy(edition => edition.Template.Name)
            .Select(edition => new { edition.TemplateId, edition.Template.Name, edition.Number, edition.PublishedOn, edition.Tasks })
            .ToListAsync(cancel);
        return [.. editions.Select(edition => new Row(edition.TemplateId, edition.Name, edition.Number, edition.PublishedOn, edition.Tasks.Count))];
    }
}
