using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.SensitiveFacts;

/// <summary>What is kept sealed about an apprentice: that it is there and since when, never what it says.</summary>
public sealed class ListSensitiveFacts(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<SensitiveSettings> settings)
{
    /// <param name="Kind">What.</param>
    /// <param name="Version">The save it stands at; nothing where nothing is kept.</param>
    /// <param name="SavedAt">When it was saved last.</param>
    /// <param name="SavedBy">By whom.</param>
    public sealed record Row(SensitiveKind Kind, int? Version, DateTimeOffset? SavedAt, string? SavedBy)
    {
        /// <summary>Whether the reader may write another, as long as the employer keeps such things.</summary>
        public bool MayKeep { get; init; }
        public bool MayRemove { get; init; }
    }

    /// <param name="Rows">What is kept, and what may be.</param>
    /// <param name="IsOwn">Whether it is the reader's own: she need not say why she reads it.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, bool IsOwn);

    /// <returns>Nothing where the record is not there, or nothing of the kind is the reader's to see.</returns>
    public async Task<Result?> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeSensitive);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == apprenticeshipId).Select(a => new { a.PersonId }).SingleOrDefaultAsync(cancel);
        if (record is null)
        {
            return null;
        }

        var mayKeep = user.Allows(Policy.KeepSensitive);
        var kept = await db.SensitiveFacts.VisibleTo(user).Where(fact => fact.ApprenticeshipId == apprenticeshipId)
            .Select(fact => new Row(fact.Kind, fact.Version, fact.SavedAt, fact.SavedBy!.GivenName + " " + fact.SavedBy.FamilyName)).ToDictionaryAsync(row => row.Kind, cancel);
        return new Result(
            [
                .. Enum.GetValues<SensitiveKind>().Where(kind => kept.ContainsKey(kind) || (mayKeep && settings.Value.Keeps(kind)))
                    .Select(kind => (kept.GetValueOrDefault(kind) ?? new Row(kind, null, null, null)) with { MayKeep = mayKeep && settings.Value.Keeps(kind), MayRemove = mayKeep && kept.ContainsKey(kind) }),
            ],
            record.PersonId == user.PersonId);
    }
}
