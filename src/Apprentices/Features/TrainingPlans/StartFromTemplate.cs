using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Lets an apprentice's plan follow one of the employer's templates, from its newest edition; tasks of her own stay.</summary>
public sealed class StartFromTemplate(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="RuleException">The plan follows a template already, or the template does not fit it.</exception>
    /// <exception cref="NotThereException">There is no such plan or template, or not for the one who asks.</exception>
    public async Task RunAsync(Guid apprenticeshipId, Guid templateId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AdjustPlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.PlansToAdjust(user).SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel) ?? throw new NotThereException();
        var template = await db.PlanTemplates.VisibleTo(user).SingleOrDefaultAsync(template => template.Id == templateId, cancel) ?? throw new NotThereException();
        Rule.Require(template.RetiredOn is null || template.RetiredOn > user.Today, TrainingPlanTexts.TemplateRetired);
        Rule.Require(template.CurriculumCode == contract.CurriculumCode, RuleTexts.TemplateOfAnother);
        var edition = await db.TemplateEditions
            .Fitting(contract.CurriculumCode, contract.CurriculumEdition)
            .VisibleTo(user)
            .Where(edition => edition.TemplateId == templateId)
            .OrderByDescending(edition => edition.Number)
            .FirstOrDefaultAsync(cancel) ?? throw new RuleException(TrainingPlanTexts.TemplateNotPublished);

        contract.Follow(template, edition);
        await db.SaveChangesAsync(cancel);
    }
}
