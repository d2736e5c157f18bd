using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Placements;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;

namespace Apprentices.Features.Home;

/// <summary>Why something waits, in the order of urgency.</summary>
public enum WaitingReason
{
    OverdueTalk,
    OverdueDuty,
    TalkToSign,
    HandOver,
    LateDuty,
    TalkToPrepare,
    DueTalk,
    DueDuty,
    BehindPlan,
    GoalsToRate,
    TemplateOffer,
    Quiet,
}

/// <summary>One thing that waits for a supervisor, and the one button that deals with it.</summary>
/// <param name="AboutId">The talk, duty, placement or apprenticeship it is about.</param>
public sealed record WaitingTask(WaitingReason Reason, Guid AboutId, string Apprentice, string Title, string Detail, string Action, string Href)
{
    /// <summary>As what it may be put off until tomorrow; nothing where the law's day has passed.</summary>
    public PutOffKind? PutOffAs => Reason switch
    {
        WaitingReason.OverdueTalk or WaitingReason.OverdueDuty => null,
        WaitingReason.TalkToSign => PutOffKind.TalkToSign,
        WaitingReason.HandOver => PutOffKind.HandOver,
        WaitingReason.LateDuty or WaitingReason.DueDuty => PutOffKind.Duty,
        WaitingReason.DueTalk or WaitingReason.TalkToPrepare => PutOffKind.Talk,
        WaitingReason.BehindPlan => PutOffKind.BehindPlan,
        WaitingReason.GoalsToRate => PutOffKind.GoalsToRate,
        WaitingReason.TemplateOffer => PutOffKind.TemplateOffer,
        _ => PutOffKind.Quiet,
    };
}

/// <summary>Puts what the database knows into sentences, most urgent first.</summary>
internal static class SupervisorTasks
{
    public static IReadOnlyList<WaitingTask> Of(
        IReadOnlyList<Standing> standings, IReadOnlyList<TalkToSign> toSign, IReadOnlyList<GoalToRate> toRate, IReadOnlyList<QuietApprentice> quiet,
        IReadOnlyList<DutyToDo> due, IReadOnlySet<Guid> offers, IReadOnlyList<HandOverToConfirm> toConfirm, IReadOnlyList<TalkToPrepare> toPrepare,
        IReadOnlyList<ArrangedTalk> arranged, DateOnly today)
    {
        var goals = toRate.ToLookup(goal => goal.ApprenticeshipId);
        var shown = standings.ToDictionary(standing => standing.Id);
        return
        [
            .. standings.Where(s => s.IsOverdue).OrderBy(s => s.NextDueOn).Select(s => Overdue(s, today)),
            .. due.Where(duty => duty.Due.IsOverdueByLaw(today)).Select(duty => Duty(WaitingReason.OverdueDuty, duty, today)),
            .. toSign.Select(talk => Sign(talk, today)),
            .. toConfirm.Select(handOver => Confirm(handOver, today)),
            .. due.Where(duty => duty.Due.IsOverdue(today) && !duty.Due.IsOverdueByLaw(today)).Select(duty => Duty(WaitingReason.LateDuty, duty, today)),
            .. toPrepare.Where(talk => !talk.HasHandedIn).Select(talk => Prepare(talk, today)),
            .. standings.Where(s => !s.IsOverdue && s.AwayUntil is null && !Prepares(s) && s.NextDueOn <= today.AddDays(Standing.HorizonDays))
                .OrderBy(s => s.NextPlannedOn ?? s.NextDueOn).Select(s => Due(s, today)),
            .. arranged.Where(talk => talk.On <= today || !toPrepare.Any(one => one.Id == talk.Id)).Select(talk => Prepare(talk, today)),
            .. due.Where(duty => !duty.Due.IsOverdue(today)).Select(duty => Duty(WaitingReason.DueDuty, duty, today)),
            .. standings.Where(s => s.IsBehind && s.AwayUntil is null).Select(Behind),
            .. standings.Where(s => goals.Contains(s.Id)).Select(s => Rate(s, [.. goals[s.Id]])),
            .. standings.Where(s => offers.Contains(s.Id)).Select(Offer),
            .. quiet.Where(one => shown.ContainsKey(one.ApprenticeshipId)).Select(one => Quiet(shown[one.ApprenticeshipId], one, today)),
        ];

        // A talk whose day is agreed is said once: to be prepared, and from its day on to be held.
        bool Prepares(Standing s) => s.NextPlannedOn > today && toPrepare.Any(talk => talk.Id == s.NextTalkId);
    }

