using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>
/// Saves the chosen curricula as they were previewed: all of them or, when anything fails, none. If what is stored has changed since
/// the preview, so that it would save something else, it saves nothing and says so.
/// </summary>
public sealed class ImportCurricula(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <summary>A curriculum to save, and what HR says of it where it is new.</summary>
    public sealed record Choice(string Code, TradeFamily Family, LocalText Trade)
    {
        /// <summary>As it is proposed.</summary>
        public static Choice Of(CurriculumChange change) => new(change.Read.Code, change.Family, change.Trade);
    }

    /// <summary>What became of a curriculum.</summary>
    public sealed record Saved(string Code, LocalText Trade, CurriculumOutcome Outcome, int Edition);

    /// <summary>What was done, and how many elements of Grep were put away anew.</summary>
    public sealed record Result(IReadOnlyList<Saved> Curricula, int Elements);

    /// <exception cref="RuleException">Something changed since the preview, or a name is missing.</exception>
    public async Task<Result> RunAsync(CurriculaReview previewed, IReadOnlyCollection<Choice> choices, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ImportCurricula);
        Rule.Require(choices.All(choice => choice.Trade is { Nb.Length: > 0, Nn.Length: > 0, En.Length: > 0 }), CurriculaTexts.TradeMissing);
        var chosen = choices.ToDictionary(choice => choice.Code, StringComparer.Ordinal);
        var expected = previewed.Changes.Where(change => change.CanBeSaved && chosen.ContainsKey(change.Read.Code)).ToList();
        Rule.Require(expected.Count == chosen.Count && (expected.Count > 0 || previewed.Apart.Count > 0), CurriculaTexts.NothingChosen);

        await using var db = await database.CreateDbContextAsync(cancel);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
            var review = await CurriculaReview.MakeAsync(db, previewed.Reading, chosen.Keys, cancel);
            Rule.Require(
                review.Changes.Select(change => change.Fingerprint).SequenceEqual(expected.Select(change => change.Fingerprint), StringComparer.Ordinal), CurriculaTexts.ChangedSincePreview);

            var saving = new CurriculaSaving(db, previewed.Reading.Source, clock.GetUtcNow());
            var saved = await saving.SaveAsync(review.Changes, chosen, cancel);
            var elements = await saving.KeepAsync([.. review.Changes.SelectMany(change => change.Read.Elements), .. previewed.Apart], cancel);
            await transaction.CommitAsync(cancel);
            return new Result(saved, elements);
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            throw new RuleException(CurriculaTexts.ChangedSincePreview);
        }
    }
}
