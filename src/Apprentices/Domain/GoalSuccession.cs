namespace Apprentices.Domain;

/// <summary>
/// Which goals of one edition of a curriculum live on as which of another: one as several, several as one, or as none.
/// Evidence, ratings and tasks follow it.
/// </summary>
/// <param name="Pairs">Old code and new code; an old code without a pair ends.</param>
public sealed partial record GoalSuccession(IReadOnlyList<(string Old, string New)> Pairs)
{
    /// <summary>What an old goal lives on as.</summary>
    public IEnumerable<string> Of(string oldCode) => Pairs.Where(pair => pair.Old == oldCode).Select(pair => pair.New);

    /// <summary>What a new goal comes from.</summary>
    public IEnumerable<string> Before(string newCode) => Pairs.Where(pair => pair.New == newCode).Select(pair => pair.Old);

    /// <summary>Each goal lives on as the one of its own code, and nothing else.</summary>
    public static GoalSuccession BySameCode(IEnumerable<Goal> goals) => new([.. goals.Select(goal => (goal.Code, goal.Code))]);
}
