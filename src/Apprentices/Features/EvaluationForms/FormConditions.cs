using Apprentices.Domain;
using Apprentices.Shared;
using Apprentices.Shared.Forms;

namespace Apprentices.Features.EvaluationForms;

/// <summary>When a question is shown, in words.</summary>
public static class FormConditions
{
    public static string Words(FormContent content, ShownIf condition)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(condition);
        var question = content.Find(condition.Question);
        var answer = question is null ? null : FormWords.ChoicesOf(question, null).FirstOrDefault(choice => choice.Key == condition.Answer).Text;
        return Texts.Format(EvaluationFormTexts.ShownIfWords, question?.Text.ToString() ?? condition.Question, answer ?? condition.Answer);
    }
}
