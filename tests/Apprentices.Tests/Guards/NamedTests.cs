using System.Reflection;
using System.Text.RegularExpressions;
using Xunit.v3;

namespace Apprentices.Tests.Guards;

/// <summary>The names of all tests, for what is written about them elsewhere.</summary>
internal static partial class NamedTests
{
    public static IReadOnlySet<string> All { get; } =
        typeof(NamedTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes().OfType<IFactAttribute>().Any()).Select(method => method.Name)
            .Concat(SourceFiles.Below("tests/Apprentices.BrowserTests", ".cs").SelectMany(file => TestMethod.Matches(SourceFiles.Text(file))).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\[(?:Fact|Theory|BothDatabases|SkippableFact)[^\]]*\](?:\s*\[[^\n]*\])*\s+public (?:async )?\w+ (\w+)\(")]
    private static partial Regex TestMethod { get; }
}
