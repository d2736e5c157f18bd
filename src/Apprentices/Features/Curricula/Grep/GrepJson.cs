using System.Globalization;
using System.Text.Json;
using Apprentices.Domain;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>Looks into an element of Grep without trusting its shape: what is not there, or is something else, is nothing.</summary>
internal static class GrepJson
{
    private const int LongestText = 50_000;

    /// <summary>A part of an object.</summary>
    public static JsonElement? Part(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var part) && part.ValueKind is not JsonValueKind.Null ? part : null;

    /// <inheritdoc cref="Part(JsonElement?, string)" />
    public static JsonElement? Part(this JsonElement element, string name) => Part((JsonElement?)element, name);

    /// <summary>What a list holds; a part that is no list holds nothing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } there ? there.EnumerateArray() : [];

    /// <summary>A plain text.</summary>
    public static string? Text(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.GetString() is { } words && !string.IsNullOrWhiteSpace(words) ? words.Trim() : null;

    /// <summary>The code that an object bears.</summary>
    public static string? Code(this JsonElement? element) => element.Part("kode").Text();

    /// <inheritdoc cref="Code(JsonElement?)" />
    public static string? Code(this JsonElement element) => Code((JsonElement?)element);

    /// <summary>The day of an instant such as 2020-08-01T00:00:00.</summary>
    public static DateOnly? Day(this JsonElement? element) =>
        element.Text() is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>
    /// An official text in one of Grep's three shapes: a plain string, a list of language and words, or an object that holds such a list.
    /// "default" is the language it is fixed in.
    /// </summary>
    /// <param name="element">The text.</param>
    /// <param name="fixedLanguage">The language the curriculum is fixed in, where it says so.</param>
    public static OfficialText Official(this JsonElement? element, string? fixedLanguage)
    {
        var list = element is { ValueKind: JsonValueKind.Object } ? element.Part("tekst") : element;
        if (Checked(list.Text()) is { } plain)
        {
            return Whole(new Dictionary<string, string>(StringComparer.Ordinal) { ["default"] = plain }, fixedLanguage);
        }

        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in list.Items())
        {
            if (one.Part("spraak").Text() is { } language && Checked(one.Part("verdi").Text()) is { } text)
            {
                words.TryAdd(language, text);
            }
        }

        return Whole(words, fixedLanguage);
    }

    /// <summary>Says what "default" is, and gives the language it is fixed in its words under its own name as well.</summary>
    private static OfficialText Whole(Dictionary<string, string> words, string? fixedLanguage)
    {
        string? In(string language) => words.GetValueOrDefault(language);
        if (words.Count == 0)
        {
            return OfficialText.None;
        }

        var fixedIn = fixedLanguage ?? (In("default") is { } said ? words.Where(one => one.Key != "default" && one.Value == said).Select(one => one.Key).FirstOrDefault() : null);
        var first = In("default") ?? (fixedIn is null ? null : In(fixedIn));
        if (first is null)
        {
            (fixedIn, first) = new[] { "nob", "nno", "sme" }.Where(words.ContainsKey).Select(one => (one, words[one])).FirstOrDefault((words.Keys.First(), words.Values.First()));
        }

        string? Own(string language) => In(language) ?? (fixedIn == language ? first : null);
        return new OfficialText(first, fixedIn, Own("nob"), Own("nno"), Own("eng"));
    }

    /// <exception cref="FormatException">The text holds what no text holds, or is endless.</exception>
    private static string? Checked(string? text) =>
        text is null || (text.Length <= LongestText && !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            ? text : throw new FormatException("No text of a curriculum.");
}
