using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;

namespace Apprentices.Shared.Forms;

/// <summary>An answer as it is typed; to a question that is asked for each goal, one for each.</summary>
public sealed class AnswerInput
{
    /// <summary>The question's key.</summary>
    public string Question { get; set; } = "";

    /// <summary>The goal; empty where the question is not about goals.</summary>
    public Guid GoalId { get; set; }

    [StringLength(FormContent.LongestText)]
    public string? Text { get; set; }
    public Level? Level { get; set; }

    /// <summary>The key of the choice, or "yes" or "no".</summary>
    public string? Choice { get; set; }
    public DateOnly? Day { get; set; }

    [Range(-999_999_999, 999_999_999)]
    public decimal? Number { get; set; }

    /// <summary>Whether it answers a question of its type: a comment alone is no level.</summary>
    public bool Answers(QuestionType type) => type switch
    {
        QuestionType.Text => !string.IsNullOrWhiteSpace(Text),
        QuestionType.GoalScale => Level is not null,
        QuestionType.Date => Day is not null,
        QuestionType.Number => Number is not null,
        _ => !string.IsNullOrEmpty(Choice),
    };
}
