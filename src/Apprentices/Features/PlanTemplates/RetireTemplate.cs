using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Takes a template out of use, or back into it. No new plan is made from a retired one; those made from it stay.</summary>
public sealed class RetireTemplate(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="id">The template.</param>
    /// <param name="version">As it was when it was shown.</param>
    /// <param name="retired">Whether it is out of use from today on.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such template, or not for the one who asks.</exception>
    public async Task RunAsync(Guid id, int version, bool retired, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var template = await db.OpenTemplateAsync(user, id, cancel);
        db.Entry(template).Property(row => row.Version).OriginalValue = version;
        template.Retire(retired ? user.Today : null);
        await db.SaveChangesAsync(cancel);
    }
}
