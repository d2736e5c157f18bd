using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Deadlines;

/// <summary>What a letter to the county or the training office is written from. Why somebody is away is not among it.</summary>
/// <param name="Employer">Who writes.</param>
/// <param name="Apprentice">Whom it is about.</param>
/// <param name="Trade">Her trade.</param>
/// <param name="TradeCode">The trade's code in the county's system, or its curriculum's.</param>
/// <param name="Terms">Her contract.</param>
/// <param name="Kind">What kind of contract it is now.</param>
/// <param name="EndsOn">The last day as it stands without what is asked for.</param>
/// <param name="CountyNumber">The county that holds the contract.</param>
public sealed record NoticeFacts(
    string Employer, string Apprentice, LocalText Trade, string TradeCode, Apprenticeship.Terms Terms, ContractKind Kind, DateOnly EndsOn, string CountyNumber)
{
    /// <summary>The training office takes it on.</summary>
    public bool ToOffice { get; init; }

    /// <summary>The change to be told; nothing where it is a registration.</summary>
    public RecordChange? Change { get; init; }

    /// <summary>The last day of the break as far as it is known by now.</summary>
    public DateOnly? BreakEndsOn { get; init; }

    /// <summary>The last day if the county consents.</summary>
    public DateOnly? NewEndsOn { get; init; }

    /// <summary>Which attempt a registration is for.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The days within which the test can be held.</summary>
    public (DateOnly From, DateOnly To)? TestWindow { get; init; }

    /// <summary>The law it is by.</summary>
    public string Paragraph { get; init; } = "";
}

/// <summary>A short letter, and the same as the fields of the county's form, in the language that is spoken when it is written.</summary>
/// <param name="Receiver">Whom it goes to.</param>
/// <param name="Subject">Its heading.</param>
/// <param name="Paragraphs">What it says.</param>
/// <param name="Fields">Name and value in the order the county's form asks for them.</param>
public sealed record NoticeLetter(string Receiver, string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Name, string Value)> Fields)
{
    private const string Oslo = "03";

    public static NoticeLetter Write(NoticeFacts facts) => new(ReceiverOf(facts), SubjectOf(facts), [.. ParagraphsOf(facts)], FieldsOf(facts));

    private static string ReceiverOf(NoticeFacts facts) => facts.ToOffice ? facts.Terms.TrainingOffice! : AuthorityOf(facts);

    private static string AuthorityOf(NoticeFacts facts) =>
        Texts.Format(facts.CountyNumber == Oslo ? NoticeTexts.CountyOslo : NoticeTexts.CountyOther, DutyWords.CountyName(facts.CountyNumber));

    private static string SubjectOf(NoticeFacts facts) => Texts.Format(
        facts.Change switch
        {
            InterruptionBegun => NoticeTexts.SubjectInterruption,
            PeriodExtended => NoticeTexts.SubjectExtension,
            KindChanged => NoticeTexts.SubjectKind,
            ContractTerminated => NoticeTexts.SubjectTermination,
            _ => facts.Attempt > 1 ? NoticeTexts.SubjectRegistrationAgain : NoticeTexts.SubjectRegistration,
        },
        facts.Apprentice, Test(facts.Kind));

    private static IEnumerable<string> ParagraphsOf(NoticeFacts facts)
    {
        yield return Texts.Format(
            facts.Terms.VigoNumber is null ? NoticeTexts.AboutUnnumbered : NoticeTexts.About,
            facts.Apprentice, Texts.Within(facts.Trade.ToString()), Said(facts.Terms.StartsOn), Said(facts.EndsOn), facts.Terms.VigoNumber, Contract(facts.Kind));
        yield return string.Join(' ', What(facts));
        yield return facts.Change is null or ContractTerminated ? NoticeTexts.AskAnswer : NoticeTexts.AskConsent;
        if (facts.ToOffice)
        {
            yield return Texts.Format(NoticeTexts.AskOffice, AuthorityOf(facts));
        }

        yield return Texts.Format(NoticeTexts.Law, facts.Paragraph);
    }

