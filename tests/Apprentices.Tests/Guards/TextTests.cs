using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Apprentices.Tests.Guards;

/// <summary>Whoever reads nynorsk or English reads all of it.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Others = [".nn.resx", ".en.resx"];

    private static IEnumerable<string> Bokmal => SourceFiles.Below("src", "Texts.resx");

    public static TheoryData<string> Translations =>
        [.. Bokmal.SelectMany(file => Others.Select(other => file.Replace(".resx", other, StringComparison.Ordinal)))];

    [Fact]
    public void There_are_texts() => Assert.NotEmpty(Bokmal);

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_text_is_there_in_every_language(string translation)
    {
        var original = Read(OriginalOf(translation));
        var translated = Read(translation);

        Assert.Equal(original.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(original, text => Assert.Equal(Places(text.Value), Places(translated[text.Key])));
        Assert.DoesNotContain(translated.Concat(original), text => string.IsNullOrWhiteSpace(text.Value));
    }

    private static string OriginalOf(string translation) =>
        Others.Aggregate(translation, (file, other) => file.Replace(other, ".resx", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(SourceFiles.Root, file)).Root!
        .Elements("data").ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) =>
        Place.Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Place { get; }
}
