using System.Text.RegularExpressions;

namespace Apprentices.Tests.Guards;

/// <summary>SECURITY.md says what is defended and which test shows it: it is held to the tests there are.</summary>
public sealed partial class SecurityTests
{
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. SourceFiles.Text("SECURITY.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Against |", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Each_line_names_tests_and_each_of_them_is_there()
    {
        Assert.True(Rows.Count > 15);
        Found.Nothing(Rows.Where(row => row.Length != 3 || !Quoted().IsMatch(row[^1])).Select(row => $"{row[0]} names no test"));
        Found.Nothing(Rows.SelectMany(row => Quoted().Matches(row[^1]).Select(name => name.Groups[1].Value)
            .Where(name => !NamedTests.All.Contains(name)).Select(name => $"{name}, of: {row[0]}")));
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
