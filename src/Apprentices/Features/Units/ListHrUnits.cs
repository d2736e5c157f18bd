using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Units;

/// <summary>Who is of HR, and whether for the whole house or for which units.</summary>
public sealed class ListHrUnits(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    /// <param name="Id">Who.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="IsLimited">Whether she is so for units alone.</param>
    /// <param name="Units">For which, by name.</param>
    public sealed record Row(Guid Id, string Name, bool IsLimited, IReadOnlyList<string> Units);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public async Task<Result> RunAsync(Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LimitHr);

        await using var db = await database.CreateDbContextAsync(cancel);
        var people = db.People.WhoMayBeLimitedBy(user);
        var (limits, units) = (db.HrLimits.VisibleTo(user), db.HrUnits.VisibleTo(user));
        var rows = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Skip(page.Skip).Take(page.Take)
            .Select(p => new Row(
                p.Id, p.GivenName + " " + p.FamilyName, limits.Any(limit => limit.PersonId == p.Id),
                units.Where(unit => unit.PersonId == p.Id).OrderBy(unit => unit.Workplace.SearchText).Select(unit => unit.Workplace.Name).ToList()))
            .AsSingleQuery().ToListAsync(cancel);
        return new Result(rows, await people.CountAsync(cancel));
    }
}
