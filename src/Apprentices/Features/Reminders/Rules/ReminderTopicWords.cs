using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>What belongs together on a page of topics.</summary>
public enum ReminderGroup
{
    FollowUp,
    Contract,
    End,

    /// <summary>The employer's own: no apprentice is in it.</summary>
    Employer,
}

/// <summary>What topics and their rules are called, alike on every page and in files.</summary>
public static class ReminderTopicWords
{
    private static readonly ReminderRecipients[] Recipients =
        [ReminderRecipients.Responsible, ReminderRecipients.Apprentice, ReminderRecipients.Instructor, ReminderRecipients.TrainingManager];

    public static string Word(this ReminderTopic topic) => Text($"Topic{topic.Kind?.ToString() ?? topic.Subject.ToString()}");

    public static string Word(this ReminderGroup group) => Text($"Group{group}");

    public static string Word(this ReminderRung rung) => Text($"Rung{rung}");

    public static ReminderGroup Group(this ReminderTopic topic) => topic.Kind switch
    {
        _ when ReminderPhrases.IsOfTheEmployer(topic) => ReminderGroup.Employer,
        DutyKind.ContractSigned or DutyKind.AgreementSigned or DutyKind.ContractApproved or DutyKind.ProbationEnds or DutyKind.Notice => ReminderGroup.Contract,
        DutyKind.Accommodation or DutyKind.RegistrationTarget or DutyKind.RegistrationDeadline or DutyKind.MockTest or DutyKind.FinalTest
            or DutyKind.Appeal or DutyKind.Closing or DutyKind.Attest => ReminderGroup.End,
        _ => ReminderGroup.FollowUp,
    };

    /// <summary>What the law says of it, where it is the law that sets the day.</summary>
    public static string? Law(this ReminderTopic topic) =>
        ReminderRules.LawBound.Contains(topic) ? DutyWords.Law(topic.Kind ?? DutyKind.HalfYearTalk) : null;

    /// <summary>"30, 14 og 7 dager før, på dagen, 1 og 7 dager etter".</summary>
    public static string Days(IReadOnlyList<int> steps)
    {
        List<string> parts = [];
        Add([.. steps.Where(step => step < 0).Select(step => -step)], ReminderRuleTexts.DayBefore, ReminderRuleTexts.DaysBefore);
        if (steps.Contains(0))
        {
            parts.Add(ReminderRuleTexts.OnTheDay);
        }

        Add([.. steps.Where(step => step > 0)], ReminderRuleTexts.DayAfter, ReminderRuleTexts.DaysAfter);
        return string.Join(", ", parts);

        void Add(IReadOnlyList<int> days, string one, string several)
        {
            if (days.Count > 0)
            {
                parts.Add(days is [1] ? one : Texts.Format(several, And([.. days.Select(day => day.ToString(CultureInfo.CurrentCulture))])));
            }
        }
    }

    /// <summary>Those named: "den ansvarlige, lærlingen og faglig leder".</summary>
    public static string Who(ReminderTopic topic, ReminderRecipients recipients) => And(
    [
        .. Recipients.Where(one => recipients.HasFlag(one)).Select(one => one == ReminderRecipients.Responsible && topic.Group() == ReminderGroup.Employer ? ReminderRuleTexts.WhoHr : Text($"Who{one}")),
    ]);

    /// <summary>Who is told when nothing happens; nothing where nobody is.</summary>
    public static IEnumerable<string> Ladder(ReminderRule rule)
    {
        if (rule.TrainingManagerAfter is { } manager)
        {
            yield return Texts.Count(manager, ReminderRuleTexts.ManagerAfterOne, ReminderRuleTexts.ManagerAfter);
        }

        if (rule.HrAfter is { } hr)
        {
            yield return Texts.Count(hr, ReminderRuleTexts.HrAfterOne, ReminderRuleTexts.HrAfter);
        }
    }

    /// <summary>A rule in one sentence.</summary>
    public static string Sentence(ReminderTopic topic, ReminderRule rule) =>
        string.Join("; ", [Texts.Format(ReminderRuleTexts.ToWhom, Days(rule.Steps), Who(topic, rule.Recipients)), .. Ladder(rule), rule.InboxOnly ? ReminderRuleTexts.WhereInbox : ReminderRuleTexts.WhereBoth]);

    public static string Word(this Language language) => Text($"Language{language}");

    private static string And(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : Texts.Format(ReminderRuleTexts.And, string.Join(", ", parts.Take(parts.Count - 1)), parts[^1]);

    private static string Text(string key) => ReminderRuleTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture)!;
}
