using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// What was said in a held talk, as it is signed, for one reader: her questions of the form's edition, the answers of each beside
/// the others', the notes and what was agreed. A question she may not read is left out, and counted.
/// </summary>
public sealed record TalkReading(
    TalkHeader Header, EvaluationKind Kind, int Number, DateOnly HeldOn, string? Summary, IReadOnlyList<TalkReading.Section> Sections, string? Notes,
    IReadOnlyList<TalkReading.Action> Actions, int LeftOut)
{
    /// <summary>The hash of what is sealed of it; empty where nothing is.</summary>
    public string? Hash { get; init; }

    /// <summary>The block of notes that belongs to no question.</summary>
    private const string FreeNotes = "notes";

    public sealed record Section(LocalText Title, IReadOnlyList<Question> Questions);

    public sealed record Question(FormQuestion Asked, IReadOnlyList<Said> Answers, IReadOnlyList<Goal> Goals, string? Notes);

    /// <summary>What one party answered.</summary>
    public sealed record Said(FormParties By, string? Text, LocalText? Choice, bool? Yes, DateOnly? Day, decimal? Number);

    /// <summary>What each said of a goal.</summary>
    public sealed record Goal(string Code, string Title, IReadOnlyList<Rating> Ratings);

    public sealed record Rating(FormParties By, Level? Level, string? Comment);

    public sealed record Action(string What, string Responsible, DateOnly DueOn);

    /// <summary>The talk as one who is there as those parties reads it; needs what <see cref="TalkSealing.WithSealed"/> reads.</summary>
    public static TalkReading Of(Evaluation talk, FormParties reader, TalkHeader header)
    {
        var leftOut = 0;
        List<Section> sections = [];
        foreach (var section in talk.FormEdition?.Content.Sections ?? [])
        {
            List<Question> questions = [];
            foreach (var asked in section.Questions)
            {
                var answers = talk.Answers.Where(answer => answer.Question == asked.Key && !answer.IsEmpty).OrderBy(answer => answer.Party).ToList();
                var readable = answers.Where(answer => FormContent.MayRead(asked, reader, answer.Party)).ToList();
                var note = talk.Blocks.FirstOrDefault(block => block.Question == asked.Key && block.Text.Length > 0)?.Text;
                var mayReadNote = FormContent.MayRead(asked, reader, FormParties.Together);
                leftOut += readable.Count < answers.Count || (note is not null && !mayReadNote) ? 1 : 0;
                var question = new Question(asked, [.. readable.Where(answer => answer.GoalId == Guid.Empty).Select(answer => SaidIn(asked, answer))], GoalsOf(readable), mayReadNote ? note : null);
                if (question is not { Answers: [], Goals: [], Notes: null })
                {
                    questions.Add(question);
                }
            }

            if (questions.Count > 0)
            {
                sections.Add(new Section(section.Title, questions));
            }
        }

        return new TalkReading(
            header, talk.Kind, talk.Number, talk.HeldOn!.Value, talk.Summary, sections, NotesBesideQuestions(talk),
            [.. talk.Actions.OrderBy(action => action.Order).Select(action => new Action(action.What, action.ResponsibleName, action.DueOn))], leftOut);
    }

    private static Said SaidIn(FormQuestion asked, EvaluationAnswer answer) => new(
        answer.Party, answer.Text, asked.Choices.FirstOrDefault(choice => choice.Key == answer.Choice)?.Text,
        asked.Type == QuestionType.YesNo && answer.Choice is not null ? answer.Choice == "yes" : null, answer.Day, answer.Number);

    private static IReadOnlyList<Goal> GoalsOf(IEnumerable<EvaluationAnswer> answers) =>
    [
        .. answers.Where(answer => answer.GoalId != Guid.Empty)
            .GroupBy(answer => answer.GoalId)
            .Select(goal => new Goal(goal.First().GoalCode ?? "", goal.First().GoalTitle ?? "", [.. goal.Select(answer => new Rating(answer.Party, answer.Level, answer.Text))]))
            .OrderBy(goal => goal.Code, StringComparer.Ordinal).ThenBy(goal => goal.Title, StringComparer.Ordinal),
    ];

    /// <summary>The free notes, and those of a question that the edition does not have.</summary>
    private static string? NotesBesideQuestions(Evaluation talk)
    {
        var texts = talk.Blocks
            .Where(block => block.Text.Length > 0 && talk.FormEdition?.Content.Find(block.Question) is null)
            .OrderBy(block => block.Question != FreeNotes).ThenBy(block => block.Question, StringComparer.Ordinal)
            .Select(block => block.Text)
            .ToList();
        return texts.Count == 0 ? null : string.Join("\n\n", texts);
    }
}
