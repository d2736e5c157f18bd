using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Whose plans follow a template, as a file: those the reader may see.</summary>
public sealed class DownloadTemplateFollowers(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private static ListSheet<ListTemplateFollowers.Row> Sheet => new ListSheet<ListTemplateFollowers.Row>(ListTexts.SheetFollowers)
        .Text(ListTexts.Name, row => row.Name)
        .Text(ListTexts.Workplace, row => row.Workplace)
        .Number(ListTexts.Edition, row => row.Edition)
        .Text(ListTexts.State, row => row.State switch
        {
            FollowerState.Offered => PlanTemplateTexts.StateOffered,
            FollowerState.Declined => PlanTemplateTexts.StateDeclined,
            _ => PlanTemplateTexts.StateUpToDate,
        });

    /// <exception cref="NotThereException">The template is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid templateId, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTemplates);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        var published = await db.PlanTemplates.VisibleTo(user).Where(t => t.Id == templateId).Select(t => (int?)t.Published).SingleOrDefaultAsync(cancel)
            ?? throw new NotThereException();
        await Sheet.WriteAsync(ListTemplateFollowers.Rows(ListTemplateFollowers.Following(db, user, templateId), published).AsAsyncEnumerable(), output, cancel);
    }
}
