using Apprentices.Domain;

namespace Apprentices.Features.EvaluationForms;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class EvaluationFormLinks
{
    public const string List = "/forms";
    public const string New = "/forms/new";
    public const string Figures = "/forms/figures";

    /// <summary>The form of a new one, as a copy of another.</summary>
    public static string CopyOf(Guid id) => $"{New}?copy={id}";

    /// <summary>What a form asks, to be read or changed.</summary>
    public static string Form(Guid id) => $"{List}/{id}";

    public static string AtQuestion(Guid id, string key) => $"{Form(id)}#q-{Uri.EscapeDataString(key)}";

    public static string Question(Guid id, string key) => $"{Form(id)}/questions/{Uri.EscapeDataString(key)}";

    /// <summary>The form of a new question of a section.</summary>
    public static string NewQuestion(Guid id, string section) => $"{Form(id)}/questions?section={Uri.EscapeDataString(section)}";

    public static string Section(Guid id, string key) => $"{Form(id)}/sections/{Uri.EscapeDataString(key)}";
    public static string NewSection(Guid id) => $"{Form(id)}/sections";
    public static string Settings(Guid id) => $"{Form(id)}/settings";

    /// <summary>A form as one of the parties sees it, in a language; of an edition, or as it is being written.</summary>
    public static string Preview(Guid id, FormParties? party = null, Language? language = null, int? edition = null)
    {
        List<string> query = [];
        if (party is { } one)
        {
            query.Add($"as={one.ToString().ToLowerInvariant()}");
        }

        if (language is { } tongue)
        {
            query.Add($"in={tongue.ToString().ToLowerInvariant()}");
        }

        if (edition is { } number)
        {
            query.Add($"edition={number}");
        }

        return $"{Form(id)}/preview" + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    public static string Editions(Guid id) => $"{Form(id)}/editions";
    public static string Edition(Guid id, int number) => $"{Editions(id)}/{number}";
}
