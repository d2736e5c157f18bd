using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Portfolio;

/// <summary>What a portfolio would hold for the one who asks, before she takes it out.</summary>
public sealed class ShowPortfolio(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="ApprenticeshipId">Whose.</param>
    /// <param name="Apprentice">Her name.</param>
    /// <param name="IsOwn">Whether it is the reader's own.</param>
    /// <param name="Entries">How many log entries.</param>
    /// <param name="Open">How many of them are not handed in.</param>
    /// <param name="Ratings">How many ratings.</param>
    /// <param name="Observations">How many observations.</param>
    /// <param name="Talks">How many talks.</param>
    /// <param name="TalksToRead">Of how many of them the reader may read what was said.</param>
    /// <param name="Files">How many files.</param>
    /// <param name="Size">Their size, in bytes.</param>
    public sealed record Result(
        Guid ApprenticeshipId, string Apprentice, bool IsOwn, int Entries, int Open, int Ratings, int Observations, int Talks, int TalksToRead, int Files, long Size);

    /// <param name="apprenticeshipId">Whose; one's own if none is named.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<Result?> RunAsync(Guid? apprenticeshipId = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.DownloadPortfolio);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await PortfolioRows.Contract(db, user, apprenticeshipId)
            .Select(a => new { a.Id, a.PersonId, Name = a.Person.GivenName + " " + a.Person.FamilyName }).FirstOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

        var (id, isOwn) = (contract.Id, contract.PersonId == user.PersonId);
        var entries = db.LogEntries.VisibleTo(user).Where(e => e.ApprenticeshipId == id);
        var talks = db.Evaluations.VisibleTo(user).Where(e => e.ApprenticeshipId == id);
        var files = db.Attachments.VisibleTo(user).Where(f => f.ApprenticeshipId == id && (f.LogEntryId != null || isOwn));
        return new Result(
            id, contract.Name, isOwn,
            await entries.CountAsync(cancel),
            await entries.CountAsync(e => e.State == LogState.Open, cancel),
            await db.GoalRatings.VisibleTo(user).CountAsync(r => r.PlannedGoal.ApprenticeshipId == id, cancel),
            await db.Observations.VisibleTo(user).CountAsync(o => o.ApprenticeshipId == id, cancel),
            await talks.CountAsync(cancel),
            await db.Evaluations.ContentVisibleTo(user).CountAsync(e => e.ApprenticeshipId == id, cancel),
            await files.CountAsync(cancel),
            await files.SumAsync(f => f.Size, cancel));
    }
}
