using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>What each prepared for the talks, and what the talks agreed on.</content>
public sealed partial class SampleRecord
{
    /// <summary>Her next talk is prepared by both, who see it differently.</summary>
    private const string PreparedByBoth = "Ingrid Solheim";

    /// <summary>She has handed in, her instructor has not begun.</summary>
    private const string PreparedByApprentice = "Emil Sørensen";

    /// <summary>The instructor has begun.</summary>
    private const string BegunByInstructor = "Jonas Østby";

    /// <summary>What was prepared for the next talk, for the three of whom the demo tells it.</summary>
    public void Prepare(Apprenticeship apprenticeship, Person apprentice, Language language, Person instructor)
    {
        if (Form is null || apprenticeship.Evaluations.Where(talk => talk.State == EvaluationState.Planned && talk.DueOn >= today && talk.WindowStartsOn <= today).MinBy(talk => talk.Number) is not { } next)
        {
            return;
        }

        switch (apprentice.FullName)
        {
            case PreparedByBoth:
                if (next.PlannedOn is null)
                {
                    next.Agree(new Evaluation.Meeting(NextWeekday(today.AddDays(4)), new TimeOnly(10, 0), Evaluation.UsualMinutes, "Møterom Fyret", null), null, instructor.Id, At(today));
                }

                HandIn(next, FormParties.Apprentice, apprentice.Id, today.AddDays(-3));
                HandIn(next, FormParties.Instructor, instructor.Id, today.AddDays(-1));
                break;
            case PreparedByApprentice:
                HandIn(next, FormParties.Apprentice, apprentice.Id, today.AddDays(-2));
                break;
            case BegunByInstructor:
                next.TakeForm(Form);
                next.Prepare(FormParties.Instructor, instructor.Id, At(today.AddDays(-1)));
                Fill(next, FormParties.Instructor, apprenticeship, language);
                break;
        }

        void HandIn(Evaluation talk, FormParties party, Guid personId, DateOnly on)
        {
            talk.TakeForm(Form);
            Fill(talk, party, apprenticeship, language);
            talk.HandIn(party, personId, At(on));
        }
    }

    /// <summary>A held talk as it was prepared, with the levels the two agreed on.</summary>
    private void AnswerHeld(Evaluation talk, Apprenticeship apprenticeship, Language language)
    {
        if (Form is null)
        {
            return;
        }

        talk.TakeForm(Form);
        Fill(talk, FormParties.Apprentice, apprenticeship, language);
        Fill(talk, FormParties.Instructor, apprenticeship, language);
        foreach (var question in Form.Content.Questions.Where(question => question.Type == QuestionType.GoalScale && question.AnsweredBy.HasFlag(FormParties.Together)))
        {
            foreach (var goal in GoalsOf(talk, apprenticeship))
            {
                var (own, seen) = (LevelOf(goal, talk.Number, FormParties.Apprentice), LevelOf(goal, talk.Number, FormParties.Instructor));
                Say(talk, FormParties.Together, question.Key, goal, own < seen ? seen : own > seen + 1 ? seen + 1 : seen, null);
            }
        }
    }

    private void Fill(Evaluation talk, FormParties party, Apprenticeship apprenticeship, Language language)
    {
        var comments = party == FormParties.Apprentice ? employer.OwnComments : employer.SupervisorComments;
        foreach (var question in Form!.Content.Questions.Where(question => (question.AnsweredBy & party) != FormParties.None && question.ShownIf is null))
        {
            switch (question.Type)
            {
                case QuestionType.GoalScale:
                    foreach (var goal in GoalsOf(talk, apprenticeship))
                    {
                        var hers = comments.FirstOrDefault(words => words.Language == language && words.Goals?.Contains(goal.Code) == true);
                        var said = talk.State == EvaluationState.Planned && (hers is not null || goal.Order % 2 == 0 || LevelOf(goal, talk.Number, FormParties.Apprentice) != LevelOf(goal, talk.Number, FormParties.Instructor)) ? hers ?? Next($"comment {party}", [.. comments.Where(words => words.Goals is null)], language) : null;
                        Say(talk, party, question.Key, goal, LevelOf(goal, talk.Number, party), said?.Text);
                    }

                    break;
                case QuestionType.Choice:
                    talk.Answer(party, question.Key, Guid.Empty).Say(null, null, question.Choices[(talk.Number + told) % Math.Min(2, question.Choices.Count)].Key, null, null);
                    break;
                case QuestionType.YesNo:
                    talk.Answer(party, question.Key, Guid.Empty).Say(null, null, question.Key is "takes-part" or "safety" ? "yes" : "no", null, null);
                    break;
                case QuestionType.Number:
                    talk.Answer(party, question.Key, Guid.Empty).Say(null, null, null, null, 2 + (talk.Number % 3));
                    break;
                case QuestionType.Text when employer.Answers.TryGetValue(question.Key, out var texts):
                    talk.Answer(party, question.Key, Guid.Empty).Say(Next($"answer {question.Key}", texts, language)?.Text, null, null, null, null);
                    break;
            }
        }
    }

    private static void Say(Evaluation talk, FormParties party, string question, PlannedGoal goal, Level level, string? comment)
    {
        var answer = talk.Answer(party, question, goal.Id);
        answer.Say(comment, level, null, null, null);
        answer.About(goal.Code, goal.Title.Nb);
    }

    /// <summary>Those of the talk's half-year, and of the one before, so that one sees how they go.</summary>
    private IEnumerable<PlannedGoal> GoalsOf(Evaluation talk, Apprenticeship apprenticeship) =>
        apprenticeship.Plan.Where(goal => goal.LeftOn is null && (goal.HalfYear == talk.Number || (goal.HalfYear == talk.Number - 1 && (talk.DueOn < today || goal.Level < Level.Masters)))).OrderBy(goal => goal.Order);

    /// <summary>Goals of the half-year are on their way, earlier ones mastered; the two see every other one alike.</summary>
    private static Level LevelOf(PlannedGoal goal, int number, FormParties party)
    {
        var seen = goal.HalfYear == number ? 1 + (goal.Order % 3) : 3 + (goal.Order % 2);
        var off = (goal.Order % 4) switch { 1 => goal.Order % 8 == 1 ? 2 : -1, 3 => goal.HalfYear == number ? 1 : 0, _ => 0 };
        return (Level)Math.Clamp(party == FormParties.Apprentice ? seen + off : seen, 0, 4);
    }
}
