using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Home;

/// <summary>What a supervisor has done today and since Monday, counted from what she did: nothing is kept for it alone.</summary>
public sealed class ReadWorkDone(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Approved">Log entries approved and not taken back.</param>
    /// <param name="Returned">Log entries sent back.</param>
    /// <param name="Observed">Observations written.</param>
    /// <param name="Rated">Goals rated.</param>
    /// <param name="Signed">Talks signed.</param>
    public sealed record Work(int Approved, int Returned, int Observed, int Rated, int Signed)
    {
        public int All => Approved + Returned + Observed + Rated + Signed;
    }

    /// <param name="PutOff">What she has put off and does not wait for her today.</param>
    public sealed record View(Work Today, Work ThisWeek, IReadOnlyList<PutOffKind> PutOff);

    public async Task<View> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOwnWork);

        await using var db = await database.CreateDbContextAsync(cancel);
        return new View(
            await CountAsync(db, user, clock.StartOf(user.Today), cancel),
            await CountAsync(db, user, clock.StartOf(LogEntry.MondayOf(user.Today)), cancel),
            await db.PutOffs.VisibleTo(user).Where(off => off.UntilOn > user.Today).Select(off => off.Kind).ToListAsync(cancel));
    }

    private static Task<Work> CountAsync(AppDbContext db, CurrentUser user, DateTimeOffset since, CancellationToken cancel)
    {
        var decided = db.LogEvents.VisibleTo(user).Where(happened => happened.ById == user.PersonId && happened.At >= since);
        var observed = db.Observations.VisibleTo(user).Where(observation => observation.AuthorId == user.PersonId && observation.WrittenAt >= since);
        var rated = db.GoalRatings.VisibleTo(user).Where(rating => rating.RatedById == user.PersonId && rating.RatedAt >= since);
        var signed = db.EvaluationSignatures.VisibleTo(user).Where(signature => signature.PersonId == user.PersonId && signature.Kind == SignatureKind.Signed && signature.SignedAt >= since);

        // A rating given with an observation is part of it.
        var alone = rated.Where(rating => !observed.Any(observation => observation.WrittenAt == rating.RatedAt));
        return db.People
            .VisibleTo(db, user)
            .Where(person => person.Id == user.PersonId)
            .Select(_ => new Work(
                decided.Count(happened => (happened.Kind == LogEventKind.Approved || happened.Kind == LogEventKind.ApprovedFirst)
                    && !decided.Any(undone => undone.LogEntryId == happened.LogEntryId && undone.Kind == LogEventKind.Undone && undone.At > happened.At)),
                decided.Count(happened => happened.Kind == LogEventKind.Returned),
                observed.Count(),
                alone.Count(),
                signed.Count()))
            .SingleAsync(cancel);
    }
}
