using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Adds a question to a form, or changes it, in the edition that is begun. Talks see it once that is published.</summary>
public sealed class WriteFormQuestion(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="id">The form.</param>
    /// <param name="key">The question; empty: a new one.</param>
    /// <param name="input">All of it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The question's key.</returns>
    /// <exception cref="RuleException">The text is missing, or a published question is to take another kind of answer.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed or removed it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such form or part.</exception>
    public async Task<string> RunAsync(Guid id, string? key, QuestionInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditForms);
        Rule.Require(!string.IsNullOrWhiteSpace(input.TextNb), RuleTexts.QuestionTextMissing);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.OpenFormAsync(user, id, cancel);
        var content = form.Working();
        if (content.Sections.All(section => section.Key != input.Section))
        {
            throw new NotThereException();
        }

        if (key is not null)
        {
            OpenForms.RequireSeen(content.Find(key), input.Seen);
        }

        var written = key ?? FormContent.NewKey(input.TextNb!, form.UsedKeys);
        var usedChoices = form.Editions.SelectMany(edition => edition.Content.Find(written)?.Choices ?? []).Select(choice => choice.Key);
        await db.WriteAsync(form, content.With(input.Section!, input.ToQuestion(written, usedChoices)), cancel);
        return written;
    }
}
