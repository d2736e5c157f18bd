using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Audits;

/// <summary>Which auditors may read a record now or soon, and what for: whoever sees the record is told, the apprentice first of all.</summary>
public sealed class ListAuditsOfRecord(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Id">The grant.</param>
    /// <param name="Auditor">Who reads.</param>
    /// <param name="FromOn">From which day.</param>
    /// <param name="ToOn">To which day.</param>
    /// <param name="Purpose">What for.</param>
    public sealed record Row(Guid Id, string Auditor, DateOnly FromOn, DateOnly ToOn, string Purpose)
    {
        /// <summary>Whether it is the reader herself.</summary>
        public bool IsMe { get; init; }
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeAudits);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.AuditedRecords.VisibleTo(user)
            .Where(record => record.ApprenticeshipId == apprenticeshipId && record.Grant.EndedAt == null && record.Grant.ToOn >= user.Today)
            .OrderBy(record => record.Grant.FromOn).ThenBy(record => record.GrantId)
            .Select(record => new Row(
                record.GrantId, record.Grant.Auditor.GivenName + " " + record.Grant.Auditor.FamilyName, record.Grant.FromOn, record.Grant.ToOn, record.Grant.Purpose)
            {
                IsMe = record.Grant.AuditorId == user.PersonId,
            }).ToListAsync(cancel);
    }
}
