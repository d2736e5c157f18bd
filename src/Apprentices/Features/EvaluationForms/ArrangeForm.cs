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

    /// <summary>Moves it one place up or down.</summary>
    /// <returns>Whether it moved.</returns>
    /// <exception cref="NotThereException">It is not there, or not for the one who asks.</exception>
    public Task<bool> MoveAsync(Guid id, Target target, bool earlier, CancellationToken cancel = default) =>
        ChangeAsync(id, target, content => target.IsSection ? content.MoveSection(target.Key, earlier) : content.Move(target.Key, earlier), cancel);

    /// <summary>Removes it. What was answered to it in earlier talks stays with them.</summary>
    /// <exception cref="RuleException">Whether another question is shown depends on it.</exception>
    /// <exception cref="NotThereException">It is not there, or not for the one who asks.</exception>
    public Task RemoveAsync(Guid id, Target target, CancellationToken cancel = default) =>
        ChangeAsync(id, target, content => target.IsSection ? content.WithoutSection(target.Key) : content.Without(target.Key), cancel);

    private async Task<bool> ChangeAsync(Guid id, Target target, Func<FormContent, FormContent> change, CancellationToken cancel)
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

        var changed = change(content);
        if (OpenForms.Seen(changed) == OpenForms.Seen(content))
        {
            return false;
        }

        await db.WriteAsync(form, changed, cancel);
        return true;
    }
}
