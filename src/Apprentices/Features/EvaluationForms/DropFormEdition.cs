using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Gives up the edition that is begun: the form is again as it is published.</summary>
public sealed class DropFormEdition(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="Domain.RuleException">Nothing was ever published.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed or published it in the meantime.</exception>
    public async Task RunAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        db.Entry(form).Property(row => row.Version).OriginalValue = version;
        form.DropBegun();
        await db.SaveFormAsync(form, cancel);
    }
}
