using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations;
using Apprentices.Shared;

namespace Apprentices.Features.Calendar;

/// <summary>Puts what a calendar lists into days with words, colours and addresses.</summary>
internal static class CalendarDays
{
    /// <summary>From so many days before its last day something counts as near.</summary>
    private const int SoonDays = 14;

    public static IReadOnlyList<CalendarDay> Of(ListCalendar.Result result, CalendarFilter filter) =>
    [
        .. result.Items.Select(item => Of(item, result)),
        .. result.Counts.Select(count => new CalendarDay(
            count.Day, Texts.Format(CalendarTexts.Several, count.Items, count.Talk is { } talk ? Texts.Within(TalkWords.Name(talk)) : KindName(count.Kind)), "", CalendarLinks.Day(count.Day, filter),
            Tone(count.Day, count.Basis, count.Nature, count.Open == 0, result.Today))),
    ];

    public static CalendarDay Of(ListCalendar.Item item, ListCalendar.Result result) => new(
        item.Day, TitleOf(item, result), item.Name ?? "",
        HrefOf(item), Tone(item.IsDone ? item.Day : item.DueOn < item.Day ? item.DueOn : item.Day, item.Basis, item.Nature, item.IsDone, result.Today));

    public static IReadOnlyDictionary<DateOnly, string> Holidays(DateOnly from, DateOnly to) =>
        WorkingDays.Holidays(from, to).ToDictionary(day => day.Key, day => CalendarTexts.ResourceManager.GetString($"Holiday{day.Value}", CultureInfo.CurrentUICulture)!);

    private static string TitleOf(ListCalendar.Item item, ListCalendar.Result result) => item.Talk is { } talk ? TalkWords.Title(talk, item.Number)
        : DutyWords.Title(item.Kind, item.Number, byOffice: false, result.Points.GetValueOrDefault(item.Subject), item.CountyNumber);

    private static string HrefOf(ListCalendar.Item item) => item switch
    {
        { Talk: not null } => EvaluationLinks.Talk(item.Subject),
        { ApprenticeshipId: { } id } => ApprenticeshipLinks.CalendarAt(id, $"{item.Kind}-{item.Number}{(item.Subject == Guid.Empty ? "" : $"-{item.Subject:N}")}"),
        _ => CalendarLinks.Day(item.Day, new CalendarFilter()),
    };

    private static string KindName(DutyKind kind) => CalendarTexts.ResourceManager.GetString($"Many{kind}", CultureInfo.CurrentUICulture) ?? DutyWords.Title(kind, 1);

    private static DueTone Tone(DateOnly due, DutyBasis basis, DutyNature nature, bool isDone, DateOnly today) => (basis, nature) switch
    {
        _ when isDone => nature == DutyNature.Meeting ? DueTone.Meeting : DueTone.House,
        (DutyBasis.Law, not DutyNature.Milestone) when due < today => DueTone.Late,
        (_, not DutyNature.Milestone) when due <= today.AddDays(SoonDays) => DueTone.Soon,
        (_, DutyNature.Meeting) => DueTone.Meeting,
        (DutyBasis.Law, _) => DueTone.Law,
        _ => DueTone.House,
    };
}
