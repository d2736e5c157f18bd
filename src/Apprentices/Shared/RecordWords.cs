using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>The names that the entries of a record only have the keys of.</summary>
/// <param name="Workplaces">The workplaces, by id.</param>
/// <param name="Trades">The trades of the curricula, by code.</param>
public sealed record RecordNames(IReadOnlyDictionary<Guid, string> Workplaces, IReadOnlyDictionary<string, string> Trades)
{
    public string Workplace(Guid id) => Workplaces.GetValueOrDefault(id, "");

    public string Curriculum(string code) => Trades.TryGetValue(code, out var trade) ? $"{trade} ({code})" : code;
}

/// <summary>
/// What the entries of a record are called, alike on every screen and in every file. An interruption is an interruption and
/// its days; why, is in no entry.
/// </summary>
public static class RecordWords
{
    /// <summary>For entries that name neither a workplace nor a curriculum.</summary>
    internal static RecordNames NoNames { get; } = new(new Dictionary<Guid, string>(), new Dictionary<string, string>());

    /// <summary>What happened, in a few words.</summary>
    /// <param name="change">It.</param>
    /// <param name="names">The names it speaks of.</param>
    /// <param name="earlier">The entry it is about, if it is about one.</param>
    public static string Title(RecordChange change, RecordNames names, RecordChange? earlier = null) => change switch
    {
        ContractEntered => RecordTexts.Entered,
        ContractCorrected => RecordTexts.Corrected,
        ContractSigned => RecordTexts.Signed,
        ContractApproved => RecordTexts.Approved,
        AgreementSigned => RecordTexts.Agreement,
        InterruptionBegun { Percent: < 100 } part => Texts.Format(RecordTexts.InterruptionPart, part.Percent),
        InterruptionBegun => RecordTexts.Interruption,
        InterruptionEnded => RecordTexts.InterruptionEnded,
        PeriodExtended => RecordTexts.Extended,
        ConsentGiven => earlier is null ? RecordTexts.Consent : Texts.Format(RecordTexts.ConsentTo, About(earlier, names)),
        ConsentRefused => earlier is null ? RecordTexts.Refusal : Texts.Format(RecordTexts.RefusalOf, About(earlier, names)),
        WorkplaceChanged moved => Texts.Format(RecordTexts.Workplace, names.Workplace(moved.WorkplaceId)),
        CountyChanged moved => Texts.Format(RecordTexts.County, DutyWords.CountyName(moved.CountyNumber)),
        CurriculumChanged changed => Texts.Format(RecordTexts.Curriculum, names.Curriculum(changed.CurriculumCode)),
        KindChanged kind => Texts.Format(RecordTexts.Kind, Of(kind.Kind)),
        ContractTerminated => RecordTexts.Terminated,
        TrainingCompleted => RecordTexts.Completed,
        TestHeld test => Texts.Format(RecordTexts.Test, Of(test.Grade)),
        TestDeferred => RecordTexts.TestDeferred,
        TestSentOut => RecordTexts.TestSentOut,
        TestAnnulled => RecordTexts.TestAnnulled,
        TestAppealed => RecordTexts.TestAppealed,
        AppealDecided { Grade: { } grade } => Texts.Format(RecordTexts.AppealGradeChanged, Of(grade)),
        AppealDecided decided => Of(decided.Outcome),
        CertificateReceived certificate => Texts.Format(RecordTexts.CertificateReceived, Of(certificate.Kind)),
        ChangeWithdrawn => earlier is null ? RecordTexts.WithdrawnOne : Texts.Format(RecordTexts.WithdrawnEntry, About(earlier, names)),
        _ => change.GetType().Name,
    };

    /// <summary>Its days, such as "2.3.2026–2.5.2026 (62 dager)"; empty where it has none of its own.</summary>
    public static string Days(RecordChange change) => change switch
    {
        ContractEntered entered => FromTo(entered.Terms.StartsOn, entered.Terms.EndsOn),
        ContractCorrected corrected => FromTo(corrected.Terms.StartsOn, corrected.Terms.EndsOn),
        AgreementSigned { EndsOn: { } to } agreement =>
            Texts.Format(RecordTexts.AgreementDaysTo, Day(agreement.SignedOn), Day(agreement.StartsOn), Day(to)),
        AgreementSigned agreement => Texts.Format(RecordTexts.AgreementDays, Day(agreement.SignedOn), Day(agreement.StartsOn)),
        InterruptionBegun { ToOn: { } to } begun => Days(begun.FromOn, to),
        InterruptionBegun begun => Texts.Format(RecordTexts.FromOpen, Day(begun.FromOn)),
        InterruptionEnded ended => Texts.Format(RecordTexts.UntilDay, Day(ended.ToOn)),
        PeriodExtended extended => Texts.Format(RecordTexts.UntilLonger, Day(extended.NewEndsOn), Count(extended.Days)),
        CurriculumChanged changed => Texts.Format(RecordTexts.FromConsent, Day(changed.FromOn), Day(changed.ConsentOn)),
        WorkplaceChanged or CountyChanged or KindChanged => Texts.Format(RecordTexts.FromDay, Day(change.FirstDay!.Value)),
        ContractTerminated terminated => Texts.Format(RecordTexts.LastDay, Day(terminated.LastDayOn), Of(terminated.Way)),
        TestHeld test => Texts.Format(RecordTexts.TestDays, Day(test.HeldOn), Day(test.NoticeOn)),
        TestAnnulled annulled => Texts.Format(RecordTexts.AnnulledDays, Day(annulled.HeldOn), Day(annulled.AnnulledOn)),
        { FirstDay: { } on } => Day(on),
        _ => "",
    };

    /// <summary>A break as it stands now, with its days.</summary>
    public static string Of(ContractBreak away) => About(new InterruptionBegun(away.FromOn, away.ToOn, away.Percent, away.Prolongs), NoNames);

    public static string Of(Decider decider) => Text($"Decider{decider}");

    public static string Of(ContractKind kind) => Text($"Kind{kind}");

    public static string Of(TestGrade grade) => Text($"Grade{grade}");

    public static string Of(TerminationWay way) => Text($"Way{way}");

    public static string Of(AppealOutcome outcome) => Text($"Appeal{outcome}");

    public static string Of(CertificateKind kind) => Text($"Certificate{kind}");

    /// <summary>What it is and its days in one line.</summary>
    public static string About(RecordChange change, RecordNames names, RecordChange? earlier = null) =>
        Days(change) is { Length: > 0 } days ? $"{Title(change, names, earlier)} {days}" : Title(change, names, earlier);

    private static string Days(DateOnly from, DateOnly to) =>
        Texts.Format(RecordTexts.FromToDays, Day(from), Day(to), Count(to.DayNumber - from.DayNumber + 1));

    private static string FromTo(DateOnly from, DateOnly to) => Texts.Format(RecordTexts.FromTo, Day(from), Day(to));

    private static string Count(int days) => Texts.Count(days, SharedTexts.DaysOne, SharedTexts.DaysSeveral);

    private static string Day(DateOnly day) => SpokenDate.Digits(day);

    private static string Text(string key) => RecordTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
