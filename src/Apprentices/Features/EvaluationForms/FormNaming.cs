using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Features.EvaluationForms;

/// <summary>What a form is called and which talks it is for, as it is typed.</summary>
public class FormNaming
{
    public const int LongestName = 120;

    [Required, StringLength(LongestName)]
    public string? NameNb { get; set; }

    [StringLength(LongestName)]
    public string? NameNn { get; set; }

    [StringLength(LongestName)]
    public string? NameEn { get; set; }

    public List<EvaluationKind> Kinds { get; set; } = [];

    internal LocalText Name => new(NameNb ?? "", NameNn ?? "", NameEn ?? "");
}
