using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Shared.Forms;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>What somebody prepares for a talk, as it is typed and kept as a draft.</summary>
public sealed class PreparationInput : AnswersInput, IJoinedDraft<PreparationInput>
{
    /// <summary>The edition of the form it was typed on.</summary>
    public Guid EditionId { get; set; }

    /// <summary>The version of the saved preparation it was begun from; empty: nothing was saved.</summary>
    public int? Version { get; set; }

    /// <summary>The form as it stands, with room for every answer, so that drawing it changes nothing in it.</summary>
    /// <param name="preparation">What is asked and saved.</param>
    /// <param name="typed">What was typed before and not saved; else what is saved.</param>
    public static PreparationInput For(ShowPreparation.Details preparation, PreparationInput? typed = null)
    {
        var input = new PreparationInput { EditionId = preparation.EditionId, Version = typed is null ? preparation.Version : typed.Version };
        var from = typed?.Answers ?? preparation.Answers;
        foreach (var question in preparation.Form?.Questions ?? [])
        {
            foreach (var goal in question.Type == QuestionType.GoalScale ? preparation.Goals.Select(goal => goal.Id) : [Guid.Empty])
            {
                var (to, known) = (input.To(question.Key, goal), from.FirstOrDefault(answer => answer.Question == question.Key && answer.GoalId == goal));
                (to.Text, to.Level, to.Choice, to.Day, to.Number) = (known?.Text, known?.Level, known?.Choice, known?.Day, known?.Number);
            }
        }

        input.Required = preparation.Form is { } form
            ? new Requirement(form, preparation.Party, [.. preparation.Goals.Where(goal => goal.IsAsked).Select(goal => new FormGoal(goal.Id, goal.Code, goal.Title.ToString()))])
            : null;
        return input;
    }

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
