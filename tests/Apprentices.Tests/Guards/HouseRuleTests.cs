using System.Text.RegularExpressions;

namespace Apprentices.Tests.Guards;

/// <summary>What keeps a file readable on one screen and findable by its name.</summary>
public sealed partial class HouseRuleTests
{
    private const int LongestComponent = 150;
    private const int LongestClass = 250;

    [Fact]
    public void No_file_outgrows_a_screenful_or_three()
    {
        var tooLong = SourceFiles.Below("src", ".razor").Where(file => Lines(file) > LongestComponent)
            .Concat(SourceFiles.Below("src", ".cs").Concat(SourceFiles.Below("tests", ".cs")).Where(file => Lines(file) > LongestClass))
            .Select(file => $"{file}: {Lines(file)} lines");

        Found.Nothing(tooLong);
    }

    [Fact]
    public void No_component_has_code_behind() =>
        Found.Nothing(SourceFiles.Below("src", ".razor.cs"));

    [Fact]
    public void No_component_opens_the_database() =>
        Found.Nothing(SourceFiles.Below("src", ".razor").Where(file => SourceFiles.Text(file).Contains("DbContext")));

    [Fact]
    public void Addresses_are_built_by_the_links_classes_alone() =>
        Found.Nothing(SourceFiles.Below("src", ".razor").Where(file => WrittenAddress.IsMatch(SourceFiles.Text(file))));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Found.Nothing(SourceFiles.Below("src", ".cs", ".razor", ".css", ".js").Where(file => Later.IsMatch(SourceFiles.Text(file))));

    [Fact]
    public void No_name_says_nothing() =>
        Found.Nothing(typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Apprentices.", StringComparison.Ordinal) == true)
            .Where(type => EmptyName.IsMatch(type.Name))
            .Select(type => type.FullName));

    /// <summary>Else somebody would be one thing here and another there.</summary>
    [Fact]
    public void What_somebody_is_today_is_asked_in_one_place() =>
        Assert.Equal(
            ["src/Apprentices/Data/WhatSheIs.cs"],
            SourceFiles.Below("src", ".cs", ".razor").Where(file => SourceFiles.Text(file).Contains("RolesNow.Of(", StringComparison.Ordinal)));

    private static int Lines(string file) => SourceFiles.Text(file).Count(letter => letter == '\n');

    [GeneratedRegex("""(href|action|NavigateTo\()\s*=?\s*"/\w""")]
    private static partial Regex WrittenAddress { get; }

    [GeneratedRegex("TO(?:DO)|FIX(?:ME)|HA(?:CK)|NotImplemented(?:Exception)")]
    private static partial Regex Later { get; }

    [GeneratedRegex("(Service|Manager|Helper|Utils|Common|Dto|Extensions)$")]
    private static partial Regex EmptyName { get; }
}
