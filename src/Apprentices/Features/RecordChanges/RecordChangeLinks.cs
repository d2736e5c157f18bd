using System.Globalization;
using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.RecordChanges;

/// <summary>The addresses of what can be entered about a contract, and of the record as it was on a day.</summary>
public static class RecordChangeLinks
{
    private static readonly Dictionary<WhatHappened, string> Names = new()
    {
        [WhatHappened.Interruption] = "interruption",
        [WhatHappened.InterruptionEnd] = "interruption-end",
        [WhatHappened.Extension] = "extension",
        [WhatHappened.Workplace] = "workplace",
        [WhatHappened.County] = "county",
        [WhatHappened.Curriculum] = "curriculum",
        [WhatHappened.Kind] = "kind",
        [WhatHappened.Signed] = "signed",
        [WhatHappened.Approved] = "approved",
        [WhatHappened.Agreement] = "agreement",
        [WhatHappened.Consent] = "consent",
        [WhatHappened.Refusal] = "refusal",
        [WhatHappened.Termination] = "termination",
        [WhatHappened.Completion] = "completion",
        [WhatHappened.Test] = "test",
        [WhatHappened.Withdrawal] = "withdrawal",
    };

    /// <summary>Where something is entered; about an earlier entry where it is about one.</summary>
    public static string Enter(Guid id, WhatHappened what, Guid? entry = null) =>
        $"{ApprenticeshipLinks.Change(id)}?what={Names[what]}" + (entry is { } about ? $"&entry={about}" : "");

    public static string Interruption(Guid id) => Enter(id, WhatHappened.Interruption);

    public static string Agreement(Guid id) => Enter(id, WhatHappened.Agreement);

    /// <summary>Where the county's consent to an entry is entered.</summary>
    public static string Consent(Guid id, Guid entry) => Enter(id, WhatHappened.Consent, entry);

    /// <summary>Where it is entered that the county said no to one.</summary>
    public static string Refusal(Guid id, Guid entry) => Enter(id, WhatHappened.Refusal, entry);

    public static string Withdraw(Guid id, Guid entry) => Enter(id, WhatHappened.Withdrawal, entry);

    /// <summary>The record as it was in the evening of a day.</summary>
    public static string AsOf(Guid id, DateOnly day) =>
        $"{ApprenticeshipLinks.History(id)}?asof={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>What an address names; nothing where it names none.</summary>
    public static WhatHappened? Read(string? name) =>
        Names.Where(pair => pair.Value == name).Select(pair => (WhatHappened?)pair.Key).FirstOrDefault();
}
