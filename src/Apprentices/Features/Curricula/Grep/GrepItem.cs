using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Apprentices.Domain;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>What an element is, as far as an import cares.</summary>
public enum GrepKind
{
    /// <summary>Læreplan.</summary>
    Curriculum,

    /// <summary>Kompetansemålsett.</summary>
    GoalSet,

    /// <summary>Kompetansemål.</summary>
    Goal,

    /// <summary>Anything else, such as a core element: kept, and not looked into.</summary>
    Other,
}

/// <summary>One element of Grep as it stood in a file, whole. Its JSON is kept as bytes and looked into when asked.</summary>
public sealed partial class GrepItem
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    private readonly byte[] json;

    private GrepItem(byte[] json, string code, string kindName, string source, JsonElement element)
    {
        (this.json, Code, KindName, Source) = (json, code, kindName, source);
        Kind = kindName switch
        {
            "laereplan" or "laereplan_lk20" => GrepKind.Curriculum,
            "kompetansemaalsett" or "kompetansemaalsett_lk20" => GrepKind.GoalSet,
            "kompetansemaal" or "kompetansemaal_lk20" => GrepKind.Goal,
            _ => GrepKind.Other,
        };
        HasGoalChapter = element.Part("kompetansemaal-kapittel") is not null;
        CurriculumCode = element.Part("tilhoerer-laereplan").Code();
        ChangedOn = element.Part("sist-endret").Day();
    }

    /// <summary>Udir's code, for instance KM6036.</summary>
    public string Code { get; }

    /// <summary>The last part of its grep-type, for instance kompetansemaal_lk20.</summary>
    public string KindName { get; }

    public GrepKind Kind { get; }

    /// <summary>The file it stood in.</summary>
    public string Source { get; }

    /// <summary>Whether a curriculum says which goals it has; in Grep's lists it is only named.</summary>
    public bool HasGoalChapter { get; }

    /// <summary>The curriculum that a goal or a set of goals says it belongs to.</summary>
    public string? CurriculumCode { get; }

    /// <summary>The day Udir last changed it.</summary>
    public DateOnly? ChangedOn { get; }

    /// <summary>The element with all it held.</summary>
    public string Json => Encoding.UTF8.GetString(json);

    public bool IsLk20 => KindName.EndsWith("_lk20", StringComparison.Ordinal);

    /// <summary>Whether text can be a code of Grep.</summary>
    public static bool IsCode(string? text) => text is not null && CodeShape.IsMatch(text);

    /// <summary>An element from a file, if it is one.</summary>
    /// <param name="element">What stood there.</param>
    /// <param name="json">The same as bytes.</param>
    /// <param name="source">The file.</param>
    public static GrepItem? Of(JsonElement element, byte[] json, string source) =>
        element.ValueKind == JsonValueKind.Object && element.Code() is { } code && IsCode(code) && KindOf(element) is { } kind ? new GrepItem(json, code, kind, source, element) : null;

    /// <summary>An element as the database keeps it.</summary>
    public static GrepItem Of(GrepElement kept)
    {
        var bytes = Encoding.UTF8.GetBytes(kept.Json);
        using var document = JsonDocument.Parse(bytes, Deep);
        return new GrepItem(bytes, kept.Code, kept.Kind, "", document.RootElement);
    }

    /// <summary>Looks into it.</summary>
    public JsonElement Read()
    {
        using var document = JsonDocument.Parse(json, Deep);
        return document.RootElement.Clone();
    }

    /// <summary>Whether both hold the same, in whatever order.</summary>
    public bool IsSameAs(GrepItem other) => json.AsSpan().SequenceEqual(other.json) || JsonElement.DeepEquals(Read(), other.Read());

    /// <summary>By its grep-type; where it has none, by what only that kind has.</summary>
    private static string? KindOf(JsonElement element)
    {
        if (element.Part("grep-type").Text() is { } type)
        {
            var last = type[(type.LastIndexOf('/') + 1)..].ToLowerInvariant();
            return last.Length is > 0 and <= 100 && last.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? last : null;
        }

        return element switch
        {
            _ when element.Part("hovedomraade-kapittel") is not null || element.Part("formaal-kapittel") is not null => "laereplan",
            _ when element.Part("kompetansemaal-kapittel") is not null => "laereplan_lk20",
            _ when element.Part("hovedomraader-i-kontekst-av-kompetansemaalsett") is not null => "kompetansemaalsett",
            _ when element.Part("kompetansemaal") is not null => "kompetansemaalsett_lk20",
            _ when element.Part("tilhoerer-kompetansemaalsett") is not null || element.Part("tilknyttede-verb") is not null => "kompetansemaal_lk20",
            _ => null,
        };
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeShape { get; }
}