    private static IEnumerable<string> What(NoticeFacts facts)
    {
        switch (facts.Change)
        {
            case InterruptionBegun begun:
                yield return facts.BreakEndsOn is { } last
                    ? Texts.Format(NoticeTexts.Interruption, facts.Apprentice, Said(begun.FromOn), Said(last))
                    : Texts.Format(NoticeTexts.InterruptionOpen, facts.Apprentice, Said(begun.FromOn));
                if (begun.Percent < 100)
                {
                    yield return Texts.Format(NoticeTexts.InterruptionPart, begun.Percent);
                }

                yield return facts is { BreakEndsOn: not null, NewEndsOn: { } end } ? Texts.Format(NoticeTexts.NewEnd, Said(end)) : NoticeTexts.NewEndUnknown;
                break;
            case PeriodExtended extended:
                yield return Texts.Format(NoticeTexts.Extension, extended.Days, Said(extended.NewEndsOn));
                break;
            case KindChanged kind:
                yield return Texts.Format(NoticeTexts.Kind, Contract(facts.Kind), Contract(kind.Kind), Said(kind.FromOn));
                break;
            case ContractTerminated ended:
                yield return Texts.Format(NoticeTexts.Termination, facts.Employer, facts.Apprentice, Said(ended.LastDayOn));
                break;
            default:
                yield return Texts.Format(facts.Attempt > 1 ? NoticeTexts.RegistrationAgain : NoticeTexts.Registration, facts.Apprentice, Test(facts.Kind), Texts.Within(facts.Trade.ToString()));
                if (facts.TestWindow is { } window)
                {
                    yield return Texts.Format(NoticeTexts.TestWindow, Said(window.From), Said(window.To));
                }

                break;
        }
    }

    private static IReadOnlyList<(string, string)> FieldsOf(NoticeFacts facts)
    {
        var (what, from, to, percent) = facts.Change switch
        {
            InterruptionBegun begun => (NoticeTexts.NewInterruption, begun.FromOn, facts.BreakEndsOn, begun.Percent),
            PeriodExtended extended => (NoticeTexts.NewExtension, facts.EndsOn.AddDays(1), extended.NewEndsOn, null),
            KindChanged kind => (Texts.Format(NoticeTexts.NewKind, Contract(kind.Kind)), kind.FromOn, null, null),
            ContractTerminated ended => (NoticeTexts.NewTermination, ended.LastDayOn, null, null),
            _ => (Texts.Format(NoticeTexts.NewRegistration, Test(facts.Kind)), facts.TestWindow?.From, facts.TestWindow?.To, (int?)null),
        };
        return
        [
            (NoticeTexts.FieldContract, facts.Terms.VigoNumber ?? NoticeTexts.Missing),
            (NoticeTexts.FieldApprentice, facts.Apprentice),
            (NoticeTexts.FieldTrade, $"{facts.Trade} ({facts.TradeCode})"),
            (NoticeTexts.FieldEmployer, facts.Employer),
            (NoticeTexts.FieldFirstDay, Typed(facts.Terms.StartsOn)),
            (NoticeTexts.FieldLastDay, Typed(facts.EndsOn)),
            (NoticeTexts.FieldWhat, what),
            (NoticeTexts.FieldFrom, Typed(from)),
            (NoticeTexts.FieldTo, Typed(to)),
            (NoticeTexts.FieldPercent, percent is { } part ? $"{part} %" : NoticeTexts.Missing),
            (NoticeTexts.FieldNewLastDay, Typed(facts.Change is ContractTerminated cut ? cut.LastDayOn : facts.NewEndsOn)),
            (NoticeTexts.FieldConsent, facts.Change?.NeedsConsent == true ? NoticeTexts.Yes : NoticeTexts.No),
        ];
    }

    private static string Contract(ContractKind kind) => kind switch
    {
        ContractKind.Apprentice => NoticeTexts.ContractApprentice,
        ContractKind.OnTheJobCandidate => NoticeTexts.ContractOnTheJob,
        _ => NoticeTexts.ContractTraining,
    };

    private static string Test(ContractKind kind) => kind switch
    {
        ContractKind.TrainingCandidate => NoticeTexts.TestCompetence,
        ContractKind.PracticeCertificateCandidate => NoticeTexts.TestPractice,
        _ => NoticeTexts.TestTrade,
    };

    private static string Said(DateOnly day) => day.ToString(NoticeTexts.DayFormat, CultureInfo.CurrentCulture);

    private static string Typed(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? NoticeTexts.Missing;
}
