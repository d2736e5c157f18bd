using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.Placements;
using Apprentices.Features.ProgressLog;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>What a reminder is called, says and links to, alike in the inbox, in mails and in what is foreseen.</summary>
internal static class ReminderWords
{
    /// <summary>What it is about, with the apprentice's name: whole on a screen, the given name alone in a mail.</summary>
    public static string Title(ReminderItem item, string? name) => item switch
    {
        { Subject: ReminderSubject.HandOver } => Texts.Format(ReminderTexts.HandOverOf, name),
        { Subject: ReminderSubject.Talk, IsOwn: true } => Texts.Format(ReminderTexts.YourTalk, item.About.Number),
        { Subject: ReminderSubject.Talk } => Texts.Format(ReminderTexts.TalkOf, item.About.Number, name),
        { Subject: ReminderSubject.Action, IsOwn: true } => ReminderTexts.YourAction,
        { Subject: ReminderSubject.Action } => Texts.Format(ReminderTexts.ActionOf, name),
        { Subject: ReminderSubject.EntriesWaiting } => Texts.Format(ReminderTexts.EntriesOf, name),
        { Subject: ReminderSubject.SilentLog, IsOwn: true } => ReminderTexts.YourSilentLog,
        { Subject: ReminderSubject.SilentLog } => Texts.Format(ReminderTexts.SilentLogOf, name),
        { Subject: ReminderSubject.Signature } => Texts.Format(ReminderTexts.ToSign, Talk(item, name)),
        { Subject: ReminderSubject.Preparation } => Texts.Format(ReminderTexts.ToPrepare, Talk(item, name)),
        { IsOwn: true } or { About.GivenName: null } => Duty(item),
        _ => Texts.Format(ReminderTexts.DutyOf, Duty(item), name),
    };

    /// <summary>Several of a kind: "Halvårssamtaler".</summary>
    public static string Kind(ReminderSubject subject) => ReminderTexts.ResourceManager.GetString($"Kind{subject}", CultureInfo.CurrentUICulture)!;

    /// <summary>What it is about, to those who look at what others are told: nobody in it is "you".</summary>
    public static string TitleForHr(ReminderItem item) => Title(item with { RecipientId = Guid.Empty }, item.About.FullName);

    /// <summary>What is to be done by when, as a mail says it.</summary>
    public static string What(ReminderItem item, DateOnly today)
    {
        // Nobody is late with her log; it is a hand held out, not a last day.
        if (item.Subject == ReminderSubject.SilentLog)
        {
            return item.IsOwn ? ReminderTexts.WriteALine : Texts.Format(ReminderTexts.LogIsSilent, item.About.GivenName);
        }

        var (day, name, isLate) = (item.DueOn.ToString("D", CultureInfo.CurrentCulture), item.About.GivenName, item.DueOn < today);
        var what = item switch
        {
            { Subject: ReminderSubject.HandOver } => Texts.Format(isLate || item.DueOn == today ? ReminderTexts.HandOverStillWaits : ReminderTexts.HandOverWaits, name, day),
            { Subject: ReminderSubject.Talk, IsOwn: true } => Texts.Format(isLate ? ReminderTexts.YourTalkIsOverdue : ReminderTexts.YourTalkIsDue, item.About.Number, day),
            { Subject: ReminderSubject.Talk } => Texts.Format(isLate ? ReminderTexts.TalkIsOverdue : ReminderTexts.TalkIsDue, item.About.Number, name, day),
            { Subject: ReminderSubject.EntriesWaiting } => Texts.Format(isLate ? ReminderTexts.EntriesWaitedLong : ReminderTexts.EntriesWait, name, day),
            { Subject: ReminderSubject.Signature } => Texts.Format(isLate ? ReminderTexts.SignatureIsOverdue : ReminderTexts.SignatureIsDue, Talk(item, name), day),
            { Subject: ReminderSubject.Preparation } => Texts.Format(ReminderTexts.PreparationIsDue, Talk(item, name), day),
            _ => Texts.Format(isLate ? ReminderTexts.IsOverdue : ReminderTexts.IsDue, Title(item, name), day),
        };
        return $"{what} {MailDistance.Of(item.DueOn, today)}";
    }

    /// <summary>The subject of a mail that tells of it alone. It names nobody.</summary>
    public static string MailSubject(ReminderItem item, DateOnly today) =>
        MailSubject(item.Subject, item.DueOn.ToString("D", CultureInfo.CurrentCulture), item.DueOn < today);

