namespace Apprentices.Domain;

/// <summary>Why a goal is proposed to live on as another.</summary>
public enum SuccessionReason
{
    SameCode,

    /// <summary>Their words are alike.</summary>
    Alike,

    /// <summary>No new goal is alike enough: it is proposed to end.</summary>
    NoneAlike,
}

/// <summary>One line of a proposal: an old goal, what it is to live on as, and why.</summary>
/// <param name="Old">The code of the old goal.</param>
/// <param name="New">The code of the new one; empty where it ends.</param>
/// <param name="Reason">Why.</param>
/// <param name="Percent">How alike their words are, 0-100.</param>
public sealed record SuccessionProposal(string Old, string? New, SuccessionReason Reason, int Percent);

/// <content>The proposal HR starts from. It only proposes: words may be alike and mean something else.</content>
public sealed partial record GoalSuccession
{
    /// <summary>Goals less alike than this are not proposed for each other.</summary>
    public const int LeastAlike = 50;

    /// <summary>
    /// The same code first. Then each old goal as the new one it is most alike; and a new goal that got none comes from the old
    /// one it is most alike, which so lives on as several. The same goals give the same proposal, whatever their order.
    /// </summary>
    /// <returns>At least one line for each old goal, in the order of the curriculum.</returns>
    public static IReadOnlyList<SuccessionProposal> Propose(IEnumerable<Goal> oldGoals, IEnumerable<Goal> newGoals)
    {
        var (before, after) = (InOrder(oldGoals), InOrder(newGoals));
        var oldCodes = before.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        var newCodes = after.Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        var likeness = new GoalLikeness([.. before, .. after]);

        var lines = before.Where(goal => newCodes.Contains(goal.Code))
            .Select(goal => new SuccessionProposal(goal.Code, goal.Code, SuccessionReason.SameCode, 100)).ToList();
        var renamed = before.Where(goal => !newCodes.Contains(goal.Code)).ToList();
        lines.AddRange(renamed.Select(goal => Best(after.Select(other => Line(goal, other)))).OfType<SuccessionProposal>());

        var served = lines.Select(line => line.New).ToHashSet(StringComparer.Ordinal);
        var added = after.Where(goal => !oldCodes.Contains(goal.Code) && !served.Contains(goal.Code));
        lines.AddRange(added.Select(goal => Best(before.Select(other => Line(other, goal)))).OfType<SuccessionProposal>().ToList());

        var kept = lines.Select(line => line.Old).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(before.Where(goal => !kept.Contains(goal.Code)).Select(goal => new SuccessionProposal(goal.Code, null, SuccessionReason.NoneAlike, 0)));

        var (oldPlace, newPlace) = (Places(before), Places(after));
        return [.. lines.OrderBy(line => oldPlace[line.Old]).ThenBy(line => line.New is null ? 0 : newPlace[line.New])];

        SuccessionProposal Line(Goal old, Goal next) => new(old.Code, next.Code, SuccessionReason.Alike, likeness.Percent(old, next));
    }

    /// <summary>The most alike, of those alike enough; of two the first in order.</summary>
    private static SuccessionProposal? Best(IEnumerable<SuccessionProposal> lines) => lines.Where(line => line.Percent >= LeastAlike).MaxBy(line => line.Percent);

    private static List<Goal> InOrder(IEnumerable<Goal> goals) => [.. goals.OrderBy(goal => goal.Order).ThenBy(goal => goal.Code, StringComparer.Ordinal)];

    private static Dictionary<string, int> Places(List<Goal> goals) =>
        goals.Select((goal, place) => (goal.Code, place)).ToDictionary(goal => goal.Code, goal => goal.place, StringComparer.Ordinal);
}
