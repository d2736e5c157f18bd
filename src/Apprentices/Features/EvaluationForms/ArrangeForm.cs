using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Moves and removes parts and questions of a form, in the edition that is begun.</summary>
public sealed class ArrangeForm(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>Which part or question, by its key.</summary>
    public sealed record Target(string Key, bool IsSection = false);

    public enum Change
    {
        MoveUp,
        MoveDown,

        /// <summary>What was answered to it in earlier talks stays with them.</summary>
        Remove,
    }

    /// <returns>Whether anything changed.</returns>
    /// <exception cref="RuleException">It is to be removed, and whether another question is shown depends on it.</exception>
    /// <exception cref="NotThereException">It is not there, or not for the one who asks.</exception>
    public async Task<bool> RunAsync(Guid id, Target target, Change change, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        var content = form.Working();
        if (target.IsSection ? content.Sections.All(section => section.Key != target.Key) : content.Find(target.Key) is null)
        {
            throw new NotThereException();
        }

        var changed = Changed(content, target, change);
        if (OpenForms.Seen(changed) == OpenForms.Seen(content))
        {
            return false;
        }

        await db.WriteAsync(form, changed, cancel);
        return true;
    }

    private static FormContent Changed(FormContent content, Target target, Change change) => (change, target.IsSection) switch
    {
        (Change.Remove, true) => content.WithoutSection(target.Key),
        (Change.Remove, false) => content.Without(target.Key),
        (_, true) => content.MoveSection(target.Key, change == Change.MoveUp),
        _ => content.Move(target.Key, change == Change.MoveUp),
    };
}
