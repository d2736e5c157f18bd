using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Shared.Forms;

/// <summary>The words around the questions of a form, in the reader's language or in the one it is previewed in.</summary>
public static class FormWords
{
    public const string Yes = "yes";
    public const string No = "no";

    public static string Of(LocalText text, Language? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return language is { } one ? text.In(one) : text.ToString();
    }

    public static string Of(Level level, Language? language) =>
        language is { } one ? LevelTexts.ResourceManager.GetString(level.ToString(), Cultures.Of(one))! : level.Word();

    /// <summary>One of the words of <see cref="FormTexts"/> by its name.</summary>
    public static string Say(string name, Language? language) =>
        FormTexts.ResourceManager.GetString(name, language is { } one ? Cultures.Of(one) : FormTexts.Culture)!;

    /// <summary>What can be chosen, in order.</summary>
    public static IReadOnlyList<(string Key, string Text)> ChoicesOf(FormQuestion question, Language? language)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Type == QuestionType.YesNo
            ? [(Yes, Say(nameof(FormTexts.Yes), language)), (No, Say(nameof(FormTexts.No), language))]
            : [.. question.Choices.Select(choice => (choice.Key, Of(choice.Text, language)))];
    }
}
