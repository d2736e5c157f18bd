using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>
/// Which editions of the employer's template a plan may take over: those tied to the goals of the curriculum's edition it follows.
/// A template is nobody's own; an apprentice may know which one her plan follows.
/// </summary>
public static class TemplateOffers
{
    /// <summary>The editions that fit the goals of a plan.</summary>
    public static IQueryable<TemplateEdition> Fitting(this DbSet<TemplateEdition> editions, string curriculumCode, int curriculumEdition) =>
        editions.Where(edition => edition.Template.CurriculumCode == curriculumCode && edition.CurriculumEdition == curriculumEdition);

    /// <summary>The plans for which a newer edition waits that nobody has declined.</summary>
    public static IQueryable<Apprenticeship> WithTemplateOffer(this IQueryable<Apprenticeship> rows, AppDbContext db) => rows.Where(a => db.TemplateEditions.Any(edition =>
        edition.TemplateId == a.TemplateId && edition.CurriculumEdition == a.CurriculumEdition && edition.Template.CurriculumCode == a.CurriculumCode
        && edition.Number > a.TemplateEdition && (a.TemplateDeclined == null || edition.Number > a.TemplateDeclined)));
}
