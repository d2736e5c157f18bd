using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Roster;

/// <summary>
/// Saves the good rows of a roster as they were previewed: all of them or, when anything fails, none. If what is stored has
/// changed since the preview, so that it would save something else, it saves nothing and says so.
/// </summary>
public sealed class ImportRoster(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    /// <summary>How many rows of how many are done.</summary>
    public readonly record struct Progress(int Done, int Total);

    /// <summary>What was done, and how many talks lie so far back that HR must say what became of them.</summary>
    public sealed record Result(int Added, int Changed, int Unchanged, int Wrong, int TalksFromBefore);

    /// <exception cref="RuleException">Something changed since the preview.</exception>
    public async Task<Result> RunAsync(RosterReview previewed, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ImportRoster);

        await using var db = await database.CreateDbContextAsync(cancel);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
            var review = await RosterReview.MakeAsync(db, user, previewed.File, previewed.Map, cancel);
            Rule.Require(review.Fingerprint == previewed.Fingerprint, RosterTexts.ChangedSincePreview);

            var talksFromBefore = await new RosterSaving(db, user, review, await rulebook.ReadAsync(db, cancel)).SaveAsync(progress, cancel);
            await transaction.CommitAsync(cancel);
            if (review.ToSave >= TableStatistics.Many)
            {
                await TableStatistics.TryCountAsync(db);
            }

            return new Result(
                review.Count(RowState.New), review.Count(RowState.Changed), review.Count(RowState.Unchanged), review.Count(RowState.Wrong), talksFromBefore);
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            throw new RuleException(RosterTexts.ChangedSincePreview);
        }
    }
}
