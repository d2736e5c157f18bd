using Apprentices.Domain;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Which words of a form are not written in a language; there they are shown in bokmål.</summary>
public static class FormLanguages
{
    public static IEnumerable<LocalText> Missing(FormContent content, Language language)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Sections.SelectMany(section => new[] { section.Title, section.Help }.OfType<LocalText>()).Concat(content.Questions.SelectMany(TextsOf))
            .Where(text => text.IsIn(Language.Bokmal) && !text.IsIn(language));
    }

    public static IEnumerable<LocalText> Missing(FormQuestion question, Language language) =>
        TextsOf(question).Where(text => text.IsIn(Language.Bokmal) && !text.IsIn(language));

    private static IEnumerable<LocalText> TextsOf(FormQuestion question) =>
        question.Choices.Select(choice => choice.Text).Concat(new[] { question.Text, question.Help }.OfType<LocalText>());
}
