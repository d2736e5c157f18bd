namespace Apprentices.Domain;

/// <summary>What a party has answered, held against the form: which questions it is asked, and which it still has to answer.</summary>
public static class FormAnswers
{
    /// <summary>The questions that are asked of whoever has answered so, in order: hers to answer, and shown.</summary>
    public static IEnumerable<FormQuestion> Asked(this FormContent form, FormParties party, Func<string, string?> choice) =>
        form.Questions.Where(question => (question.AnsweredBy & party) != FormParties.None && form.IsShown(question, choice));

    /// <summary>Of those the ones that nobody hands in without and that are not answered yet.</summary>
    /// <param name="form">What is asked.</param>
    /// <param name="party">Who hands in, or all together.</param>
    /// <param name="choice">What was chosen for a question, by its key: "yes", "no" or a choice's key.</param>
    /// <param name="isAnswered">Whether a question is answered; one about goals for each goal it is about.</param>
    public static IReadOnlyList<FormQuestion> Unanswered(this FormContent form, FormParties party, Func<string, string?> choice, Func<FormQuestion, bool> isAnswered) =>
        [.. form.Asked(party, choice).Where(question => question.IsRequired && !isAnswered(question))];

    /// <summary>Who may read the answers of a party to a question: those it is for, the apprentice, and the party itself.</summary>
    public static FormParties ReadersOf(this FormQuestion question, FormParties writer) =>
        (question.ReadBy | FormParties.Apprentice | writer) & FormContent.Single;
}
