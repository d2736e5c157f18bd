using System.Globalization;
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

    public static string Of(EvaluationKind kind) => FormTexts.ResourceManager.GetString($"Kind{kind}", CultureInfo.CurrentUICulture)!;

    public static string Of(QuestionType type) => FormTexts.ResourceManager.GetString($"Type{type}", CultureInfo.CurrentUICulture)!;

    /// <summary>One party or several: "lærlingen, instruktøren og faglig leder".</summary>
    public static string Of(FormParties parties)
    {
        var names = Enum.GetValues<FormParties>().Where(party => party != FormParties.None && parties.HasFlag(party))
            .Select(party => FormTexts.ResourceManager.GetString($"Party{party}", CultureInfo.CurrentUICulture)!).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {FormTexts.And} {names[^1]}";
    }
}
