using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Begins a form, empty or as a copy of another. No talk takes it before it is published.</summary>
public sealed class CreateTalkForm(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input : FormNaming
    {
        /// <summary>The form whose questions it begins with; nothing begins it empty.</summary>
        public Guid? CopyOf { get; set; }
    }

    public sealed record Source(Guid Id, LocalText Name, IReadOnlyList<EvaluationKind> Kinds);

    /// <summary>The forms one may copy.</summary>
    public async Task<IReadOnlyList<Source>> ReadAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var forms = await db.EvaluationForms.AsNoTracking().VisibleTo(user).ToListAsync(cancel);
        return [.. forms.OrderBy(form => form.RetiredOn is not null).ThenBy(form => form.Name.ToString(), StringComparer.CurrentCulture).Select(form => new Source(form.Id, form.Name, form.Kinds))];
    }

    /// <returns>The form's id.</returns>
    /// <exception cref="RuleException">The name is missing, or it is for no kind of talk.</exception>
    /// <exception cref="NotThereException">There is no such form to copy.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var content = input.CopyOf is { } source ? (await db.OpenFormAsync(user, source, cancel)).Working() : FormContent.Empty;
        var form = new EvaluationForm(input.Name, input.Kinds, content);
        db.Add(form);
        await db.SaveChangesAsync(cancel);
        return form.Id;
    }
}
