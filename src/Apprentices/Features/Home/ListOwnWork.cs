using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Home;

/// <summary>What a supervisor has written or signed herself, latest first; also after she no longer follows up the apprentice.</summary>
public sealed class ListOwnWork(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 20;

    public sealed record Rating(Guid Id, string Apprentice, LocalText Goal, Level Level, string? Note, DateOnly RatedOn);

    public sealed record Talk(Guid Id, string Apprentice, EvaluationKind Kind, int Number, DateOnly? HeldOn, DateTimeOffset? SignedAt, string? Summary);

    public sealed record Observed(Guid Id, string Apprentice, string Text, DateOnly ObservedOn);

    public sealed record Work(
        DateOnly Today, IReadOnlyList<Talk> Talks, int TalkCount, IReadOnlyList<Rating> Ratings, int RatingCount,
        IReadOnlyList<Observed> Observations, int ObservationCount);

    /// <param name="talkPage">Which page of talks, from 1.</param>
    /// <param name="ratingPage">Which page of ratings, from 1.</param>
    /// <param name="observationPage">Which page of observations, from 1.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Work> RunAsync(int talkPage = 1, int ratingPage = 1, int observationPage = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOwnWork);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talks = db.Evaluations.ContentVisibleTo(user).Where(talk =>
            talk.Apprenticeship.PersonId != user.PersonId
            && (talk.HeldById == user.PersonId || talk.Signatures.Any(signature => signature.PersonId == user.PersonId)));
        var ratings = db.GoalRatings.VisibleTo(user).Where(rating => rating.RatedById == user.PersonId);
        var observations = db.Observations.VisibleTo(user).Where(observation => observation.AuthorId == user.PersonId);
        return new Work(
            user.Today,
            await talks
                .OrderByDescending(talk => talk.HeldOn).ThenBy(talk => talk.Id)
                .Skip(Skip(talkPage)).Take(PageSize)
                .Select(talk => new Talk(
                    talk.Id, talk.Apprenticeship.Person.GivenName + " " + talk.Apprenticeship.Person.FamilyName, talk.Kind, talk.Number, talk.HeldOn,
                    talk.Signatures.Where(signature => signature.PersonId == user.PersonId && signature.Addendum == 0 && signature.Kind == SignatureKind.Signed)
                        .Select(signature => (DateTimeOffset?)signature.SignedAt).FirstOrDefault(),
                    talk.Summary))
                .ToListAsync(cancel),
            await talks.CountAsync(cancel),
            await ratings
                .OrderByDescending(rating => rating.RatedOn).ThenByDescending(rating => rating.RatedAt)
                .Skip(Skip(ratingPage)).Take(PageSize)
                .Select(rating => new Rating(
                    rating.Id, rating.PlannedGoal.Apprenticeship.Person.GivenName + " " + rating.PlannedGoal.Apprenticeship.Person.FamilyName,
                    rating.PlannedGoal.Title, rating.Level, rating.Note, rating.RatedOn))
                .ToListAsync(cancel),
            await ratings.CountAsync(cancel),
            await observations
                .OrderByDescending(observation => observation.ObservedOn).ThenByDescending(observation => observation.WrittenAt).ThenBy(observation => observation.Id)
                .Skip(Skip(observationPage)).Take(PageSize)
                .Select(observation => new Observed(
                    observation.Id, observation.Apprenticeship.Person.GivenName + " " + observation.Apprenticeship.Person.FamilyName, observation.Text, observation.ObservedOn))
                .ToListAsync(cancel),
            await observations.CountAsync(cancel));
    }

    private static int Skip(int page) => PageNumber.Skip(page, PageSize);
}
