using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Audits;

/// <summary>Which auditors may read which records, until when and what for; those that end last first.</summary>
public sealed class ListAudits(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <param name="Id">The grant.</param>
    /// <param name="Auditor">Who reads.</param>
    /// <param name="FromOn">From which day.</param>
    /// <param name="ToOn">To which day, as it was given.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="Records">How many records it opens.</param>
    public sealed record Row(Guid Id, string Auditor, DateOnly FromOn, DateOnly ToOn, string Purpose, int Records)
    {
        public required string GrantedBy { get; init; }

        /// <summary>When it was ended before its time.</summary>
        public DateTimeOffset? EndedAt { get; init; }
        public int Version { get; init; }

        public bool IsOver(DateOnly today) => EndedAt is not null || ToOn < today;
    }

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, DateOnly Today);

    public async Task<Result> RunAsync(Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GrantAudits);

        await using var db = await database.CreateDbContextAsync(cancel);
        var grants = db.AuditGrants.VisibleTo(user);
        var rows = await grants.OrderByDescending(grant => grant.ToOn).ThenByDescending(grant => grant.Id).Skip(page.Skip).Take(page.Take)
            .Select(grant => new Row(
                grant.Id, grant.Auditor.GivenName + " " + grant.Auditor.FamilyName, grant.FromOn, grant.ToOn, grant.Purpose, grant.Records.Count)
            {
                GrantedBy = grant.GrantedBy.GivenName + " " + grant.GrantedBy.FamilyName,
                EndedAt = grant.EndedAt,
                Version = grant.Version,
            }).ToListAsync(cancel);
        return new Result(rows, await grants.CountAsync(cancel), user.Today);
    }
}
