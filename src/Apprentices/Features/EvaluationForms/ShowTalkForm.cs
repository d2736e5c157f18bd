using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>One form: as it is being written for those who may change it, else as it is published; with its editions.</summary>
public sealed class ShowTalkForm(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Number">From 1.</param>
    /// <param name="PublishedOn">The day.</param>
    /// <param name="PublishedBy">Who did it; empty for the one that ships.</param>
    /// <param name="Talks">How many talks are prepared or held on it.</param>
    public sealed record Edition(int Number, DateOnly PublishedOn, string? PublishedBy, int Talks);

    public sealed record Details
    {
        public required Guid Id { get; init; }
        public required LocalText Name { get; init; }
        public required IReadOnlyList<EvaluationKind> Kinds { get; init; }
        public required bool IsShipped { get; init; }
        public required DateOnly? RetiredOn { get; init; }
        public required int Version { get; init; }

        /// <summary>What is shown: the edition that is begun, or the one in use.</summary>
        public required FormContent Content { get; init; }
        public required int Number { get; init; }
        public required bool IsBegun { get; init; }

        /// <summary>The number of the edition in use; 0 before the first.</summary>
        public required int Published { get; init; }

        /// <summary>What is begun against what is in use; nothing where nothing is begun.</summary>
        public required FormComparison? Changes { get; init; }

        /// <summary>Questions that were published: the kind of answer to them stays.</summary>
        public required IReadOnlySet<string> Fixed { get; init; }

        /// <summary>The published ones, the latest first.</summary>
        public required IReadOnlyList<Edition> Editions { get; init; }
        public required bool MayEdit { get; init; }
    }

    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeForms);
        var mayEdit = user.Allows(Policy.EditForms);

        await using var db = await database.CreateDbContextAsync(cancel);
        var form = await db.EvaluationForms.AsNoTracking().VisibleTo(user).Include(one => one.Editions).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (form is null || (!mayEdit && form.Current is null))
        {
            return null;
        }

        var shown = (mayEdit ? form.Begun : null) ?? form.Current ?? form.Begun!;
        return new Details
        {
            Id = form.Id,
            Name = form.Name,
            Kinds = form.Kinds,
            IsShipped = form.ShippedKey is not null,
            RetiredOn = form.RetiredOn,
            Version = form.Version,
            Content = shown.Content,
            Number = shown.Number,
            IsBegun = shown.PublishedAt is null,
            Published = form.Current?.Number ?? 0,
            Changes = shown.PublishedAt is null ? FormComparison.Between(form.Current?.Content, shown.Content) : null,
            Fixed = form.Published.SelectMany(edition => edition.Content.Questions).Select(question => question.Key).ToHashSet(),
            Editions = await EditionsAsync(db, form, cancel),
            MayEdit = mayEdit,
        };
    }

    private async Task<IReadOnlyList<Edition>> EditionsAsync(AppDbContext db, EvaluationForm form, CancellationToken cancel)
    {
        var published = form.Published.OrderByDescending(edition => edition.Number).ToList();
        var publishers = published.Select(edition => edition.PublishedById).OfType<Guid>().ToList();
        var names = await db.People.Where(person => publishers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancel);
        var talks = await db.Evaluations.Where(talk => talk.FormEdition!.FormId == form.Id)
            .GroupBy(talk => talk.FormEditionId!.Value).Select(all => new { all.Key, Count = all.Count() })
            .ToDictionaryAsync(all => all.Key, all => all.Count, cancel);
        return
        [
            .. published.Select(edition => new Edition(
                edition.Number, clock.DayOf(edition.PublishedAt!.Value), edition.PublishedById is { } by ? names.GetValueOrDefault(by) : null, talks.GetValueOrDefault(edition.Id))),
        ];
    }
}
