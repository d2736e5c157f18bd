using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Adds a part to a form, or changes its words, in the edition that is begun.</summary>
public sealed class WriteFormSection(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="id">The form.</param>
    /// <param name="key">The part; empty: a new one.</param>
    /// <param name="input">Its words.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed or removed it in the meantime.</exception>
    public async Task RunAsync(Guid id, string? key, SectionInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);
        Rule.Require(!string.IsNullOrWhiteSpace(input.TitleNb), RuleTexts.TitleMissing);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        var content = form.Working();
        if (key is not null)
        {
            var now = content.Sections.FirstOrDefault(section => section.Key == key);
            OpenForms.RequireSeen(now is null ? null : now with { Questions = [] }, input.Seen);
        }

        await db.WriteAsync(form, content.With(key ?? FormContent.NewKey(input.TitleNb!, form.UsedKeys), input.Title, input.Help), cancel);
    }
}
