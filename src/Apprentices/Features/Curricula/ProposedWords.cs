using System.Globalization;
using System.Text.RegularExpressions;
using Apprentices.Domain;

namespace Apprentices.Features.Curricula;

/// <summary>Proposes our own short words for what Udir words at length: a trade's name, a goal's title.</summary>
public static partial class ProposedWords
{
    private const int LongestTitle = 60;
    private const int LongestTrade = 80;

    /// <summary>Words that no title ends in.</summary>
    private static readonly HashSet<string> Little = new(StringComparer.OrdinalIgnoreCase)
    {
        "og", "i", "på", "for", "av", "til", "med", "om", "som", "ved", "eller", "den", "det", "de", "en", "et", "ei", "ein", "eit", "å", "mot", "fra", "frå", "etter",
        "and", "or", "of", "to", "in", "on", "the", "a", "an", "for", "with", "by", "from", "at",
    };

    /// <summary>A goal's words cut to a short title in each language, with a capital letter first.</summary>
    public static LocalText Title(OfficialText words) => InEach(words, text => Short(text, LongestTitle));

    /// <summary>The trade of a curriculum's title: "Læreplan i vg3 prøvefaget" is about prøvefaget.</summary>
    public static LocalText Trade(OfficialText title) => InEach(title, text => Short(Around.Replace(Stage.Replace(Beginning.Replace(text, ""), " "), " ").Trim(), LongestTrade));

    /// <summary>A text as it is, with its fallback where a language lacks it.</summary>
    public static LocalText Whole(OfficialText text) => InEach(text, one => one);

    private static LocalText InEach(OfficialText text, Func<string, string> say)
    {
        string In(Language language) => say(text.In(language).Text ?? "");
        return new LocalText(In(Language.Bokmal), In(Language.Nynorsk), In(Language.English));
    }

    private static string Short(string text, int longest)
    {
        var plain = text.Trim().TrimEnd('.', ';', ',');
        if (plain.Length > longest)
        {
            var words = plain[..(plain.LastIndexOf(' ', longest) is > 0 and var space ? space : longest)].Split(' ').ToList();
            while (words.Count > 1 && Little.Contains(words[^1].Trim(',', ';')))
            {
                words.RemoveAt(words.Count - 1);
            }

            plain = string.Join(' ', words).TrimEnd(',', ';') + " …";
        }

        return plain.Length == 0 ? plain : char.ToUpper(plain[0], CultureInfo.InvariantCulture) + plain[1..];
    }

    [GeneratedRegex(@"^\s*(læreplan|curriculum)\s+(i|for|in)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning { get; }

    [GeneratedRegex(@"\bvg\s?[1-3]\b|/\s*(opplæring i (bedrift|verksemd)|in-service training.*)$|,\s*(?=$|vg\s?[1-3])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stage { get; }

    [GeneratedRegex(@"\s{2,}|\s*/\s*$")]
    private static partial Regex Around { get; }
}
