using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>
/// Publishes the edition that is begun: talks that have not taken a form take it from now on. What is published is what was
/// shown beforehand, or nothing.
/// </summary>
public sealed class PublishTalkForm(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <returns>The number of the edition.</returns>
    /// <param name="id">The form.</param>
    /// <param name="version">The form as it was when it was shown.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">Something is missing in it, or nothing has changed.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed or published it in the meantime.</exception>
    public async Task<int> RunAsync(Guid id, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        db.Entry(form).Property(row => row.Version).OriginalValue = version;
        form.Publish(clock.GetUtcNow(), user.PersonId);
        await db.SaveFormAsync(form, cancel);
        return form.Current!.Number;
    }
}
