using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>One published edition of a form as it was, and what was new in it.</summary>
public sealed class ShowFormEdition(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed record Details(Guid FormId, LocalText Name, int Number, DateOnly PublishedOn, bool IsCurrent, FormContent Content, FormComparison? Changes);

    /// <returns>Nothing if it is not there, was never published, or is not for the one who asks.</returns>
    public async Task<Details?> RunAsync(Guid formId, int number, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.EvaluationForms.AsNoTracking().VisibleTo(user).Include(one => one.Editions).SingleOrDefaultAsync(one => one.Id == formId, cancel);
        if (form?.Published.FirstOrDefault(one => one.Number == number) is not { } edition)
        {
            return null;
        }

        var before = form.Published.FirstOrDefault(one => one.Number == number - 1)?.Content;
        return new Details(
            form.Id, form.Name, number, clock.DayOf(edition.PublishedAt!.Value), edition.Id == form.Current?.Id, edition.Content,
            before is null ? null : FormComparison.Between(before, edition.Content));
    }
}
