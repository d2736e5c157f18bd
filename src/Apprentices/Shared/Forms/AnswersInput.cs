using System.Text.Json.Serialization;
using Apprentices.Domain;

namespace Apprentices.Shared.Forms;

/// <summary>What one party answers to a form, as it is typed. Kept as a draft it is the answers alone.</summary>
public class AnswersInput : IValidatedInParts
{
    /// <summary>The answers, one a question and goal; those that are empty do no harm.</summary>
    public List<AnswerInput> Answers { get; set; } = [];

    /// <summary>What must be answered before it is handed in; nothing while it is only kept.</summary>
    [JsonIgnore]
    public Requirement? Required { get; set; }

    /// <summary>Whose answers to which form must be whole, for which goals.</summary>
    public sealed record Requirement(FormContent Form, FormParties Party, IReadOnlyList<FormGoal> Goals);

    /// <summary>The answers as they were saved.</summary>
    public static AnswersInput Of(IEnumerable<EvaluationAnswer> answers) => new()
    {
        Answers =
        [
            .. answers.Select(answer => new AnswerInput
            {
                Question = answer.Question,
                GoalId = answer.GoalId,
                Text = answer.Text,
                Level = answer.Level,
                Choice = answer.Choice,
                Day = answer.Day,
                Number = answer.Number,
            }),
        ],
    };

    /// <summary>The answer to a question, begun where there is none.</summary>
    public AnswerInput To(string question, Guid goalId = default)
    {
        if (Find(question, goalId) is { } there)
        {
            return there;
        }

        var answer = new AnswerInput { Question = question, GoalId = goalId };
        Answers.Add(answer);
        return answer;
    }

    public AnswerInput? Find(string question, Guid goalId = default) => Answers.Find(answer => answer.Question == question && answer.GoalId == goalId);

    /// <summary>What is chosen; <see cref="FormContent.IsShown"/> asks for it.</summary>
    public string? Choice(string question) => Find(question)?.Choice;

    /// <summary>What is still to be answered.</summary>
    public IEnumerable<WrongPart> WrongParts() => Required is { } required
        ? required.Form.MustAnswer(required.Party, Choice).SelectMany(question => Missing(question, required.Goals))
        : [];

    private IEnumerable<WrongPart> Missing(FormQuestion question, IReadOnlyList<FormGoal> goals)
    {
        if (question.Type == QuestionType.GoalScale)
        {
            return goals.Select(goal => To(question.Key, goal.Id))
                .Where(answer => !answer.Answers(question.Type))
                .Select(answer => new WrongPart(answer, nameof(AnswerInput.Level), FormTexts.MissingLevel));
        }

        var one = To(question.Key);
        return one.Answers(question.Type) ? [] : [new WrongPart(one, PartOf(question.Type), FormTexts.MissingAnswer)];
    }

    private static string PartOf(QuestionType type) => type switch
    {
        QuestionType.Text => nameof(AnswerInput.Text),
        QuestionType.Date => nameof(AnswerInput.Day),
        QuestionType.Number => nameof(AnswerInput.Number),
        _ => nameof(AnswerInput.Choice),
    };
}
