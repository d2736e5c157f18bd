namespace Apprentices.Tests.Access;

/// <content>
/// The seats with a table of their own: HR of the unit she works in, HR of another, her auditor, an auditor whose time is over, and one
/// of another. What HR of the whole house has and HR of her unit has not is the house's; what the last three have is what anybody has.
/// </content>
internal static partial class AccessTable
{
    private static Seat[] Apart => [Seat.UnitHr, Seat.OtherUnitHr, Seat.Auditor, Seat.FormerAuditor, Seat.OtherAuditor];

    private static IReadOnlyDictionary<string, string[]> ApartFrom => field ??= $"{OfUnitsFirst}\n{OfUnitsSecond}"
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("way ", StringComparison.Ordinal))
        .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);

    /// <summary>A line for the tables of these seats, to be judged before it is put there.</summary>
    public static string Line(string way, IEnumerable<Answer> answers) => $"{way,-48}  {string.Join("  ", answers.Select(answer => $"{Word(answer),-4}"))}".TrimEnd();

    private static string Word(Answer answer) => answer switch
    {
        Answer.Yes => "yes",
        Answer.Nothing => "0",
        Answer.NotThere => "-",
        Answer.NotAllowed => "x",
        _ => "rule",
    };

    private static Answer Of(string cell, string way) => cell switch
    {
        "yes" => Answer.Yes,
        "0" => Answer.Nothing,
        "-" => Answer.NotThere,
        "x" => Answer.NotAllowed,
        "rule" => Answer.Refused,
        _ => throw new FormatException($"{way}: {cell} is no answer"),
    };
}
