using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.EvaluationForms;

/// <summary>A question of a form as it is typed.</summary>
public sealed class QuestionInput : IValidatedInParts
{
    public const int LongestText = 500;
    public const int LongestHelp = 1000;

    /// <summary>One of the answers to choose from.</summary>
    public sealed class ChoiceInput
    {
        /// <summary>Made when it is first saved; stays.</summary>
        public string? Key { get; set; }

        /// <summary>Tells it from the others while they are typed.</summary>
        public Guid Mark { get; set; } = Guid.CreateVersion7();

        [Required, StringLength(LongestText)]
        public string? Nb { get; set; }

        [StringLength(LongestText)]
        public string? Nn { get; set; }

        [StringLength(LongestText)]
        public string? En { get; set; }
    }

    [Required, StringLength(LongestText)]
    public string? TextNb { get; set; }

    [StringLength(LongestText)]
    public string? TextNn { get; set; }

    [StringLength(LongestText)]
    public string? TextEn { get; set; }

    [StringLength(LongestHelp)]
    public string? HelpNb { get; set; }

    [StringLength(LongestHelp)]
    public string? HelpNn { get; set; }

    [StringLength(LongestHelp)]
    public string? HelpEn { get; set; }

    /// <summary>The part it stands in.</summary>
    [Required]
    public string? Section { get; set; }

    public QuestionType Type { get; set; }
    public List<ChoiceInput> Choices { get; set; } = [];
    public bool IsRequired { get; set; }
    public bool IsInformationOnly { get; set; }
    public FormParties AnsweredBy { get; set; }
    public FormParties ReadBy { get; set; } = FormParties.Instructor | FormParties.TrainingManager;

    /// <summary>The earlier question and the answer it takes, with a bar between; empty: always shown.</summary>
    public string? ShownIf { get; set; }

    /// <summary>The question as it stood when this was opened; nothing where it is new.</summary>
    public string? Seen { get; set; }

    public static QuestionInput Of(FormQuestion question, string section) => new()
    {
        TextNb = question.Text.Nb,
        TextNn = question.Text.Nn,
        TextEn = question.Text.En,
        HelpNb = question.Help?.Nb,
        HelpNn = question.Help?.Nn,
        HelpEn = question.Help?.En,
        Section = section,
        Type = question.Type,
        Choices = [.. question.Choices.Select(choice => new ChoiceInput { Key = choice.Key, Nb = choice.Text.Nb, Nn = choice.Text.Nn, En = choice.Text.En })],
        IsRequired = question.IsRequired,
        IsInformationOnly = question.IsInformationOnly,
        AnsweredBy = question.AnsweredBy,
        ReadBy = question.ReadBy,
        ShownIf = question.ShownIf is { } condition ? Condition(condition.Question, condition.Answer) : null,
        Seen = OpenForms.Seen(question),
    };

    public static string Condition(string question, string answer) => $"{question}|{answer}";

    public IEnumerable<WrongPart> WrongParts()
    {
        if (Type == QuestionType.Choice)
        {
            foreach (var choice in Choices.Where(choice => string.IsNullOrWhiteSpace(choice.Nb)))
            {
                yield return new WrongPart(choice, nameof(ChoiceInput.Nb), ValidationTexts.Required);
            }

            if (Choices.Count < 2)
            {
                yield return new WrongPart(this, nameof(Choices), EvaluationFormTexts.TwoChoices);
            }
        }

        if (AnsweredBy == FormParties.None)
        {
            yield return new WrongPart(this, nameof(AnsweredBy), EvaluationFormTexts.SomebodyAnswers);
        }
    }

    /// <summary>The question as it is typed.</summary>
    /// <param name="key">Its key, which stays.</param>
    /// <param name="usedChoices">Keys of answers that were ever used in it.</param>
    internal FormQuestion ToQuestion(string key, IEnumerable<string> usedChoices) =>
        new(key, Type, SectionInput.Words(TextNb, TextNn, TextEn) ?? new LocalText("", "", ""), IsRequired, AnsweredBy, ReadBy & ~FormParties.Apprentice)
        {
            Help = SectionInput.Words(HelpNb, HelpNn, HelpEn),
            ShownIf = ShownIf?.Split('|') is [{ Length: > 0 } question, { Length: > 0 } answer] ? new ShownIf(question, answer) : null,
            Choices = Type == QuestionType.Choice ? Keyed([.. usedChoices]) : [],
            IsInformationOnly = IsInformationOnly,
        };

    private List<FormChoice> Keyed(HashSet<string> used)
    {
        List<FormChoice> choices = [];
        used.UnionWith(Choices.Select(choice => choice.Key).OfType<string>());
        foreach (var choice in Choices)
        {
            var key = choice.Key ?? FormContent.NewKey(choice.Nb ?? "", used);
            used.Add(key);
            choices.Add(new FormChoice(key, SectionInput.Words(choice.Nb, choice.Nn, choice.En) ?? new LocalText("", "", "")));
        }

        return choices;
    }
}
