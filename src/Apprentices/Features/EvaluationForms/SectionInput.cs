using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Features.EvaluationForms;

/// <summary>The words of a part of a form, as they are typed.</summary>
public sealed class SectionInput
{
    public const int LongestTitle = 200;
    public const int LongestHelp = 1000;

    [Required, StringLength(LongestTitle)]
    public string? TitleNb { get; set; }

    [StringLength(LongestTitle)]
    public string? TitleNn { get; set; }

    [StringLength(LongestTitle)]
    public string? TitleEn { get; set; }

    [StringLength(LongestHelp)]
    public string? HelpNb { get; set; }

    [StringLength(LongestHelp)]
    public string? HelpNn { get; set; }

    [StringLength(LongestHelp)]
    public string? HelpEn { get; set; }

    /// <summary>The words as they stood when this was opened; nothing where it is new.</summary>
    public string? Seen { get; set; }

    internal LocalText Title => Words(TitleNb, TitleNn, TitleEn)!;

    internal LocalText? Help => Words(HelpNb, HelpNn, HelpEn);

    public static SectionInput Of(FormSection section) => new()
    {
        TitleNb = section.Title.Nb,
        TitleNn = section.Title.Nn,
        TitleEn = section.Title.En,
        HelpNb = section.Help?.Nb,
        HelpNn = section.Help?.Nn,
        HelpEn = section.Help?.En,
        Seen = SeenOf(section),
    };

    internal static string SeenOf(FormSection section) => OpenForms.Seen(section with { Questions = [] });

    /// <summary>A text in three languages; nothing where none is written.</summary>
    internal static LocalText? Words(string? nb, string? nn, string? en)
    {
        var words = new LocalText(nb?.Trim() ?? "", nn?.Trim() ?? "", en?.Trim() ?? "");
        return words.Nb.Length + words.Nn.Length + words.En.Length == 0 ? null : words;
    }
}
