using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Gives a form another name, or other kinds of talk. It holds at once, for talks that have not taken a form.</summary>
public sealed class DescribeTalkForm(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input : FormNaming
    {
        /// <summary>The form as it was when this was opened.</summary>
        public int Version { get; set; }
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        db.Entry(form).Property(row => row.Version).OriginalValue = input.Version;
        form.Describe(input.Name, input.Kinds);
        await db.SaveFormAsync(form, cancel);
    }
}
