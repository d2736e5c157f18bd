using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>The forms of the talks: for which kinds, how far each is published, how many talks use it. Those out of use come last.</summary>
public sealed class ListTalkForms(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required LocalText Name { get; init; }
        public required IReadOnlyList<EvaluationKind> Kinds { get; init; }

        /// <summary>The kinds whose talks take it now, where several forms are for the same.</summary>
        public required IReadOnlyList<EvaluationKind> TakenBy { get; init; }

        /// <summary>The number of the edition in use; 0 before the first.</summary>
        public required int Published { get; init; }
        public required DateOnly? PublishedOn { get; init; }
        public required bool HasBegun { get; init; }
        public required int Questions { get; init; }
        public required int Talks { get; init; }
        public required bool IsShipped { get; init; }
        public required DateOnly? RetiredOn { get; init; }
    }

    public sealed record Result(IReadOnlyList<Row> Rows, IReadOnlyList<EvaluationKind> WithoutForm, bool MayEdit);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeForms);
        var mayEdit = user.Allows(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var forms = await db.EvaluationForms.AsNoTracking().VisibleTo(user).Include(form => form.Editions).ToListAsync(cancel);

        // How many talks use it is a figure about the form, and names nobody: it counts those the reader may not see too.
        var talks = await db.Evaluations.Where(talk => talk.FormEditionId != null)
            .GroupBy(talk => talk.FormEdition!.FormId).Select(all => new { all.Key, Count = all.Count() })
            .ToDictionaryAsync(all => all.Key, all => all.Count, cancel);
        var taken = Enum.GetValues<EvaluationKind>().ToDictionary(kind => kind, kind => EvaluationForm.CurrentFor(forms, kind)?.FormId);
        return new Result(
            [
                .. forms.Where(form => mayEdit || form.Current is not null)
                    .OrderBy(form => form.RetiredOn is not null).ThenBy(form => form.Kinds.Min()).ThenBy(form => form.Name.ToString(), StringComparer.CurrentCulture)
                    .Select(form => new Row
                    {
                        Id = form.Id,
                        Name = form.Name,
                        Kinds = form.Kinds,
                        TakenBy = [.. taken.Where(one => one.Value == form.Id).Select(one => one.Key)],
                        Published = form.Current?.Number ?? 0,
                        PublishedOn = form.Current?.PublishedAt is { } at ? clock.DayOf(at) : null,
                        HasBegun = form.Begun is not null,
                        Questions = (mayEdit ? form.Working() : form.Current!.Content).Questions.Count(),
                        Talks = talks.GetValueOrDefault(form.Id),
                        IsShipped = form.ShippedKey is not null,
                        RetiredOn = form.RetiredOn,
                    }),
            ],
            [.. taken.Where(one => one.Value is null).Select(one => one.Key)],
            mayEdit);
    }
}
