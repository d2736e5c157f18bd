using Apprentices.Domain;

namespace Apprentices.Features.Curricula;

/// <summary>What a new edition does to a goal.</summary>
public enum GoalState
{
    /// <summary>It is in the new one alone.</summary>
    New,

    /// <summary>Udir's words are others.</summary>
    Changed,

    /// <summary>It is in the old one alone.</summary>
    Removed,

    /// <summary>It gains Udir's words, or words in one more language.</summary>
    Worded,

    Unchanged,
}

/// <summary>A goal before and after.</summary>
/// <param name="Code">Udir's code.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Title">Our short title.</param>
/// <param name="Before">Udir's words as they were.</param>
/// <param name="After">Udir's words as they become.</param>
/// <param name="IsWhole">Whether the goal itself was read; otherwise it is known in one language alone.</param>
public sealed record GoalChange(string Code, GoalState State, LocalText Title, OfficialText Before, OfficialText After, bool IsWhole = true)
{
    /// <summary>The languages in which the words change, by their tags; empty where Udir does not say which it is.</summary>
    public IEnumerable<(string Tag, string Before, string After)> Changes
    {
        get
        {
            var named = new[] { ("nb", Before.Nb, After.Nb), ("nn", Before.Nn, After.Nn), ("en", Before.En, After.En) }
                .Where(one => one.Item2 is not null && one.Item3 is not null && one.Item2 != one.Item3)
                .Select(one => (one.Item1, one.Item2!, one.Item3!))
                .ToList();
            return named.Count > 0 || Before.Fixed is null || After.Fixed is null || Before.Fixed == After.Fixed ? named : [("", Before.Fixed, After.Fixed)];
        }
    }

    /// <summary>Compares the goals of two editions, in the order of the later one; what is gone comes last.</summary>
    public static IReadOnlyList<GoalChange> Compare(IEnumerable<Goal> before, IEnumerable<GoalChange> after)
    {
        var old = before.ToDictionary(goal => goal.Code, StringComparer.Ordinal);
        var later = after.ToList();
        var codes = later.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. later.Select(goal => old.TryGetValue(goal.Code, out var was)
                ? goal with { Title = was.Title, Before = was.Wording, State = StateOf(was.Wording, goal.After) } : goal with { State = GoalState.New }),
            .. old.Values.Where(goal => !codes.Contains(goal.Code)).OrderBy(goal => goal.Order)
                .Select(goal => new GoalChange(goal.Code, GoalState.Removed, goal.Title, goal.Wording, OfficialText.None)),
        ];
    }

    private static GoalState StateOf(OfficialText before, OfficialText after) =>
        !before.AgreesWith(after) ? GoalState.Changed : before.CompletedBy(after) != before ? GoalState.Worded : GoalState.Unchanged;
}
