namespace Apprentices.Domain;

/// <summary>One rating, as the level is read from it.</summary>
/// <param name="GoalId">The goal that was rated: the goal itself, or one it follows since a move.</param>
/// <param name="Level">How well.</param>
/// <param name="On">The day it is about.</param>
/// <param name="At">When it was entered; of two on one day the later one counts.</param>
/// <param name="RaterId">Who.</param>
public sealed record RatingRead(Guid GoalId, Level Level, DateOnly On, DateTimeOffset At, Guid RaterId);

/// <summary>Why a goal is at its level.</summary>
public enum LevelReason
{
    /// <summary>Nobody has rated it.</summary>
    NotRated,

    /// <summary>One person has, and her latest rating counts.</summary>
    OneRater,

    /// <summary>Several have, and the newest rating counts.</summary>
    Newest,

    /// <summary>It follows others since a move and has not been rated anew: what they were rated counts, of several the lowest.</summary>
    OfThoseItFollows,
}

/// <summary>
/// How the level of a goal comes about: each rating stays as it was given, the newest counts, and where two who rate see it
/// differently, that is said and settled by nobody but them (opplæringsforskrifta § 9-11).
/// </summary>
/// <param name="Level">The level.</param>
/// <param name="Reason">Why.</param>
/// <param name="Counts">The rating that decides; empty where nobody has rated it.</param>
/// <param name="Latest">The latest rating of each who rated the goal whose rating counts, newest first.</param>
/// <param name="Former">Where the goal follows others: the latest rating of each of them, lowest first.</param>
/// <param name="IsDisputed">Whether two of them see it differently.</param>
public sealed record LevelReading(
    Level Level, LevelReason Reason, RatingRead? Counts, IReadOnlyList<RatingRead> Latest, IReadOnlyList<RatingRead> Former, bool IsDisputed)
{
    /// <summary>For so many days two ratings are set side by side; an older one tells of how it was.</summary>
    public const int ComparedDays = 180;

    /// <summary>So many steps apart is another view, also where both lie on one side of mastering.</summary>
    public const int StepsApart = 2;

    /// <summary>Whether several have rated it, all at the level that counts.</summary>
    public bool IsAgreed => Latest.Count > 1 && Latest.All(rating => rating.Level == Level);

    /// <param name="goalId">The goal.</param>
    /// <param name="ratings">All ratings of it and of the goals it follows, in any order.</param>
    /// <param name="today">The day to judge on.</param>
    /// <param name="taken">What the goal took over in its last move; empty where it follows no other.</param>
    public static LevelReading Of(Guid goalId, IReadOnlyCollection<RatingRead> ratings, DateOnly today, LevelTakenOver? taken = null)
    {
        var own = NewestFirst(ratings.Where(rating => rating.GoalId == goalId)).ToList();
        List<RatingRead> former = taken is null ? [] :
        [
            .. ratings.Where(rating => rating.GoalId != goalId).GroupBy(rating => rating.GoalId)
                .Select(ofOne => NewestFirst(ofOne).First()).OrderBy(rating => rating.Level).ThenBy(rating => rating.On).ThenBy(rating => rating.At),
        ];
        if (taken is not null && former.Count > 0 && !(own is [var newest, ..] && newest.Level == taken.Level && newest.On == taken.RatedOn))
        {
            var counts = former.FirstOrDefault(rating => rating.Level == taken.Level) ?? own.FirstOrDefault(rating => rating.Level == taken.Level);
            var ofIt = LatestOfEach(ratings.Where(rating => rating.GoalId == counts?.GoalId));
            return new LevelReading(taken.Level, LevelReason.OfThoseItFollows, counts, ofIt, former, AreApart(ofIt, today));
        }

        var latest = LatestOfEach(own);
        return new LevelReading(
            own is [var last, ..] ? last.Level : Level.NotBegun,
            latest.Count switch { 0 => LevelReason.NotRated, 1 => LevelReason.OneRater, _ => LevelReason.Newest },
            own.FirstOrDefault(), latest, former, AreApart(latest, today));
    }

    /// <summary>Whether two levels are two views: one says mastered and the other does not, or they lie two steps apart.</summary>
    public static bool AreApart(Level one, Level other) =>
        one >= Level.Masters != other >= Level.Masters || Math.Abs(one - other) >= StepsApart;

    private static bool AreApart(IReadOnlyList<RatingRead> latest, DateOnly today)
    {
        var compared = latest.Where(rating => rating.On >= today.AddDays(-ComparedDays)).Select(rating => rating.Level).ToList();
        return compared.Count > 1 && AreApart(compared.Min(), compared.Max());
    }

    private static List<RatingRead> LatestOfEach(IEnumerable<RatingRead> ratings) =>
        [.. NewestFirst(ratings.GroupBy(rating => rating.RaterId).Select(ofOne => NewestFirst(ofOne).First()))];

    private static IOrderedEnumerable<RatingRead> NewestFirst(IEnumerable<RatingRead> ratings) =>
        ratings.OrderByDescending(rating => rating.On).ThenByDescending(rating => rating.At);
}

/// <summary>The level a goal stands at that follows others, and the day it was rated last, as the plan keeps it.</summary>
public sealed record LevelTakenOver(Level Level, DateOnly? RatedOn);
