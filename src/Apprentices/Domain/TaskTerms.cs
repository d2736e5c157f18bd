namespace Apprentices.Domain;

/// <summary>What a line of a plan is.</summary>
public enum TaskKind
{
    /// <summary>Work (arbeidsoppgave) the apprentice learns by.</summary>
    Task,

    /// <summary>A course.</summary>
    Course,
}

/// <summary>Who sees to a task. A plan says it by role, so that it holds whoever has the role.</summary>
public enum TaskResponsible
{
    Instructor,
    TrainingManager,

    /// <summary>The apprentice herself.</summary>
    Apprentice,

    /// <summary>Somebody named in words, for instance who gives a course.</summary>
    Other,
}

/// <summary>
/// What a task or course of a plan is: when, where, who sees to it, how it is learnt and what is to be documented
/// (opplæringslova § 7-10: a plan that ensures training by the contract). Compared by value.
/// </summary>
/// <param name="Title">What is done.</param>
/// <param name="Kind">Work or a course.</param>
/// <param name="HalfYear">The half-year of the training, from 1.</param>
public sealed record TaskTerms(string Title, TaskKind Kind, int HalfYear)
{
    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>The longest method or documentation, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>The last week of a half-year a task may be planned in.</summary>
    public const int LastWeek = 27;

    /// <summary>The last half-year a task may be planned in: the longest contract has twenty.</summary>
    public const int LastHalfYear = 20;

    /// <summary>The first week of the half-year, from 1; empty: the whole half-year.</summary>
    public int? FromWeek { get; init; }

    /// <summary>The last week of the half-year.</summary>
    public int? ToWeek { get; init; }

    /// <summary>Where it is done; empty: wherever she is.</summary>
    public Guid? WorkplaceId { get; init; }

    public TaskResponsible Responsible { get; init; }

    /// <summary>Who, in words, where it is none of the roles.</summary>
    public string? ResponsibleName { get; init; }

    /// <summary>How it is learnt.</summary>
    public string? Method { get; init; }

    /// <summary>What documentation is wanted.</summary>
    public string? Documentation { get; init; }

    /// <summary>The days it is planned in: its weeks of the half-year, seven days each from the half-year's first day, or all of it.</summary>
    public (DateOnly FromOn, DateOnly ToOn) DaysIn(HalfYear half)
    {
        var (from, to) = (half.StartsOn.AddDays(7 * ((FromWeek ?? 1) - 1)), ToWeek is { } last ? half.StartsOn.AddDays((7 * last) - 1) : half.EndsOn);
        return (from < half.EndsOn ? from : half.EndsOn, to < half.EndsOn ? to : half.EndsOn);
    }

    /// <summary>The same, tidied.</summary>
    /// <exception cref="RuleException">It cannot be so.</exception>
    public TaskTerms Checked()
    {
        Rule.Require(!string.IsNullOrWhiteSpace(Title), RuleTexts.TaskTitleMissing);
        Rule.Require(Title.Trim().Length <= LongestTitle, RuleTexts.TaskTitleTooLong);
        Rule.Require(HalfYear is >= 1 and <= LastHalfYear, RuleTexts.NoSuchHalfYear);
        Rule.Require(FromWeek is null or (>= 1 and <= LastWeek) && ToWeek is null or (>= 1 and <= LastWeek), RuleTexts.NoSuchWeek);
        Rule.Require(FromWeek is null == ToWeek is null && (FromWeek is null || FromWeek <= ToWeek), RuleTexts.WeeksTurned);
        Rule.Require(Responsible != TaskResponsible.Other || !string.IsNullOrWhiteSpace(ResponsibleName), RuleTexts.ResponsibleMissing);
        Rule.Require((Method?.Length ?? 0) <= LongestText && (Documentation?.Length ?? 0) <= LongestText && (ResponsibleName?.Length ?? 0) <= LongestTitle, RuleTexts.TaskTextTooLong);

        return this with
        {
            Title = Title.Trim(),
            ResponsibleName = Responsible == TaskResponsible.Other ? ResponsibleName!.Trim() : null,
            Method = Given(Method),
            Documentation = Given(Documentation),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A task as an edition of a template or of a plan holds it: never changed, compared by value.</summary>
/// <param name="Key">The task it is a state of; the same through all editions, and in the plans made from it.</param>
/// <param name="Terms">What it is.</param>
/// <param name="GoalCodes">The goals it teaches, by Udir's code, in order.</param>
public sealed record TaskState(Guid Key, TaskTerms Terms, IReadOnlyList<string> GoalCodes)
{
    public bool Equals(TaskState? other) =>
        other is not null && Key == other.Key && Terms == other.Terms && GoalCodes.SequenceEqual(other.GoalCodes, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Key, Terms, GoalCodes.Count);

    /// <summary>Goal codes as they are kept: each once, sorted.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> codes) =>
        [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