    private static WaitingTask Overdue(Standing s, DateOnly today) => new(
        WaitingReason.OverdueTalk, s.Id, s.Name, Texts.Format(HomeTexts.TaskOverdue, s.NextTalk, s.GivenName),
        Texts.Format(HomeTexts.TaskOverdueDetail, SpokenDate.Day(s.NextDueOn!.Value, today), SpokenDate.Distance(s.NextDueOn.Value, today)),
        HomeTexts.HoldTalk, TalkHref(s));

    private static WaitingTask Duty(WaitingReason reason, DutyToDo duty, DateOnly today) => new(
        reason, duty.Due.Id, duty.Apprentice, Texts.Format(HomeTexts.TaskDuty, duty.Title, duty.Apprentice),
        Texts.Format(
            duty.Due.SentOn is not null ? HomeTexts.TaskDutySent : duty.Due.IsOverdue(today) ? HomeTexts.TaskOverdueDetail : HomeTexts.TaskAgreeDetail,
            SpokenDate.Day(duty.Due.ActOn, today), SpokenDate.Distance(duty.Due.ActOn, today)),
        HomeTexts.OpenDuty, DeadlineLinks.Duty(duty.Due.Id));

    private static WaitingTask Sign(TalkToSign talk, DateOnly today) => new(
        WaitingReason.TalkToSign, talk.Id, talk.Apprentice, Texts.Format(talk.Addendum == 0 ? HomeTexts.TaskSign : HomeTexts.TaskSignAddendum, talk.Apprentice),
        Texts.Format(talk.ApprenticeHasSigned ? HomeTexts.TaskSignAfter : HomeTexts.TaskSignFirst, SpokenDate.Day(talk.HeldOn, today)),
        HomeTexts.ReadAndSign, EvaluationLinks.Talk(talk.Id));

    private static WaitingTask Confirm(HandOverToConfirm handOver, DateOnly today) => new(
        WaitingReason.HandOver, handOver.Id, handOver.Apprentice, Texts.Format(HomeTexts.TaskHandOver, handOver.Apprentice),
        Texts.Format(HomeTexts.TaskHandOverDetail, SpokenDate.Day(handOver.FromOn, today), SpokenDate.Distance(handOver.FromOn, today)),
        HomeTexts.ReadHandOver, PlacementLinks.HandOver(handOver.Id));

    private static WaitingTask Prepare(TalkToPrepare talk, DateOnly today) => new(
        WaitingReason.TalkToPrepare, talk.Id, talk.Name,
        talk.Kind == EvaluationKind.HalfYear ? Texts.Format(HomeTexts.TaskPrepare, talk.Number, talk.GivenName) : Texts.Format(HomeTexts.TaskPrepareOther, Texts.Within(TalkWords.With(talk.Kind, talk.Number, talk.GivenName))),
        Texts.Format(talk.IsAgreed ? HomeTexts.TaskPrepareDetail : HomeTexts.TaskAgreeDetail, SpokenDate.Day(talk.Day, today), SpokenDate.Distance(talk.Day, today))
            + (talk.OtherHasHandedIn ? $" {Texts.Format(HomeTexts.HasHandedIn, talk.GivenName)}" : ""),
        HomeTexts.Prepare, EvaluationLinks.Prepare(talk.Id));

