using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>What entries, their states and what happened to them are called.</summary>
internal static class ApprovalWords
{
    /// <summary>The day or the week it is about.</summary>
    public static string When(ListWaitingEntries.Row row, DateOnly today) => row.IsWeek ? Week(row.WorkedOn) : SpokenDate.Day(row.WorkedOn, today);

    public static string Week(DateOnly monday) => Texts.Format(ApprovalTexts.Week, SpokenDate.Week(monday));

    /// <summary>"ITD · 3rd half-year".</summary>
    public static string Place(ListWaitingEntries.Row row) => row.HalfYear == 0 ? row.Trade.ToString() : Texts.Format(ApprovalTexts.TradeAndHalfYear, row.Trade, row.HalfYear);

    /// <summary>"the log of Ingrid Solheim, fre. 20. nov.", for buttons that are heard one by one.</summary>
    public static string Object(ListWaitingEntries.Row row, DateOnly today) => Texts.Format(ApprovalTexts.LogOfOn, row.Apprentice, When(row, today));

    /// <summary>How long it took.</summary>
    public static string Time(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => Texts.Format(ApprovalTexts.Minutes, rest),
        (var hours, 0) => Texts.Count(hours, ApprovalTexts.HoursOne, ApprovalTexts.Hours),
        var (hours, rest) => Texts.Format(ApprovalTexts.HoursAndMinutes, hours, rest),
    };

    /// <summary>What was done with one or several.</summary>
    public static string Done(IReadOnlyList<ListWaitingEntries.Row> rows, ApproveLogEntries.Result result, DateOnly today) => (rows.Count, result.Approved.Count) switch
    {
        (1, 1) => Texts.Format(ApprovalTexts.ApprovedOne, rows[0].Apprentice, When(rows[0], today)),
        (1, _) => Texts.Format(ApprovalTexts.ApprovedFirstOne, rows[0].Apprentice, When(rows[0], today)),
        (var count, 0) => Texts.Format(ApprovalTexts.ApprovedFirstSeveral, count),
        (var count, var approved) when approved == count => Texts.Format(ApprovalTexts.ApprovedSeveral, count),
        (_, var approved) => Texts.Format(ApprovalTexts.ApprovedMixed, approved, result.ApprovedFirst.Count),
    };

    /// <summary>Which were not approved, and why.</summary>
    public static string Changed(IReadOnlyList<ListWaitingEntries.Row> rows, DateOnly today) => Texts.Format(
        rows.Count == 1 ? ApprovalTexts.ChangedOne : ApprovalTexts.ChangedSeveral, string.Join("; ", rows.Select(row => $"{row.Apprentice}, {When(row, today)}")));

    public static string Left(int left) => left == 0 ? ApprovalTexts.NoneLeft : Texts.Count(left, ApprovalTexts.LeftOne, ApprovalTexts.LeftSeveral);

    public static (ChipState Tone, string Icon, string Text) Of(LogState state)
    {
        var (tone, icon) = state switch
        {
            LogState.Open => (ChipState.Done, "pen"),
            LogState.HandedIn => (ChipState.New, "clock"),
            LogState.Returned => (ChipState.Soon, "back"),
            LogState.ApprovedOnce => (ChipState.New, "check"),
            LogState.Approved => (ChipState.Ok, "lock"),
            _ => (ChipState.Done, "history"),
        };
        return (tone, icon, LogWords.Of(state));
    }

    /// <summary>Who did it and when, beside the state; what was done is said where the state does not say it.</summary>
    public static string Who(LogEventKind kind, string by, DateTimeOffset officeTime) => kind is LogEventKind.HandedIn or LogEventKind.Unlocked
        ? Texts.Format(ApprovalTexts.ByAt, LogWords.Of(kind), by, SpokenDate.Moment(officeTime))
        : $"{by}, {SpokenDate.Moment(officeTime)}";
}
