using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Notifications;

/// <summary>When one is away oneself, and when one stands in for another, from today on. HR records it.</summary>
public sealed class ListOwnLeaves(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="IsOwn">One is away oneself.</param>
    /// <param name="Other">Who stands in for one, or for whom one stands in; empty: nobody stands in.</param>
    public sealed record Row(Guid Id, DateOnly FromOn, DateOnly ToOn, bool IsOwn, string? Other);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChooseNotifications);
        var (me, today) = (user.PersonId, user.Today);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Leaves.VisibleTo(user)
            .Where(leave => (leave.PersonId == me || leave.DeputyId == me) && leave.ToOn >= today)
            .OrderBy(leave => leave.FromOn).ThenBy(leave => leave.Id)
            .Select(leave => new Row(
                leave.Id, leave.FromOn, leave.ToOn, leave.PersonId == me,
                leave.PersonId != me ? leave.Person.GivenName + " " + leave.Person.FamilyName
                : leave.Deputy == null ? null : leave.Deputy.GivenName + " " + leave.Deputy.FamilyName))
            .ToListAsync(cancel);
    }
}
