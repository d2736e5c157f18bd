using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>How well a goal is mastered. Never called a grade (opplæringsforskrifta § 9-13: always without one).</summary>
public enum Level
{
    NotBegun,
    UnderWay,
    NeedsPractice,
    Masters,
    MastersIndependently,
}

/// <summary>
/// One goal in an apprentice's training plan (opplæringslova § 7-10): the half-year it is planned in, the day by which it is
/// expected, who is responsible, and how well it is mastered by the latest rating. The plan keeps the goal's code and title.
/// </summary>
public sealed class PlannedGoal : IVersioned
{
    private readonly List<GoalRating> ratings = [];
    private readonly List<PlannedGoal> predecessors = [];

    private PlannedGoal() { }

    internal PlannedGoal(Goal goal, int halfYear) =>
        (GoalId, Code, Order, Title, HalfYear) = (goal.Id, goal.Code, goal.Order, goal.Title, halfYear);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [NotPersonal]
    public Guid GoalId { get; private set; }

    [NotPersonal]
    public string Code { get; private set; } = "";

    [NotPersonal]
    public int Order { get; private set; }

    [NotPersonal]
    public LocalText Title { get; private set; } = null!;

    /// <summary>The half-year of the training, from 1, in which it is to be learnt.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int HalfYear { get; private set; }

    /// <summary>The day by which it counts as expected, spread evenly over the half-year.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly ExpectedOn { get; private set; }

    /// <summary>Who sees to it; empty means the instructor.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? ResponsibleId { get; private set; }
    public Person? Responsible { get; private set; }

    /// <summary>
    /// The level by the latest rating; for a goal that follows others, theirs until it is rated itself: of several the lowest.
    /// </summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Level Level { get; private set; }

    /// <summary>The day of the rating that counts; empty until there is one.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? RatedOn { get; private set; }

    /// <summary>The day since which every rating says that she masters it; empty while the level is lower.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? DocumentedOn { get; private set; }

    /// <summary>Whether a log entry names it, or a goal it follows.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public bool IsLogged { get; private set; }

    /// <summary>The day from which another curriculum has no such goal: it stays readable and no longer counts.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? LeftOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<GoalRating> Ratings => ratings;

    /// <summary>
    /// The former goals it follows since a move to another edition or curriculum: their ratings and log entries stay theirs and
    /// are read with it.
    /// </summary>
    public IReadOnlyList<PlannedGoal> Predecessors => predecessors;

    /// <summary>The one definition of "counts": a goal of the curriculum she follows now.</summary>
    public static Expression<Func<PlannedGoal, bool>> Counts { get; } = goal => goal.LeftOn == null;

    /// <summary>The one definition of "documented": mastered, alone or not, in SQL and in memory.</summary>
    public static Expression<Func<PlannedGoal, bool>> Documented { get; } = goal => goal.LeftOn == null && goal.Level >= Level.Masters;

    /// <summary>The one definition of "expected by that day", in SQL and in memory.</summary>
    public static Expression<Func<PlannedGoal, bool>> ExpectedBy(DateOnly day) => goal => goal.LeftOn == null && goal.ExpectedOn <= day;

    /// <summary>
    /// Rates the goal. Ratings are never overwritten; the one for the latest day counts, of a day's the last given. Needs the
    /// ratings there are.
    /// </summary>
    /// <exception cref="RuleException">The day lies ahead, or the note is too long.</exception>
    public GoalRating Rate(Level level, string? note, DateOnly ratedOn, Guid raterId, DateTimeOffset at, DateOnly today)
    {
        Rule.Require(ratedOn <= today, RuleTexts.DayAhead);
        Rule.Require(note is null || note.Length <= GoalRating.LongestNote, RuleTexts.NoteTooLong);

        var rating = new GoalRating(level, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), ratedOn, raterId, at);
        ratings.Add(rating);
        if (RatedOn is null || ratedOn >= RatedOn)
        {
            (Level, RatedOn) = (level, ratedOn);
        }

        // What was taken over in a move holds as long as no rating of its own has said otherwise.
        var (before, run) = (DocumentedOn, MasteredSince());
        DocumentedOn = Level < Level.Masters ? null
            : run is null ? before ?? RatedOn
            : before < run && ratings.TrueForAll(one => one.Level >= Level.Masters) ? before
            : run;
        return rating;
    }

    /// <summary>The first of the unbroken run of ratings up to the one that counts which say that she masters it.</summary>
    private DateOnly? MasteredSince() => ratings
        .OrderByDescending(rating => rating.RatedOn).ThenByDescending(rating => rating.RatedAt)
        .TakeWhile(rating => rating.Level >= Level.Masters)
        .LastOrDefault()?.RatedOn;

    internal void PlanIn(int halfYear, Guid? responsibleId) => (HalfYear, ResponsibleId) = (halfYear, responsibleId);

    internal void ExpectBy(DateOnly day) => ExpectedOn = day;

    internal void MarkLogged() => IsLogged = true;

    internal void Leave(DateOnly? on) => LeftOn = on;

    /// <summary>Whether somebody rated it or wrote about it, or about a goal it follows.</summary>
    public bool HasEvidence() => HasOwnEvidence() || RatedOn is not null || predecessors.Count > 0;

    /// <summary>Whether it must stay: somebody rated it or wrote about it.</summary>
    internal bool HasOwnEvidence() => ratings.Count > 0 || IsLogged;

    /// <summary>The goal and all it follows, however many moves ago; itself first. Needs their predecessors.</summary>
    public IReadOnlyList<PlannedGoal> Lineage()
    {
        List<PlannedGoal> all = [this];
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange(all[i].predecessors.Except(all).ToList());
        }

        return all;
    }

    /// <summary>The same goal in another edition: its place and title are the edition's, and it counts again.</summary>
    internal void Become(Goal goal) => (GoalId, Order, Title, LeftOn) = (goal.Id, goal.Order, goal.Title, null);

    internal void TakeOver(GoalInheritance inheritance)
    {
        (Level, RatedOn, IsLogged) = (inheritance.Level, inheritance.RatedOn, IsLogged || inheritance.IsLogged);
        DocumentedOn = Level >= Level.Masters ? inheritance.DocumentedOn ?? RatedOn : null;
        (HalfYear, ResponsibleId) = (inheritance.HalfYear, inheritance.ResponsibleId);
        predecessors.AddRange(inheritance.Evidence.Where(goal => goal != this && !predecessors.Contains(goal)).ToList());
    }

    /// <summary>The responsible person was entered twice: the goal now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => ResponsibleId = keptPersonId;
}

/// <summary>One rating of one goal by one supervisor on one day, with a note; kept as it was given.</summary>
public sealed class GoalRating
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 2000;

    private GoalRating() { }

    internal GoalRating(Level level, string? note, DateOnly ratedOn, Guid ratedById, DateTimeOffset ratedAt) =>
        (Level, Note, RatedOn, RatedById, RatedAt) = (level, note, ratedOn, ratedById, ratedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PlannedGoalId { get; private set; }
    public PlannedGoal PlannedGoal { get; private set; } = null!;

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Level Level { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Note { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly RatedOn { get; private set; }

    [Personal(PersonalCategory.Assessment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid RatedById { get; private set; }
    public Person RatedBy { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset RatedAt { get; private set; }

    /// <summary>The rater was entered twice: the rating now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => RatedById = keptPersonId;
}
