using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>What duties, their roles and the sums behind their days are called, alike on every screen, in files and in answers.</summary>
public static class DutyWords
{
    /// <summary>What falls due, in a few words.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="number">The how-manieth: the half-year, the attempt, the year.</param>
    /// <param name="byOffice">Whether the training office does it.</param>
    /// <param name="title">The words of a checklist point, as HR wrote them.</param>
    /// <param name="countyNumber">The county a report goes to.</param>
    public static string Title(DutyKind kind, int number, bool byOffice = false, LocalText? title = null, string? countyNumber = null)
    {
        var what = kind switch
        {
            DutyKind.ChecklistPoint when title is not null => title.ToString(),
            DutyKind.AnnualReport => Texts.Format(DutyTexts.KindAnnualReport, CountyName(countyNumber), number - 1),
            DutyKind.RegistrationDeadline when number > 1 => DutyTexts.KindRegistrationAgain,
            DutyKind.FinalTest when number > 1 => DutyTexts.KindFinalTestAgain,
            DutyKind.Notice when byOffice => DutyTexts.KindNoticeByOffice,
            _ => Texts.Format(Text($"Kind{kind}"), number),
        };
        return byOffice && kind != DutyKind.Notice ? Texts.Format(DutyTexts.ConfirmationOf, char.ToLower(what[0], CultureInfo.CurrentCulture) + what[1..]) : what;
    }

    public static string Title(Duty duty, LocalText? title = null) => Title(duty.Kind, duty.Number, duty.ByOffice, title, duty.CountyNumber);

    public static string Title(DueRow row, DueNames names) => Title(row.Kind, row.Number, row.ByOffice, names.PointOf(row), row.CountyNumber);

    /// <summary>What the law, or the house, says about it.</summary>
    public static string Law(Duty duty) => duty.Kind switch
    {
        DutyKind.FinalTest when duty.Number > 1 => DutyTexts.LawFinalTestAgain,
        DutyKind.Notice when duty.Basis == DutyBasis.Law => DutyTexts.LawNoticeTermination,
        _ => Law(duty.Kind),
    };

    /// <summary>What the law, or the house, says about duties of a kind.</summary>
    public static string Law(DutyKind kind) => Text($"Law{kind}");

    public static string Of(DutyBasis basis) => basis == DutyBasis.Law ? DutyTexts.BasisLaw : DutyTexts.BasisHouseRule;

    public static string Of(DutyRole role) => Text($"Role{role}");

    /// <summary>The role after a name or within a sentence: "faglig leder", but "HR".</summary>
    public static string WithinSentence(DutyRole role) => role == DutyRole.Hr ? Of(role) : Of(role).ToLower(CultureInfo.CurrentCulture);

    public static string Of(DutyState state) => Text($"State{state}");

    /// <summary>One line of the sum, and what is added to it in small print.</summary>
    public static (string Words, string? Note) Of(DutyStep step, DateOnly? previous = null) => step.Kind switch
    {
        DutyStepKind.Months => (Texts.Count(step.Amount, DutyTexts.StepMonthsOne, DutyTexts.StepMonths), DutyTexts.StepMonthsNote),
        DutyStepKind.BreakDays => (
            Texts.Count(step.Amount, DutyTexts.StepBreakDaysOne, DutyTexts.StepBreakDays),
            step is { From: { } from, To: { } to } ? Texts.Format(DutyTexts.StepBreakNote, SpokenDate.Digits(from), SpokenDate.Digits(to)) : null),
        DutyStepKind.ExtensionDays => (Texts.Count(step.Amount, DutyTexts.StepBreakDaysOne, DutyTexts.StepBreakDays), DutyTexts.StepExtensionNote),
        DutyStepKind.DaysAfter when step.Amount < 0 => (Texts.Count(-step.Amount, DutyTexts.StepDayBefore, DutyTexts.StepDaysBefore), null),
        DutyStepKind.DaysAfter => (Texts.Count(step.Amount, DutyTexts.StepDayAfter, DutyTexts.StepDaysAfter), null),
        DutyStepKind.WorkingDayBefore or DutyStepKind.WorkingDayAfter => (
            Text($"Step{step.Kind}"), previous is { } day ? Texts.Format(DutyTexts.StepMovedFrom, SpokenDate.Full(day)) : null),
        _ => (Texts.Format(Text($"Step{step.Kind}"), step.Amount), null),
    };

    /// <summary>The sum in one sentence, such as "Kontrakten begynner 15.8.2024; + 24 måneder = 14.8.2026; − 2 måneder = 14.6.2026".</summary>
    public static string Sentence(IReadOnlyList<DutyStep> sum) => string.Join("; ", sum.Select((step, place) =>
    {
        var (words, note) = Of(step, place == 0 ? null : sum[place - 1].Gives);
        return $"{words}{(note is null ? "" : $" ({note})")}{(place == 0 ? " " : " = ")}{SpokenDate.Digits(step.Gives)}";
    }));

    public static string CountyName(string? number) => County.Find(number)?.Name ?? number ?? "";

    private static string Text(string key) => DutyTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