    public static string MailSubject(ReminderSubject subject, string day, bool isLate) => subject switch
    {
        ReminderSubject.Talk => Texts.Format(isLate ? ReminderTexts.SubjectOverdue : ReminderTexts.SubjectDue, day),
        ReminderSubject.HandOver => Texts.Format(ReminderTexts.SubjectHandOver, day),
        ReminderSubject.SilentLog => ReminderTexts.SubjectSilent,
        ReminderSubject.Signature => Texts.Format(ReminderTexts.SubjectSign, day),
        ReminderSubject.Preparation => Texts.Format(ReminderTexts.SubjectPrepare, day),
        ReminderSubject.EntriesWaiting => ReminderTexts.SubjectEntries,
        _ => Texts.Format(isLate ? ReminderTexts.SubjectOneOverdue : ReminderTexts.SubjectOne, day),
    };

    /// <summary>Why it is she who is told.</summary>
    public static string Why(ReminderItem item) => item switch
    {
        { Rung: ReminderRung.TrainingManager, Subject: ReminderSubject.SilentLog } => Texts.Format(ReminderTexts.WhySilentManager, item.About.GivenName),
        { Rung: ReminderRung.Hr, Subject: ReminderSubject.SilentLog } => ReminderTexts.WhySilentHr,
        { Rung: ReminderRung.TrainingManager } => Texts.Format(ReminderTexts.WhyTrainingManager, item.About.GivenName, item.Step),
        { Rung: ReminderRung.Deputy } => ReminderTexts.WhyDeputy,
        { Rung: ReminderRung.Hr } => Texts.Format(ReminderTexts.WhyHr, item.Step),
        { IsOwn: true } => ReminderTexts.WhyOwn,
        { Subject: ReminderSubject.HandOver } => Texts.Format(ReminderTexts.WhyYouReceive, item.About.GivenName),
        { About.GivenName: null } => ReminderTexts.WhyEmployer,
        _ => Texts.Format(ReminderTexts.WhyYouFollow, item.About.GivenName),
    };

    /// <summary>The one page on which it is done. What a log says HR is not led to: it sees to it that somebody does.</summary>
    public static string Link(ReminderItem item) => item.Subject switch
    {
        ReminderSubject.EntriesWaiting or ReminderSubject.SilentLog when item.Rung is ReminderRung.Hr or ReminderRung.Deputy => ApprenticeshipLinks.Record(item.About.Id),
        ReminderSubject.EntriesWaiting => ProgressLogLinks.Waiting(item.About.Id, week: null),
        ReminderSubject.SilentLog => item.IsOwn ? ProgressLogLinks.WriteNow : ApprenticeshipLinks.Log(item.About.Id),
        ReminderSubject.Signature => EvaluationLinks.Talk(item.About.Id),
        ReminderSubject.Preparation when item.About.WaitsFor.Contains(item.RecipientId) => EvaluationLinks.Prepare(item.About.Id),
        ReminderSubject.Talk or ReminderSubject.Preparation => EvaluationLinks.Talk(item.About.Id),
        ReminderSubject.HandOver => PlacementLinks.HandOver(item.About.Id),
        ReminderSubject.Action when item.About is { RecordId: { } record } about && about.DoerId != item.RecipientId => ApprenticeshipLinks.Talks(record),
        ReminderSubject.Action => TogetherLinks.Actions,
        _ => DeadlineLinks.Duty(item.About.Id),
    };

    /// <summary>What the link says.</summary>
    public static string Open(ReminderItem item) => item.Subject switch
    {
        ReminderSubject.EntriesWaiting or ReminderSubject.SilentLog when item.Rung is ReminderRung.Hr or ReminderRung.Deputy => ReminderTexts.OpenRecord,
        ReminderSubject.EntriesWaiting => ReminderTexts.OpenEntries,
        ReminderSubject.SilentLog => item.IsOwn ? ReminderTexts.OpenOwnLog : ReminderTexts.OpenLog,
        ReminderSubject.Signature => ReminderTexts.OpenToSign,
        ReminderSubject.Preparation when item.About.WaitsFor.Contains(item.RecipientId) => ReminderTexts.OpenToPrepare,
        ReminderSubject.Talk or ReminderSubject.Preparation => ReminderTexts.OpenTalk,
        ReminderSubject.HandOver => ReminderTexts.OpenHandOver,
        ReminderSubject.Action => ReminderTexts.OpenActions,
        _ => ReminderTexts.OpenDuty,
    };

    private static string Talk(ReminderItem item, string? name) =>
        item.IsOwn ? TalkWords.WithYou(item.About.Kind, item.About.Number) : TalkWords.With(item.About.Kind, item.About.Number, name ?? "");

    private static string Duty(ReminderItem item) => DutyWords.Title(item.Topic.Kind!.Value, item.About.Number, item.About.ByOffice, item.About.Point, item.About.CountyNumber);
}
