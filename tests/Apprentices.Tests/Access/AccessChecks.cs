using System.Text;
using System.Text.RegularExpressions;
using Apprentices.Tests.Guards;

namespace Apprentices.Tests.Access;

/// <summary>
/// docs/access-checks.md: what each file asks before it does anything, in the order of the code. Whoever asks from a seat cannot tell that one
/// of two checks that say the same is gone; here it is missing on the page, which <see cref="AccessMatrixTests"/> holds to the code.
/// </summary>
internal static partial class AccessChecks
{
    public const string File = "docs/access-checks.md";

    private const string Head = """
        # What each file asks

        Made from the code, and held to it by `AccessMatrixTests`: every policy that is required or looked at (`Policy`), and every table or query whose
        rows are narrowed to what the user may see (*table*; with *content*, to what was said in talks that she may read), in the order of the code.
        Do not edit it by hand: change the code, then run `tests/write-access-page`. A line that loses something has lost a check.

        | file | asks |
        | --- | --- |

        """;

    public static string Write()
    {
        var page = new StringBuilder(Head);
        foreach (var file in SourceFiles.Below("src/Apprentices", ".cs").Where(file => !file.Contains("/Data/Visibility", StringComparison.Ordinal)))
        {
            var checks = Check().Matches(SourceFiles.Text(file)).Select(Name).ToList();
            if (checks.Count > 0)
            {
                page.Append("| ").Append(file["src/Apprentices/".Length..]).Append(" | ").AppendJoin(", ", Counted(checks)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>The lines of the page that the code does not say, and those of the code that the page does not say.</summary>
    public static IEnumerable<string> Missing()
    {
        string[] page = SourceFiles.Text(File).Split('\n'), code = Write().Split('\n');
        return page.Except(code).Select(line => $"{File} says what the code does not: {line}")
            .Concat(code.Except(page).Select(line => $"{File} does not say what the code does: {line}"));
    }

    private static string Name(Match check) => check.Groups["policy"] is { Success: true } policy ? $"`{policy.Value}`"
        : check.Groups["content"].Success ? $"*{check.Groups["rows"].Value}* content" : $"*{check.Groups["rows"].Value}*";

    /// <summary>One that is asked again at once is told with how often.</summary>
    private static IEnumerable<string> Counted(List<string> checks)
    {
        for (var i = 0; i < checks.Count;)
        {
            var times = checks.Skip(i).TakeWhile(check => check == checks[i]).Count();
            yield return times == 1 ? checks[i] : $"{checks[i]} {times} times";
            i += times;
        }
    }

    [GeneratedRegex(@"\.(?:Require|Allows)\(Policy\.(?<policy>\w+)|(?<rows>\w+)(?:\(\))?(?:\.AsNoTracking\(\))?\s*\.(?<content>Content)?VisibleTo\(")]
    private static partial Regex Check();
}
