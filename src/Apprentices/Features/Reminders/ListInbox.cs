using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>The reminders one has got and that were not called off, the latest first.</summary>
public sealed class ListInbox(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>Of a talk, or of a hand-over; the other's id is empty.</summary>
    public sealed record Row(
        Guid Id, Guid? EvaluationId, Guid? PlacementId, int Number, string Apprentice, bool IsOwn, DateOnly DueOn, DateTimeOffset QueuedAt,
        DateTimeOffset? SentAt, DateTimeOffset? ReadAt, bool IsSettled, bool HasMoved);

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, int Unread);

    public async Task<Result> RunAsync(Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseInbox);

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = db.Reminders.VisibleTo(user).Where(r => r.CancelledAt == null);
        var rows = await mine
            .OrderByDescending(r => r.QueuedAt).ThenBy(r => r.DueOn).ThenBy(r => r.Id)
            .Skip(page.Skip).Take(page.Take)
            .Select(r => new Row(
                r.Id, r.EvaluationId, r.PlacementId, r.Evaluation != null ? r.Evaluation.Number : 0,
                r.Evaluation != null
                    ? r.Evaluation.Apprenticeship.Person.GivenName + " " + r.Evaluation.Apprenticeship.Person.FamilyName
                    : r.Placement!.Apprenticeship.Person.GivenName + " " + r.Placement.Apprenticeship.Person.FamilyName,
                r.Evaluation != null && r.Evaluation.Apprenticeship.PersonId == user.PersonId, r.DueOn, r.QueuedAt, r.SentAt, r.ReadAt,
                r.Evaluation != null ? r.Evaluation.State != EvaluationState.Planned : r.Placement!.ConfirmedAt != null,
                r.Evaluation != null ? r.Evaluation.DueOn != r.DueOn : r.Placement!.FromOn != r.DueOn || r.Placement.InstructorId != r.RecipientId))
            .ToListAsync(cancel);
        return new Result(rows, await mine.CountAsync(cancel), await mine.CountAsync(r => r.ReadAt == null, cancel));
    }
}
