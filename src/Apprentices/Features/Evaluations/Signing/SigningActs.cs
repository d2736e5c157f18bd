using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>What signing, refusing and noting have in common: the talk as it was sealed, saved whole or not at all.</summary>
internal static class SigningActs
{
    /// <summary>Two who sign in the same moment: the later one looks again, so often.</summary>
    private const int MostTries = 3;

    /// <summary>Does it on a fresh context, again where somebody else has signed meanwhile.</summary>
    public static async Task RunAsync(IDbContextFactory<AppDbContext> database, Func<AppDbContext, Task> act, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            try
            {
                await act(db);
                return;
            }
            catch (DbUpdateException lost) when (LostRace.Caused(lost) && tries < MostTries)
            {
                // The other one has signed meanwhile: her signature counts when ours is added.
            }
        }
    }

    /// <summary>The talk with all that is sealed, for one who may read it and be asked to sign it.</summary>
    public static async Task<Evaluation> OpenAsync(AppDbContext db, Guid id, CurrentUser user, CancellationToken cancel) =>
        await db.Evaluations
            .ContentVisibleTo(user)
            .Where(TalkAccess.SignedBy(user))
            .WithSealed()
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();

    /// <summary>
    /// What is signed is what was read, and what was read is what is there: before the first signature it is sealed anew where
    /// something has changed, and has to be read again; afterwards nothing may have changed.
    /// </summary>
    /// <exception cref="RuleException">It is not.</exception>
    public static async Task RequireAsReadAsync(
        AppDbContext db, Evaluation talk, int addendum, string? readHash, string employer, DateTimeOffset at, CancellationToken cancel)
    {
        var hash = talk.Documents.FirstOrDefault(document => document.Addendum == addendum)?.Hash;
        Rule.Require(hash == readHash, EvaluationTexts.ChangedSinceRead);
        if (addendum > 0 || talk.State != EvaluationState.Held || talk.Signatures.Any(one => one.Addendum == 0 && one.Hash is not null))
        {
            Rule.Require(hash is null || TalkCheck.RowsSayTheSame(talk, addendum), SigningTexts.NotAsSealed);
            return;
        }

        if (hash is not null && TalkCheck.RowsSayTheSame(talk, 0))
        {
            return;
        }

        await TalkSealing.SealAsync(db, talk, employer, at, cancel);
        if (hash is not null)
        {
            await db.SaveChangesAsync(cancel);
            throw new RuleException(EvaluationTexts.ChangedSinceRead);
        }
    }

    /// <summary>As what she signs: of what she is here, what is missing and has its turn, the instructor before the training manager.</summary>
    public static async Task<Roles> RoleAsync(AppDbContext db, Evaluation talk, int addendum, CurrentUser user, CancellationToken cancel)
    {
        var roles = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.PersonId == user.PersonId && s.Role != AssignmentRole.Mentor && s.ApprenticeshipId == talk.ApprenticeshipId)
            .Select(s => s.Role)
            .ToListAsync(cancel);
        var parts = TalkTurns.InOrder(roles).Select(Apprenticeship.RolesOf).ToList();
        bool IsMissing(Roles role) => talk.Missing(addendum).HasFlag(Evaluation.PartyOf(role));
        return parts.Count == 0
            ? Roles.Apprentice
            : parts.FirstOrDefault(role => IsMissing(role) && talk.IsTurnOf(Evaluation.PartyOf(role), addendum), parts.FirstOrDefault(IsMissing, parts[0]));
    }

    /// <summary>Saves all of it at once. A signature is a row of its own; the talk is saved with it, so that of two at once the later one looks again.</summary>
    public static async Task SaveAsync(AppDbContext db, Evaluation talk, CancellationToken cancel)
    {
        db.Entry(talk).Property(e => e.State).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }

    public static bool IsNameOf(Person person, string? typed) => SortKey.Plain(person.FullName) == SortKey.Plain(typed ?? "");
}
