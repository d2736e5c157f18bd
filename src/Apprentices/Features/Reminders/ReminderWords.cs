using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.Placements;
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
        { IsOwn: true } or { About.GivenName: null } => Duty(item),
        _ => Texts.Format(ReminderTexts.DutyOf, Duty(item), name),
    };

    /// <summary>What it is about, to those who look at what others are told: nobody in it is "you".</summary>
    public static string TitleForHr(ReminderItem item) => Title(item with { RecipientId = Guid.Empty }, item.About.FullName);

    /// <summary>What is to be done by when, as a mail says it.</summary>
    public static string What(ReminderItem item, DateOnly today)
    {
        var (day, name, isLate) = (item.DueOn.ToString("D", CultureInfo.CurrentCulture), item.About.GivenName, item.DueOn < today);
        var what = item switch
        {
            { Subject: ReminderSubject.HandOver } => Texts.Format(isLate || item.DueOn == today ? ReminderTexts.HandOverStillWaits : ReminderTexts.HandOverWaits, name, day),
            { Subject: ReminderSubject.Talk, IsOwn: true } => Texts.Format(isLate ? ReminderTexts.YourTalkIsOverdue : ReminderTexts.YourTalkIsDue, item.About.Number, day),
            { Subject: ReminderSubject.Talk } => Texts.Format(isLate ? ReminderTexts.TalkIsOverdue : ReminderTexts.TalkIsDue, item.About.Number, name, day),
            _ => Texts.Format(isLate ? ReminderTexts.IsOverdue : ReminderTexts.IsDue, Title(item, name), day),
        };
        return $"{what} {MailDistance.Of(item.DueOn, today)}";
    }

    /// <summary>Why it is she who is told.</summary>
    public static string Why(ReminderItem item) => item switch
    {
        { Rung: ReminderRung.TrainingManager } => Texts.Format(ReminderTexts.WhyTrainingManager, item.About.GivenName, item.Step),
        { Rung: ReminderRung.Deputy } => ReminderTexts.WhyDeputy,
        { Rung: ReminderRung.Hr } => Texts.Format(ReminderTexts.WhyHr, item.Step),
        { IsOwn: true } => ReminderTexts.WhyOwn,
        { Subject: ReminderSubject.HandOver } => Texts.Format(ReminderTexts.WhyYouReceive, item.About.GivenName),
        { About.GivenName: null } => ReminderTexts.WhyEmployer,
        _ => Texts.Format(ReminderTexts.WhyYouFollow, item.About.GivenName),
    };

    /// <summary>The one page on which it is done.</summary>
    public static string Link(ReminderItem item) => item.Subject switch
    {
        ReminderSubject.Talk => EvaluationLinks.Talk(item.About.Id),
        ReminderSubject.HandOver => PlacementLinks.HandOver(item.About.Id),
        ReminderSubject.Action => TogetherLinks.Actions,
        _ => DeadlineLinks.Duty(item.About.Id),
    };

    /// <summary>What the link says.</summary>
    public static string Open(ReminderItem item) => item.Subject switch
    {
        ReminderSubject.Talk => ReminderTexts.OpenTalk,
        ReminderSubject.HandOver => ReminderTexts.OpenHandOver,
        ReminderSubject.Action => ReminderTexts.OpenActions,
        _ => ReminderTexts.OpenDuty,
    };

    private static string Duty(ReminderItem item) => DutyWords.Title(item.Topic.Kind!.Value, item.About.Number, item.About.ByOffice, item.About.Point, item.About.CountyNumber);
}
