using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.RecordChanges;

/// <summary>What the forms and the history of this feature say.</summary>
internal static class ChangeWords
{
    /// <summary>What one may enter, as a choice.</summary>
    public static string Choice(WhatHappened what) => Text($"Choice{what}");

    /// <summary>When to choose it.</summary>
    public static string Help(WhatHappened what) => Text($"Help{what}");

    /// <summary>The heading of its form.</summary>
    public static string Heading(WhatHappened what) => Text($"Heading{what}");

    /// <summary>What the button that saves it does.</summary>
    public static string Confirm(WhatHappened what) => Text($"Confirm{what}");

    /// <summary>What was done, once it is saved.</summary>
    public static string Done(WhatHappened what) => Text($"Done{what}");

    public static string Of(InterruptionCause cause) => Text($"Cause{cause}");

    /// <summary>A correction in words, such as "Siste dag: 14.8.2026, rettet fra 15.8.2026".</summary>
    public static string Of(TermsDifference difference, RecordNames names) => difference.What == CorrectedTerm.Other
        ? RecordChangeTexts.TermOther
        : Texts.Format(RecordChangeTexts.TermCorrected, Text($"Term{difference.What}"), Value(difference, difference.New, names), Value(difference, difference.Old, names));

    private static string Value(TermsDifference difference, object? value, RecordNames names) => value switch
    {
        DateOnly day => SpokenDate.Digits(day),
        ContractKind kind => RecordWords.Of(kind),
        Guid workplace => names.Workplace(workplace),
        ContractVariant variant => Text($"Variant{variant}"),
        string code when difference.What == CorrectedTerm.Curriculum => names.Curriculum(code),
        string number when difference.What == CorrectedTerm.County => DutyWords.CountyName(number),
        int percent when difference.What == CorrectedTerm.PartTime => $"{percent} %",
        int months => Texts.Count(months, RecordChangeTexts.MonthsOne, RecordChangeTexts.Months),
        _ => value?.ToString() ?? RecordChangeTexts.TermEmpty,
    };

    private static string Text(string key) => RecordChangeTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
