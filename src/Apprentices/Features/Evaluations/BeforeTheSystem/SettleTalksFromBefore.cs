using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.BeforeTheSystem;

/// <summary>Says of many talks from before the system at once that they were held, or that they will not be, and why.</summary>
public sealed class SettleTalksFromBefore(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private const int TalksAtATime = 500;

    public enum Outcome
    {
        Held,
        Waived,
    }

    public sealed class Input : IValidatableObject
    {
        public Outcome Outcome { get; set; }

        /// <summary>The day they were held; empty where nobody knows, or where it was not the same day.</summary>
        public DateOnly? HeldOn { get; set; }

        [StringLength(500)]
        public string? Reason { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Outcome == Outcome.Waived && string.IsNullOrWhiteSpace(Reason))
            {
                yield return new ValidationResult(RuleTexts.ReasonMissing, [nameof(Reason)]);
            }
        }
    }

    /// <summary>The talks meant: those named, or, where none is, all of some contracts.</summary>
    public sealed record Choice(IReadOnlyCollection<Guid>? Ids, TalksFromBeforeOf AllOf = TalksFromBeforeOf.All);

    /// <returns>How many were settled; those that somebody else has settled meanwhile are left as they are.</returns>
    /// <exception cref="RuleException">The day lies ahead, or the reason is missing.</exception>
    public async Task<int> RunAsync(Choice choice, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleTalksFromBefore);

        await using var db = await database.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var meant = ListTalksFromBefore.Of(db, user, choice.AllOf);
        if (choice.Ids is { } named)
        {
            var chosen = named.ToArray();
            meant = meant.Where(talk => EF.Parameter(chosen).Contains(talk.Id));
        }

        var ids = await meant.Select(talk => talk.Id).ToListAsync(cancel);
        foreach (var some in ids.Chunk(TalksAtATime))
        {
            var talks = await db.Evaluations.VisibleTo(user).Where(talk => EF.Parameter(some).Contains(talk.Id)).ToListAsync(cancel);
            talks.ForEach(talk => Settle(talk, input, user.Today));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancel);
        return ids.Count;
    }

    private static void Settle(Evaluation talk, Input input, DateOnly today)
    {
        if (input.Outcome == Outcome.Held)
        {
            talk.MarkHeldBeforeSystem(input.HeldOn, today);
        }
        else
        {
            talk.Waive(input.Reason ?? "");
        }
    }
}
