namespace Apprentices.Domain;

/// <summary>Who takes part in a talk, as what; several where something is for several.</summary>
[Flags]
public enum FormParties
{
    None = 0,
    Apprentice = 1,
    Instructor = 2,
    TrainingManager = 4,
    Hr = 8,

    /// <summary>All who are there, in the talk itself.</summary>
    Together = 16,
}

/// <summary>What kind of answer a question takes.</summary>
public enum QuestionType
{
    Text,

    /// <summary>A level and a comment for each goal of her plan that the half-year is about; levels are no grades (opplæringsforskrifta § 9-13).</summary>
    GoalScale,
    Choice,
    YesNo,
    Date,
    Number,
}

/// <summary>One of the answers to choose from.</summary>
public sealed record FormChoice(string Key, LocalText Text);

/// <summary>A question is shown only where the same party answered an earlier one so: "yes", "no" or the key of a choice.</summary>
public sealed record ShownIf(string Question, string Answer);

/// <summary>One question of a form.</summary>
/// <param name="Key">Stays the same in all editions, so that answers to it can be counted over them.</param>
/// <param name="Type">What kind of answer it takes.</param>
/// <param name="Text">The question.</param>
/// <param name="IsRequired">Whether nobody hands in without an answer to it.</param>
/// <param name="AnsweredBy">Who answers: each on her own before the talk, or all together in it.</param>
/// <param name="ReadBy">Who may read the answers, beside who gave them. The apprentice reads all that is said about her.</param>
public sealed record FormQuestion(string Key, QuestionType Type, LocalText Text, bool IsRequired, FormParties AnsweredBy, FormParties ReadBy)
{
    public LocalText? Help { get; init; }
    public ShownIf? ShownIf { get; init; }
    public IReadOnlyList<FormChoice> Choices { get; init; } = [];

    /// <summary>For information alone: it must not count in the assessment, as absence must not (opplæringsforskrifta § 9-1).</summary>
    public bool IsInformationOnly { get; init; }
}

/// <summary>A part of a form with a heading.</summary>
public sealed record FormSection(string Key, LocalText Title, IReadOnlyList<FormQuestion> Questions)
{
    public LocalText? Help { get; init; }
}

/// <summary>What a form asks, of whom, who may read it, and who signs.</summary>
/// <param name="Sections">Its parts, in order.</param>
/// <param name="SigningSteps">Who signs: those of a step in any order, one step after the other.</param>
public sealed partial record FormContent(IReadOnlyList<FormSection> Sections, IReadOnlyList<FormParties> SigningSteps)
{
    /// <summary>Those who prepare on their own; the others only take part.</summary>
    public const FormParties Single = FormParties.Apprentice | FormParties.Instructor | FormParties.TrainingManager | FormParties.Hr;

    /// <summary>The longest answer, in characters.</summary>
    public const int LongestText = 20_000;

    /// <summary>The most questions of a form.</summary>
    public const int MostQuestions = 100;

    public IEnumerable<FormQuestion> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>All who sign.</summary>
    public FormParties Signers => SigningSteps.Aggregate(FormParties.None, (all, step) => all | step);

    /// <summary>All it asks anything: each on her own, or together.</summary>
    public FormParties Asked => Questions.Aggregate(FormParties.None, (all, question) => all | question.AnsweredBy);

    public FormQuestion? Find(string key) => Questions.FirstOrDefault(question => question.Key == key);

    /// <summary>Whether one who is there as that, or as several, may read the answers of a party to a question.</summary>
    public static bool MayRead(FormQuestion question, FormParties reader, FormParties writer) =>
        (reader & (FormParties.Apprentice | question.ReadBy)) != FormParties.None || (reader & writer & Single) != FormParties.None;

    /// <summary>The form as one party sees it: the sections and questions that are hers to answer, or to read, in order.</summary>
    public IReadOnlyList<FormSection> AnsweredBy(FormParties party) =>
        [.. Sections.Select(section => section with { Questions = [.. section.Questions.Where(question => (question.AnsweredBy & party) != FormParties.None)] })
            .Where(section => section.Questions.Count > 0)];

    /// <summary>Whether a question is shown to whoever has answered so; one whose condition is itself not shown is not shown either.</summary>
    public bool IsShown(FormQuestion question, Func<string, string?> answer) => question.ShownIf is not { } condition
        || (Find(condition.Question) is { } earlier && earlier != question && IsShown(earlier, answer) && answer(earlier.Key) == condition.Answer);

    /// <summary>What a party has to answer before it hands in: what is required, is the party's, and is shown to whoever has answered so.</summary>
    public IEnumerable<FormQuestion> MustAnswer(FormParties party, Func<string, string?> answer) =>
        Questions.Where(question => question.IsRequired && (question.AnsweredBy & party) != FormParties.None && IsShown(question, answer));
}
