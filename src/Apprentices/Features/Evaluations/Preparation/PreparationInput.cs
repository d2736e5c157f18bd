using Apprentices.Domain;
using Apprentices.Features.Drafts;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>One answer as it is typed.</summary>
public sealed class AnswerInput
{
    /// <summary>The question's key.</summary>
    public string Question { get; set; } = "";

    /// <summary>The goal it is about; empty where the question is not about goals.</summary>
    public Guid GoalId { get; set; }
    public string? Text { get; set; }
    public Level? Level { get; set; }

    /// <summary>A choice's key, or "yes" or "no".</summary>
    public string? Choice { get; set; }
    public DateOnly? Day { get; set; }
    public decimal? Number { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Level is null && Choice is null && Day is null && Number is null;

    internal static AnswerInput Of(EvaluationAnswer answer) => new()
    {
        Question = answer.Question,
        GoalId = answer.GoalId,
        Text = answer.Text,
        Level = answer.Level,
        Choice = answer.Choice,
        Day = answer.Day,
        Number = answer.Number,
    };
}

/// <summary>What somebody prepares for a talk, as it is typed and kept as a draft.</summary>
public sealed class PreparationInput : IJoinedDraft<PreparationInput>
{
    /// <summary>The edition of the form it was typed on.</summary>
    public Guid EditionId { get; set; }

    /// <summary>The version of the saved preparation it was begun from; empty: nothing was saved.</summary>
    public int? Version { get; set; }

    public List<AnswerInput> Answers { get; set; } = [];

    /// <summary>The answer to a question, about a goal where it is asked for each.</summary>
    public AnswerInput? Find(string question, Guid goalId = default) => Answers.Find(one => one.Question == question && one.GoalId == goalId);

    /// <summary>The same; begun where there is none.</summary>
    public AnswerInput To(string question, Guid goalId = default)
    {
        var answer = Find(question, goalId);
        if (answer is null)
        {
            answer = new AnswerInput { Question = question, GoalId = goalId };
            Answers.Add(answer);
        }

        return answer;
    }

    /// <summary>What was chosen for a question.</summary>
    public string? Choice(string question) => Find(question)?.Choice;

    public string Words() => string.Join("\n\n", Answers.Select(answer => answer.Text).Where(text => !string.IsNullOrWhiteSpace(text)));

    public PreparationInput With(PreparationInput other)
    {
        foreach (var theirs in other.Answers)
        {
            var ours = To(theirs.Question, theirs.GoalId);
            ours.Text = string.IsNullOrWhiteSpace(ours.Text) ? theirs.Text : DraftForm.Join(ours.Text, theirs.Text);
            (ours.Level, ours.Choice, ours.Day, ours.Number) = (ours.Level ?? theirs.Level, ours.Choice ?? theirs.Choice, ours.Day ?? theirs.Day, ours.Number ?? theirs.Number);
        }

        return this;
    }
}
