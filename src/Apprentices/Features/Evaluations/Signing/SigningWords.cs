using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Words for those who take part, and for the kinds of talk.</summary>
internal static class SigningWords
{
    public static string Of(FormParties party) => party switch
    {
        FormParties.Apprentice => SigningTexts.PartyApprentice,
        FormParties.Instructor => SigningTexts.PartyInstructor,
        FormParties.TrainingManager => SigningTexts.PartyTrainingManager,
        FormParties.Together => SigningTexts.PartyTogether,
        _ => SigningTexts.PartyHr,
    };

    /// <summary>Somebody who was there, as she stands in what is sealed, with her part in the reader's language.</summary>
    public static string Present(string one)
    {
        var party = Enum.GetValues<FormParties>().FirstOrDefault(party => one.EndsWith($" ({party})", StringComparison.Ordinal));
        return party == FormParties.None ? one : one.Replace($" ({party})", $" ({Texts.Within(Of(party))})", StringComparison.Ordinal);
    }

    /// <summary>"Ingrid, Siv og Tor".</summary>
    public static string List(IReadOnlyList<string> names, string last) => names switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", names.SkipLast(1))} {last} {names[^1]}",
    };

    /// <summary>What somebody answered where it is not a text of her own.</summary>
    public static string? Of(TalkReading.Said said) => said switch
    {
        { Yes: { } yes } => yes ? SigningTexts.Yes : SigningTexts.No,
        { Choice: { } choice } => choice.ToString(),
        { Day: { } day } => SpokenDate.Full(day),
        { Number: { } number } => number.ToString("0.####", System.Globalization.CultureInfo.CurrentCulture),
        _ => null,
    };
}
