using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Tests.Shared;

/// <summary>How each mail looks: well formed, readable in light and dark, and the same in both forms.</summary>
public sealed partial class MailLetterTests
{
    private const string Link = "https://laerling.example.no/talks/1?a=b&c=d";
    private const string Choices = "https://laerling.example.no/notifications";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Theory]
    [InlineData(Language.Bokmal, "nb")]
    [InlineData(Language.Nynorsk, "nn")]
    [InlineData(Language.English, "en")]
    public void It_is_well_formed_in_its_language_and_fetches_nothing(Language language, string tag)
    {
        using var _ = Speaking.In(language);
        var page = Read(Html());

        Assert.Equal(tag, page.Attribute("lang")!.Value);
        Assert.Empty(page.Descendants().Where(element => element.Name.LocalName is "img" or "link" or "script" or "iframe" or "form" or "object"));
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "src" or "background" or "srcset");
        Assert.DoesNotContain("url(", Html(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Html(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal([Link, Choices], page.Descendants(Xhtml + "a").Select(link => link.Attribute("href")!.Value));
        Assert.Equal("light dark", page.Descendants(Xhtml + "meta").Single(meta => meta.Attribute("name")?.Value == "color-scheme").Attribute("content")!.Value);
        Assert.All(page.Descendants(Xhtml + "table"), table => Assert.Equal("presentation", table.Attribute("role")!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_forms_say_the_same(bool isGuest)
    {
        using var _ = Speaking.In(Language.Bokmal);
        var (link, choices) = isGuest ? (null, null) : (Link, Choices);
        var plain = MailLetter.Plain("Hei Siv", [new LetterItem("Første linje.\nAndre linje.", link, "Åpne samtalen", "Fordi.")], "Hemmelig.", choices);
        var page = Read(MailLetter.Html("Hei Siv", [new LetterItem("Første linje.\nAndre linje.", link, "Åpne samtalen", "Fordi.")], "Hemmelig.", choices));

        var lines = plain.Split('\n').Select(line => line.Trim().TrimEnd(':')).Where(line => line.Length > 0 && line != "--").ToList();
        var addresses = lines.Where(line => line.StartsWith("https://", StringComparison.Ordinal)).ToList();
        Assert.Equal(addresses, page.Descendants(Xhtml + "a").Select(one => one.Attribute("href")!.Value));
        Assert.Equal(lines.Except(addresses).Order(StringComparer.Ordinal), Said(page).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_people_call_themselves_it_stays_text()
    {
        using var _ = Speaking.In(Language.Bokmal);
        var nasty = $"<b onload=\"x\">Eve</b> & 'co' \u0001\u0000 \uD83D {new string('æ', 10_000)} ]]> <!-- -->";
        var page = Read(MailLetter.Html(nasty, [new LetterItem(nasty, Link, nasty, nasty)], nasty, Choices));

        Assert.Empty(page.Descendants(Xhtml + "b"));
        Assert.Equal(7, page.ToString(SaveOptions.DisableFormatting).Split(new string('æ', 10_000)).Length);
        Assert.Contains("<b onload=\"x\">Eve</b> & 'co'", Said(page)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_read_against_what_is_behind_it_in_light_and_in_dark()
    {
        using var _ = Speaking.In(Language.Bokmal);
        var (html, seen) = (Html(), 0);
        var dark = Rule().Matches(html).ToDictionary(rule => rule.Groups[1].Value, rule => rule.Groups[2].Value);
        foreach (var text in Read(html).Element(Xhtml + "body")!.DescendantNodes().OfType<XText>().Where(text => text.Value.Trim().Length > 0))
        {
            foreach (var inDark in new[] { false, true })
            {
                var (ink, paper) = (ColourOf(text.Parent!, "color", dark, inDark), ColourOf(text.Parent!, "background-color", dark, inDark));
                Assert.True(Contrast(ink, paper) >= 4.5, $"{text.Value.Trim()}: {ink} on {paper}{(inDark ? ", dark" : "")}");
                seen++;
            }
        }

        Assert.Equal(2 * 8, seen);
    }

    private static string Html() => MailLetter.Html("Hei Siv", [new LetterItem("Første linje.\nAndre linje.", Link, "Åpne samtalen", "Fordi.")], "Hemmelig.", Choices);

    private static XElement Read(string html) => XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;

    private static List<string> Said(XElement page) =>
        [.. page.Element(Xhtml + "body")!.DescendantNodes().OfType<XText>().Select(text => text.Value.Trim()).Where(text => text.Length > 0)];

    /// <summary>What the nearest element around says; in dark the rule of its class.</summary>
    private static string ColourOf(XElement element, string property, Dictionary<string, string> dark, bool inDark)
    {
        for (var around = element; around is not null; around = around.Parent)
        {
            var styles = around.Attribute("style")?.Value.Split(';').Select(style => style.Split(':')).Where(style => style.Length == 2).ToDictionary(style => style[0].Trim(), style => style[1].Trim());
            var inTheDark = inDark && around.Attribute("class") is { } named && dark.TryGetValue(named.Value, out var rule)
                ? rule.Split(';').Select(style => style.Split(':')).Where(style => style.Length == 2 && style[0].Trim() == property).Select(style => style[1].Replace("!important", "", StringComparison.Ordinal).Trim()).FirstOrDefault()
                : null;
            if ((inTheDark ?? styles?.GetValueOrDefault(property)) is { } colour)
            {
                return colour;
            }
        }

        throw new InvalidOperationException($"Nothing says the {property} of {element}");
    }

    private static double Contrast(string ink, string paper)
    {
        var (one, other) = (Luminance(ink), Luminance(paper));
        return (Math.Max(one, other) + .05) / (Math.Min(one, other) + .05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d is var part && part <= .03928 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);
        return (.2126 * Part(1)) + (.7152 * Part(3)) + (.0722 * Part(5));
    }

    [GeneratedRegex(@"^\.([\w-]+) \{ ([^}]+) \}$", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