    private static WaitingTask Due(Standing s, DateOnly today) => s.NextPlannedOn is { } planned
        ? new WaitingTask(
            WaitingReason.DueTalk, s.Id, s.Name, Texts.Format(HomeTexts.TaskPrepare, s.NextTalk, s.GivenName),
            Texts.Format(HomeTexts.TaskPrepareDetail, SpokenDate.Day(planned, today), SpokenDate.Distance(planned, today)),
            planned <= today ? HomeTexts.HoldTalk : HomeTexts.Prepare, TalkHref(s))
        : new WaitingTask(
            WaitingReason.DueTalk, s.Id, s.Name, Texts.Format(HomeTexts.TaskAgree, s.NextTalk, s.GivenName),
            Texts.Format(HomeTexts.TaskAgreeDetail, SpokenDate.Day(s.NextDueOn!.Value, today), SpokenDate.Distance(s.NextDueOn.Value, today)),
            HomeTexts.AgreeOnDay, TalkHref(s));

    private static WaitingTask Prepare(ArrangedTalk talk, DateOnly today) => new(
        WaitingReason.DueTalk, talk.Id, talk.Apprentice, Texts.Format(HomeTexts.TaskPrepareOther, Texts.Within(TalkWords.With(talk.Kind, talk.Number, talk.GivenName))),
        Texts.Format(HomeTexts.TaskPrepareDetail, talk.At is { } at ? $"{SpokenDate.Day(talk.On, today)} {TalkWords.Clock(at)}" : SpokenDate.Day(talk.On, today), SpokenDate.Distance(talk.On, today)),
        talk.On <= today ? HomeTexts.HoldTalk : HomeTexts.Prepare, EvaluationLinks.Talk(talk.Id));

    private static WaitingTask Behind(Standing s) => new(
        WaitingReason.BehindPlan, s.Id, s.Name, Texts.Format(HomeTexts.TaskBehind, s.GivenName),
        Texts.Format(HomeTexts.TaskBehindDetail, s.Documented, s.Expected), HomeTexts.OpenPlan, ApprenticeshipLinks.Plan(s.Id));

    private static WaitingTask Rate(Standing s, IReadOnlyList<GoalToRate> goals) => new(
        WaitingReason.GoalsToRate, s.Id, s.Name, Texts.Format(goals.Count == 1 ? HomeTexts.TaskRateOne : HomeTexts.TaskRate, goals.Count, s.GivenName),
        string.Join(", ", goals.Take(3).Select(goal => goal.Title.ToString())) + (goals.Count > 3 ? " …" : ""),
        HomeTexts.RateGoals, TrainingPlanLinks.Goal(s.Id, goals[0].Id));

    private static WaitingTask Offer(Standing s) => new(
        WaitingReason.TemplateOffer, s.Id, s.Name, Texts.Format(HomeTexts.TaskOffer, s.GivenName), HomeTexts.TaskOfferDetail, HomeTexts.OpenOffer, TrainingPlanLinks.Offer(s.Id));

    private static WaitingTask Quiet(Standing s, QuietApprentice quiet, DateOnly today) => new(
        WaitingReason.Quiet, s.Id, s.Name,
        quiet.LastEntryOn is null ? Texts.Format(HomeTexts.TaskNeverWrote, s.GivenName) : Texts.Format(HomeTexts.TaskQuiet, s.GivenName, quiet.Days),
        quiet.LastEntryOn is { } last
            ? Texts.Format(HomeTexts.TaskQuietDetail, SpokenDate.Day(last, today)) : Texts.Format(HomeTexts.TaskNeverWroteDetail, SpokenDate.Day(s.StartsOn, today)),
        Texts.Format(HomeTexts.AskApprentice, s.GivenName), $"mailto:{quiet.Email}");

    private static string TalkHref(Standing s) => s.NextTalkId is { } id ? EvaluationLinks.Talk(id) : ApprenticeshipLinks.Talks(s.Id);
}
