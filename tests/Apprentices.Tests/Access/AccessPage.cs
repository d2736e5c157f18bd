using System.Text;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Guards;

namespace Apprentices.Tests.Access;

/// <summary>
/// docs/access.md, made of what the code and the matrix say: the table of the matrix by thing, the policies, and who sees the rows of
/// which table. <see cref="AccessPageTests"/> holds the page to it.
/// </summary>
internal static partial class AccessPage
{
    public const string File = "docs/access.md";

    /// <summary>Words a use case that only reads begins with.</summary>
    private static readonly string[] Reading =
        ["Show", "List", "Read", "Find", "Download", "Count", "Get", "Preview", "Compare", "Search", "Answer", "Try", "Check", "Fetch", "Propose", "OpenSensitive", "ChooseHome", "SignInAs"];

    /// <summary>Ways to use a writing one that only read what it starts from.</summary>
    private static readonly string[] OnlyRead = [": read", ": to be seen", ": choices", ": somebody who is not of HR"];

    private static readonly IReadOnlyList<(Seat Seat, string Name)> Seats =
    [
        (Seat.Hr, "HR"), (Seat.NamedHr, "HR, her contact"), (Seat.UnitHr, "HR of her unit"), (Seat.OtherUnitHr, "HR of another unit"),
        (Seat.Manager, "her training manager"), (Seat.OtherManager, "another's"), (Seat.Instructor, "her instructor"), (Seat.Deputy, "her instructor's deputy"),
        (Seat.OtherInstructor, "another's instructor"), (Seat.FormerInstructor, "her former one"), (Seat.Receiver, "who is to receive her"), (Seat.Mentor, "her mentor"),
        (Seat.Apprentice, "the apprentice"), (Seat.OtherApprentice, "another apprentice"), (Seat.Auditor, "her auditor"), (Seat.FormerAuditor, "her auditor, time over"),
        (Seat.OtherAuditor, "another's auditor"), (Seat.Administrator, "administrator"), (Seat.Deactivated, "deactivated"), (Seat.Nobody, "not signed in"),
    ];

    private static readonly IReadOnlyList<(Roles Role, string Name)> RoleNames =
    [
        (Roles.Hr, "HR"), (Roles.UnitHr, "HR of units"), (Roles.TrainingManager, "training manager"), (Roles.Instructor, "instructor"),
        (Roles.Apprentice, "apprentice"), (Roles.Administrator, "administrator"), (Roles.Auditor, "auditor"),
    ];

    public static bool IsReading(Way way) =>
        Array.Exists(Reading, verb => way.UseCase.Name.StartsWith(verb, StringComparison.Ordinal)) || Array.Exists(OnlyRead, end => way.Name.EndsWith(end, StringComparison.Ordinal));

    public static string Write()
    {
        var page = new StringBuilder(SourceFiles.Text("tests/Apprentices.Tests/Access/access-head.md"));
        page.Append("\n## Who may do what with whose\n\n").Append(Line(["thing", "", .. Seats.Select(seat => seat.Name)])).Append(Line(Enumerable.Repeat("---", Seats.Count + 2)));
        foreach (var group in AccessWays.All.GroupBy(way => (Thing: ThingOf(way.UseCase), IsReading: IsReading(way))).OrderBy(group => group.Key.Thing, StringComparer.Ordinal).ThenByDescending(group => group.Key.IsReading))
        {
            page.Append(Line([group.Key.Thing, group.Key.IsReading ? "read" : "write", .. Seats.Select(seat => Cell([.. group], seat.Seat))]));
        }

        page.Append("\n## Policies\n\nOf `Platform/Policies.cs`. Upon which records, the next table says.\n\n")
            .Append(Line(["policy", .. RoleNames.Select(role => role.Name)])).Append(Line(Enumerable.Repeat("---", RoleNames.Count + 1)));
        foreach (var (policy, roles) in Policies.Table)
        {
            page.Append(Line([$"`{policy}`", .. RoleNames.Select(role => roles.HasFlag(role.Role) ? "●" : "")]));
        }

        page.Append("\n## Rows\n\nOf `Data/Visibility*.cs`: each table, and who is given rows of it. Every query begins with it.\n\n").Append(Line(["table", "who"])).Append(Line(["---", "---"]));
        foreach (var (table, who) in Tables())
        {
            page.Append(Line([$"`{table}`", who]));
        }

        return page.ToString();
    }

    private static string ThingOf(Type useCase) =>
        Capitals().Replace(useCase.Namespace!["Apprentices.Features.".Length..].Replace(".", ": ", StringComparison.Ordinal), match => $" {match.Value.ToLowerInvariant()}");

    /// <summary>All, some of the ways, or none.</summary>
    private static string Cell(IReadOnlyList<Way> ways, Seat seat)
    {
        var given = ways.Count(way => AccessTable.Expected[way.Name][seat] is Answer.Yes or Answer.Refused);
        return given == 0 ? "" : given == ways.Count ? "●" : $"{given}/{ways.Count}";
    }

    /// <summary>What stands above each method; where nothing does, it goes by the one before, or by the record.</summary>
    private static IEnumerable<(string Table, string Who)> Tables()
    {
        foreach (var file in SourceFiles.Below("src/Apprentices/Data", ".cs").Where(file => file.Contains("/Visibility", StringComparison.Ordinal)))
        {
            var last = "";
            foreach (Match method in Method().Matches(SourceFiles.Text(file)))
            {
                var said = Spaces().Replace(Tags().Replace(method.Groups["said"].Value.Replace("///", "", StringComparison.Ordinal), "$1"), " ").Trim();
                var body = method.Groups["body"].Value;
                last = said.Length > 0 ? said
                    : body.Contains("IsContentOpenTo", StringComparison.Ordinal) ? "Whoever may read the talk."
                    : body.Contains("IsOpenTo", StringComparison.Ordinal) ? "Whoever sees the record." : last;
                var name = method.Groups["name"].Value;
                yield return (method.Groups["table"].Value + (name == "VisibleTo" ? "" : $" ({name})"), last);
            }
        }
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    [GeneratedRegex(@"(?<!^|: )[A-Z]")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?:/// <summary>(?<said>(?:(?!</summary>)[\s\S])*)</summary>\s*)?public static IQueryable<\w+> (?<name>\w+)\(this IQueryable<(?<table>\w+)> rows(?<body>(?:(?!\n    (?:public|private|///))[\s\S])*)")]
    private static partial Regex Method();

    [GeneratedRegex(@"<see cref=""(\w+)[^""]*""\s*/>|</?c>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
