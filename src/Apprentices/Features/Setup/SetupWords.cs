using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Setup;

/// <summary>What is set, in words.</summary>
public static class SetupWords
{
    public static string Opens(CountySetting setting) => Texts.Format(SetupTexts.OpensValue, setting.RegistrationOpensMonths);

    public static string Sickness(CountySetting setting) => Texts.Count(setting.LongSicknessWeeks, SetupTexts.SicknessValueOne, SetupTexts.SicknessValue);

    /// <summary>The last day of the yearly report, such as "1. mars".</summary>
    public static string Report(CountySetting setting) =>
        setting.ReportDueOn(2024).ToString(SetupTexts.DayOfYearFormat, CultureInfo.CurrentCulture);

    public static string Contracts(int number) => Texts.Count(number, SetupTexts.ContractsOne, SetupTexts.Contracts);

    /// <summary>When a point of a checklist is due, such as "7 dager før første dag".</summary>
    public static string When(ChecklistPoint point) => (point.Phase, point.OffsetDays) switch
    {
        (ChecklistPhase.Start, 0) => SetupTexts.OnFirstDay,
        (ChecklistPhase.Start, < 0 and var days) => Texts.Count(-days, SetupTexts.BeforeFirstDayOne, SetupTexts.BeforeFirstDay),
        (ChecklistPhase.Start, var days) => Texts.Count(days, SetupTexts.AfterFirstDayOne, SetupTexts.AfterFirstDay),
        (_, 0) => SetupTexts.OnLastDay,
        (_, < 0 and var days) => Texts.Count(-days, SetupTexts.BeforeLastDayOne, SetupTexts.BeforeLastDay),
        (_, var days) => Texts.Count(days, SetupTexts.AfterLastDayOne, SetupTexts.AfterLastDay),
    };

    /// <summary>Whom alone a point is for; nothing where it is for all.</summary>
    public static string? For(ChecklistPoint point, SetupChoices choices) => (point.CurriculumCode, point.WorkplaceId) switch
    {
        (null, null) => null,
        ({ } trade, null) => choices.NameOf(trade),
        (null, { } place) => choices.NameOf(place),
        ({ } trade, { } place) => $"{choices.NameOf(trade)}, {choices.NameOf(place)}",
    };

    /// <summary>A kind of task, and what the office does when it is the office's.</summary>
    public static (string Title, string Help) Of(DutyKind kind) => (Text($"Office{kind}"), Text($"Office{kind}Help"));

    private static string Text(string key) => SetupTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
