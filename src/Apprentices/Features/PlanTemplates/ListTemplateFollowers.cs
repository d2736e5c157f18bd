using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Whether a plan that follows a template has taken over its latest edition.</summary>
public enum FollowerState
{
    /// <summary>It has.</summary>
    UpToDate,

    /// <summary>A newer edition is offered.</summary>
    Offered,

    /// <summary>The newest edition was looked at and not taken over.</summary>
    Declined,
}

/// <summary>
/// The apprenticeships whose plan follows a template, as far as the reader may see them, and how many there are in all. Those
/// that are offered something come first.
/// </summary>
public sealed class ListTemplateFollowers(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <param name="Id">The apprenticeship.</param>
    /// <param name="Name">The apprentice's name.</param>
    /// <param name="Workplace">Where she works.</param>
    /// <param name="Edition">The edition that was taken over last.</param>
    /// <param name="State">How that stands to the latest one.</param>
    public sealed record Row(Guid Id, string Name, string Workplace, int Edition, FollowerState State);

    /// <param name="Rows">The page.</param>
    /// <param name="Visible">How many the reader may see.</param>
    /// <param name="All">How many there are.</param>
    /// <param name="Offered">How many of all are offered a newer edition.</param>
    /// <param name="Declined">How many of all have declined it.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Visible, int All, int Offered, int Declined);

    /// <returns>Nothing if the template is not there, or not for the one who asks.</returns>
    public async Task<Result?> RunAsync(Guid templateId, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.PlanTemplates.VisibleTo(user).Where(t => t.Id == templateId).Select(t => (int?)t.Published).SingleOrDefaultAsync(cancel) is not { } published)
        {
            return null;
        }

        // The figures say how widely the template is used, and name nobody.
        var counts = await db.Apprenticeships
            .Where(a => a.TemplateId == templateId && a.EndsOn >= user.Today)
            .GroupBy(_ => 1)
            .Select(all => new
            {
                All = all.Count(),
                Declined = all.Count(a => a.TemplateEdition < published && a.TemplateDeclined >= published),
                Offered = all.Count(a => a.TemplateEdition < published && (a.TemplateDeclined == null || a.TemplateDeclined < published)),
            })
            .SingleOrDefaultAsync(cancel);
        var visible = Following(db, user, templateId);
        var rows = await Rows(visible, published, page).ToListAsync(cancel);
        return new Result(rows, await visible.CountAsync(cancel), counts?.All ?? 0, counts?.Offered ?? 0, counts?.Declined ?? 0);
    }

    /// <summary>The apprenticeships that follow it and that the reader may see.</summary>
    internal static IQueryable<Apprenticeship> Following(AppDbContext db, CurrentUser user, Guid templateId) =>
        db.Apprenticeships.VisibleTo(user).Where(a => a.TemplateId == templateId && a.EndsOn >= user.Today);

    /// <summary>The rows, all of them or a page.</summary>
    internal static IQueryable<Row> Rows(IQueryable<Apprenticeship> following, int published, Page? page = null)
    {
        var sorted = following
            .OrderBy(a => a.TemplateEdition >= published ? 2 : a.TemplateDeclined >= published ? 1 : 0)
            .ThenBy(a => a.Person.SortName).ThenBy(a => a.Id);
        return (page is null ? sorted : sorted.Skip(page.Skip).Take(page.Take)).Select(a => new Row(
            a.Id, a.Person.GivenName + " " + a.Person.FamilyName, a.Workplace.Name, a.TemplateEdition ?? 0,
            a.TemplateEdition >= published ? FollowerState.UpToDate : a.TemplateDeclined >= published ? FollowerState.Declined : FollowerState.Offered));
    }
}
