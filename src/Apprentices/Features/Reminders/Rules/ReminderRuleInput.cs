using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>A rule as it is typed: days one by one, each with its side of the day it is due.</summary>
public sealed class ReminderRuleInput : IValidatedInParts
{
    /// <summary>On which side of the day it is due.</summary>
    public enum Side
    {
        Before,
        OnTheDay,
        After,
    }

    /// <summary>One day on which those named are told.</summary>
    public sealed class Step
    {
        /// <summary>Tells it from the others while they are typed.</summary>
        public Guid Mark { get; } = Guid.CreateVersion7();

        public int? Days { get; set; }

        public Side Side { get; set; }

        /// <summary>Days after the day it is due; negative before it. Nothing while no number is typed.</summary>
        public int? Offset => Side switch
        {
            Side.OnTheDay => 0,
            Side.Before => -Days,
            _ => Days,
        };

        internal int Most => Side == Side.Before ? -ReminderRule.EarliestDay : ReminderRule.LastDay;
    }

    public List<Step> Steps { get; } = [];

    public bool Responsible { get; set; }

    public bool Apprentice { get; set; }

    public bool Instructor { get; set; }

    public bool TrainingManager { get; set; }

    public int? TrainingManagerAfter { get; set; }

    public int? HrAfter { get; set; }

    /// <summary>It stands in the inbox alone, and no mail is sent.</summary>
    public bool InboxOnly { get; set; }

    public bool IsOff { get; set; }

    /// <summary>The save the form was filled from; nothing where the shipped rule held.</summary>
    public int? Version { get; init; }

    public static ReminderRuleInput Of(ReminderRule rule, bool isOff, int? version)
    {
        var input = new ReminderRuleInput
        {
            Responsible = rule.Recipients.HasFlag(ReminderRecipients.Responsible),
            Apprentice = rule.Recipients.HasFlag(ReminderRecipients.Apprentice),
            Instructor = rule.Recipients.HasFlag(ReminderRecipients.Instructor),
            TrainingManager = rule.Recipients.HasFlag(ReminderRecipients.TrainingManager),
            TrainingManagerAfter = rule.TrainingManagerAfter,
            HrAfter = rule.HrAfter,
            InboxOnly = rule.InboxOnly,
            IsOff = isOff,
            Version = version,
        };
        input.Steps.AddRange(rule.Steps.Select(step => new Step
        {
            Days = step == 0 ? null : Math.Abs(step),
            Side = step < 0 ? Side.Before : step == 0 ? Side.OnTheDay : Side.After,
        }));
        return input;
    }

    /// <summary>What is typed, as a rule.</summary>
    public ReminderRule ToRule() => new([.. Steps.Select(step => step.Offset).OfType<int>().Distinct().Order()], Recipients, TrainingManagerAfter, HrAfter, InboxOnly);

    private ReminderRecipients Recipients =>
        If(Responsible, ReminderRecipients.Responsible) | If(Apprentice, ReminderRecipients.Apprentice)
        | If(Instructor, ReminderRecipients.Instructor) | If(TrainingManager, ReminderRecipients.TrainingManager);

    public IEnumerable<WrongPart> WrongParts()
    {
        if (IsOff)
        {
            yield break;
        }

        if (Steps.Count is 0 or > ReminderRule.MostSteps)
        {
            yield return new WrongPart(this, nameof(Steps), RuleTexts.ReminderSteps);
        }

        foreach (var (step, place) in Steps.Select((step, place) => (step, place)))
        {
            if (step.Offset is null)
            {
                yield return new WrongPart(step, nameof(Step.Days), ValidationTexts.Required);
            }
            else if (step.Side != Side.OnTheDay && (step.Days < 1 || step.Days > step.Most))
            {
                yield return new WrongPart(step, nameof(Step.Days), Texts.Format(ValidationTexts.Range, 1, step.Most));
            }
            else if (Steps.Take(place).Any(other => other.Offset == step.Offset))
            {
                yield return new WrongPart(step, step.Side == Side.OnTheDay ? nameof(Step.Side) : nameof(Step.Days), ReminderRuleTexts.DayTwice);
            }
        }

        if (Recipients == ReminderRecipients.None)
        {
            yield return new WrongPart(this, nameof(Responsible), RuleTexts.ReminderRecipients);
        }

        if (TrainingManagerAfter is < 1 or > ReminderRule.LastDay)
        {
            yield return new WrongPart(this, nameof(TrainingManagerAfter), Texts.Format(ValidationTexts.Range, 1, ReminderRule.LastDay));
        }

        if (HrAfter is < 1 or > ReminderRule.LastDay)
        {
            yield return new WrongPart(this, nameof(HrAfter), Texts.Format(ValidationTexts.Range, 1, ReminderRule.LastDay));
        }
        else if (HrAfter < TrainingManagerAfter)
        {
            yield return new WrongPart(this, nameof(HrAfter), RuleTexts.ReminderLadderOrder);
        }
    }

    private static ReminderRecipients If(bool chosen, ReminderRecipients who) => chosen ? who : ReminderRecipients.None;
}
