using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>What talks are called, alike on every screen, in files, mails and calendars.</summary>
public static class TalkWords
{
    /// <summary>"Halvårssamtale 3", "Startsamtale"; where there is a second one of another kind, "Ekstra samtale 2".</summary>
    public static string Title(EvaluationKind kind, int number)
    {
        var what = Texts.Format(Text($"Kind{kind}"), number);
        return kind == EvaluationKind.HalfYear || number < 2 ? what : Texts.Format(TalkTexts.Again, what, number);
    }

    /// <summary>"Halvårssamtale 3 med Ingrid".</summary>
    public static string With(EvaluationKind kind, int number, string name) => Texts.Format(TalkTexts.With, Title(kind, number), name);

    /// <summary>As the apprentice reads it: "Halvårssamtale 3 med deg".</summary>
    public static string WithYou(EvaluationKind kind, int number) => Texts.Format(TalkTexts.WithYou, Title(kind, number));

    /// <summary>Several of a kind: "Halvårssamtaler".</summary>
    public static string Name(EvaluationKind kind) => Text($"Name{kind}");

    /// <summary>The time of day as it is said: "kl. 10.00".</summary>
    public static string Clock(TimeOnly at) => Texts.Format(TalkTexts.Clock, TypedTime.Digits(at));

    /// <summary>The day, and the time where one is agreed: "torsdag 3. desember 2026 kl. 10.00".</summary>
    public static string When(DateOnly on, TimeOnly? at) => at is { } time ? $"{SpokenDate.Full(on)} {Clock(time)}" : SpokenDate.Full(on);

    private static string Text(string key) => TalkTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
