using System.Reflection;
using System.Text.RegularExpressions;
using Apprentices.Domain;

namespace Apprentices.Tests.Guards;

/// <summary>docs/law.md says which rule comes from which paragraph: it is held to the code and to the tests.</summary>
public sealed partial class LawTests
{
    private const BindingFlags Anything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyDictionary<string, string> ShortNames = new Dictionary<string, string> { ["opplæringslova"] = "OL", ["opplæringsforskrifta"] = "OF" };

    private static readonly IReadOnlyList<Row> Table =
    [
        .. SourceFiles.Text("docs/law.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Rule |", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|'))
            .Select(cells => new Row(cells[0].Trim(), cells[1].Trim(), cells[2].Trim(), cells[3].Trim())),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, List<Type>>> Types = new(() => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Apprentices", StringComparison.Ordinal) == true)
        .GroupBy(type => type.Name.Split('`')[0]).ToDictionary(group => group.Key, group => group.ToList()));

    private sealed record Row(string Rule, string Paragraph, string Code, string Test);

    [Fact]
    public void Every_kind_of_duty_has_its_row()
    {
        Assert.True(Table.Count > 60);
        Found.Nothing(Enum.GetNames<DutyKind>().Where(kind => !Table.Any(row => Quoted(row.Code).Contains($"DutyKind.{kind}"))));
    }

    [Fact]
    public void Every_name_of_code_is_there() => Found.Nothing(Table
        .SelectMany(row => Quoted(row.Code).Where(name => !name.Contains('…') && !IsThere(name)).Select(name => $"{name}, of: {row.Rule}")));

    [Fact]
    public void Every_row_names_code() => Found.Nothing(Table.Where(row => !Quoted(row.Code).Any()).Select(row => row.Rule));

    [Fact]
    public void Every_test_named_is_a_test() =>
        Found.Nothing(Table.SelectMany(row => Quoted(row.Test).Where(name => !NamedTests.All.Contains(name)).Select(name => $"{name}, of: {row.Rule}")));

    [Fact]
    public void No_row_is_without_a_test_unless_it_says_why() => Found.Nothing(Table
        .Where(row => !Quoted(row.Test).Any() && !(row.Test.StartsWith("none: ", StringComparison.Ordinal) && row.Test.Length > 20)).Select(row => row.Rule));

    [Fact]
    public void Every_paragraph_the_calendar_names_stands_in_the_table()
    {
        var inTable = Table.SelectMany(row => Paragraphs(row.Paragraph)).ToHashSet(StringComparer.Ordinal);
        var named = SourceFiles.Below("src/Apprentices/Domain", ".cs")
            .SelectMany(file => Literal.Matches(WithoutComments(file)).Select(match => (File: file, Text: match.Groups[1].Value)))
            .Where(literal => literal.Text.Contains('§'))
            .ToList();

        Assert.True(named.Count > 10);
        Found.Nothing(named.SelectMany(literal => Paragraphs(literal.Text).Where(paragraph => !inTable.Contains(paragraph)).Select(paragraph => $"{paragraph} of {literal.File}")));
        Found.Nothing(named.Where(literal => !Paragraphs(literal.Text).Any()).Select(literal => $"{literal.Text} of {literal.File} is no paragraph"));
    }

    [Fact]
    public void A_paragraph_is_read_however_it_is_written() => Assert.Equal(
        ["OL § 7-10", "OF § 9-1", "OF § 9-6", "OF § 9-13", "forvaltningsloven § 29"],
        Paragraphs("opplæringslova § 7-10, OF § 9-1; the days are ours, opplæringsforskrifta §§ 9-6, 9-13, forvaltningsloven § 29"));

    /// <summary>"OF §§ 9-6, 9-13" is OF § 9-6 and OF § 9-13, and so is the same with the regulation's whole name.</summary>
    private static IEnumerable<string> Paragraphs(string text) => Reference.Matches(text).SelectMany(match => Number.Matches(match.Groups["numbers"].Value)
        .Select(number => $"{ShortNames.GetValueOrDefault(match.Groups["law"].Value, match.Groups["law"].Value)} § {number.Value}"));

    private static string WithoutComments(string file) =>
        string.Join('\n', SourceFiles.Text(file).Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static IEnumerable<string> Quoted(string cell) => Backticks.Matches(cell).Select(match => match.Groups[1].Value);

    /// <summary>A type, or a member of a type.</summary>
    private static bool IsThere(string name)
    {
        var parts = name.Split('.');
        return Types.Value.TryGetValue(parts[0], out var types) && (parts.Length == 1 || types.Any(type => type.GetMember(parts[1], Anything).Length > 0));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks { get; }

    [GeneratedRegex("\"([^\"\n]*)\"")]
    private static partial Regex Literal { get; }

    [GeneratedRegex(@"(?<law>OL|OF|\w+lova|\w+loven|\w+forskrifta) §§? (?<numbers>[\d-]+(?:(?:, | and | to )[\d-]+)*)")]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"\d+(?:-\d+)?")]
    private static partial Regex Number { get; }
}
