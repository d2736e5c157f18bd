using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Everybody the app knows, by name, with what they are and how many they follow up today.</summary>
public sealed class ListPeople(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 25;

    public sealed record Row(Guid Id, string Name, string Email, Roles Roles, int FollowsUp, Guid? ApprenticeshipId, bool IsDeactivated = false);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public async Task<Result> RunAsync(string? text, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManagePeople);

        await using var db = await database.CreateDbContextAsync(cancel);
        var people = db.People.VisibleTo(db, user).Found(text);
        var rows = await Rows(db, people, user.Today, page).ToListAsync(cancel);
        return new Result(rows, await people.CountAsync(cancel));
    }

    /// <summary>The rows by name, all of them or a page.</summary>
    internal static IQueryable<Row> Rows(AppDbContext db, IQueryable<Person> people, DateOnly today, Page? page = null)
    {
        var sorted = people.OrderBy(p => p.SortName).ThenBy(p => p.Id);
        return (page is null ? sorted : sorted.Skip(page.Skip).Take(page.Take)).Select(p => new Row(
            p.Id,
            p.GivenName + " " + p.FamilyName,
            p.Email,
            p.Roles,
            db.Assignments.Count(s => s.PersonId == p.Id && s.Role <= AssignmentRole.Instructor && s.FromOn <= today
                && (s.ToOn == null || s.ToOn >= today) && s.Apprenticeship.EndsOn >= today),
            db.Apprenticeships.Where(a => a.PersonId == p.Id).OrderByDescending(a => a.StartsOn).Select(a => (Guid?)a.Id).FirstOrDefault(),
            p.DeactivatedAt != null));
    }
}
