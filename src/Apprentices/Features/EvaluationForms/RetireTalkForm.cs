using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Takes a form out of use, or back into it. Talks that have taken it keep it.</summary>
public sealed class RetireTalkForm(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    /// <exception cref="Domain.NotThereException">There is no such form, or not for the one who asks.</exception>
    public async Task RunAsync(Guid id, int version, bool retired, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        db.Entry(form).Property(row => row.Version).OriginalValue = version;
        if (retired)
        {
            form.Retire(user.Today);
        }
        else
        {
            form.TakeBack();
        }

        await db.SaveFormAsync(form, cancel);
    }
}
