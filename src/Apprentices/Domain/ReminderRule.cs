namespace Apprentices.Domain;

/// <summary>What a reminder is about.</summary>
public enum ReminderSubject
{
    /// <summary>A half-yearly talk that is to be held.</summary>
    Talk,

    /// <summary>A hand-over that waits to be confirmed by whoever receives the apprentice.</summary>
    HandOver,

    /// <summary>Another duty, of an apprenticeship or of the employer.</summary>
    Duty,

    /// <summary>What was agreed on in a talk, and by when.</summary>
    Action,

    /// <summary>Log entries that wait to be approved.</summary>
    EntriesWaiting,

    /// <summary>A log in which nothing was written for long.</summary>
    SilentLog,

    /// <summary>A talk that was held and waits for a signature.</summary>
    Signature,

    /// <summary>A talk whose day is agreed, and which somebody has not prepared.</summary>
    Preparation,
}

/// <summary>Who is told, by the roles people have on the record that day. Whoever stands in for one is told as well.</summary>
[Flags]
public enum ReminderRecipients
{
    None = 0,

    /// <summary>Whoever sees to it: the role the duty names, or the person it was given to.</summary>
    Responsible = 1,
    Apprentice = 2,
    Instructor = 4,
    TrainingManager = 8,
}

/// <summary>How far a reminder has climbed: who is told because nobody before her has done it.</summary>
public enum ReminderRung
{
    /// <summary>Those the rule names.</summary>
    Named,
    TrainingManager,
    Hr,

    /// <summary>Whoever stands in for one of those who is away.</summary>
    Deputy,
}

/// <summary>What one rule is for: a subject, and of the duties a kind.</summary>
public readonly record struct ReminderTopic(ReminderSubject Subject, DutyKind? Kind = null)
{
    /// <summary>What names it in the database and in addresses.</summary>
    public string Key => Kind is { } kind ? $"{Subject}-{kind}" : $"{Subject}";

    /// <summary>The topic a key names; not every topic has a rule.</summary>
    /// <exception cref="NotThereException">It names none.</exception>
    public static ReminderTopic From(string key) =>
        ReminderRules.Shipped.Keys.Cast<ReminderTopic?>().FirstOrDefault(topic => topic!.Value.Key == key) ?? throw new NotThereException();
}

/// <summary>On which days before and after a due day who is told of it. A house rule; the law sets the due day alone.</summary>
/// <param name="Steps">Days after the due day on which those named are told, growing; negative before it.</param>
/// <param name="Recipients">Those named.</param>
/// <param name="TrainingManagerAfter">So many days after the due day the training manager is told that nothing has happened; empty: never.</param>
/// <param name="HrAfter">So many days after the due day HR is told so; empty: never.</param>
/// <param name="InboxOnly">It stands in the inbox alone, whoever is told; otherwise it comes by mail as well.</param>
public sealed record ReminderRule(IReadOnlyList<int> Steps, ReminderRecipients Recipients, int? TrainingManagerAfter, int? HrAfter, bool InboxOnly = false)
{
    /// <summary>
    /// So many days after the due day nobody is told any more: a mail about something that old would be a reproach, not a
    /// reminder. It stays overdue on every screen.
    /// </summary>
    public const int LastDay = 30;

    /// <summary>So many days before the due day nobody is told yet.</summary>
    public const int EarliestDay = -365;

    /// <summary>More messages than this about one thing are none that anybody reads.</summary>
    public const int MostSteps = 10;

    /// <summary>Whether it tells the same people on the same days in the same place.</summary>
    public bool SaysTheSameAs(ReminderRule other) => Steps.SequenceEqual(other.Steps)
        && (Recipients, TrainingManagerAfter, HrAfter, InboxOnly) == (other.Recipients, other.TrainingManagerAfter, other.HrAfter, other.InboxOnly);

    /// <summary>The first day, counted from the due day, on which anybody is told.</summary>
    public int FirstDay => Steps.Append(TrainingManagerAfter ?? LastDay).Append(HrAfter ?? LastDay).Min();

    /// <summary>
    /// What is told on a day, and to whom: of the steps of each rung the latest one whose day is reached, so that a weekend or a first
    /// start sends one message and not several. Nothing before the first step, and nothing long after the last.
    /// </summary>
    public IEnumerable<(ReminderRung Rung, int Step)> On(DateOnly today, DateOnly dueOn)
    {
        var days = today.DayNumber - dueOn.DayNumber;
        if (days > LastDay)
        {
            yield break;
        }

        if (Steps.Any(step => step <= days))
        {
            yield return (ReminderRung.Named, Steps.Last(step => step <= days));
        }

        if (TrainingManagerAfter <= days)
        {
            yield return (ReminderRung.TrainingManager, TrainingManagerAfter.Value);
        }

        if (HrAfter <= days)
        {
            yield return (ReminderRung.Hr, HrAfter.Value);
        }
    }
}

/// <summary>The rules that hold where HR has set no other.</summary>
public static class ReminderRules
{
    private static readonly int[] Far = [-30, -7, 0, 1, 7];
    private static readonly int[] Near = [-7, 0, 3];

    /// <summary>Every topic that is reminded of, in the order of the calendar of duties. Days to know of are not: nobody has anything to do about them.</summary>
    public static IReadOnlyDictionary<ReminderTopic, ReminderRule> Shipped { get; } = new Dictionary<ReminderTopic, ReminderRule>
    {
        [new(ReminderSubject.Talk)] = new(
            [-30, -14, -7, 0, 1, 7], ReminderRecipients.Apprentice | ReminderRecipients.Instructor | ReminderRecipients.TrainingManager, null, 14),
        [new(ReminderSubject.HandOver)] = new([-Placement.HandOverDays, -1, 1], ReminderRecipients.Responsible, 3, 7),
        [new(ReminderSubject.Preparation)] = new([-7, -2], ReminderRecipients.Responsible, null, null),
        [new(ReminderSubject.Action)] = new([-3, 0, 3], ReminderRecipients.Responsible, 7, null),
        [new(ReminderSubject.Signature)] = new([-Evaluation.SignWithinDays, 0, 3, 7], ReminderRecipients.Responsible, 10, 14),
        [new(ReminderSubject.EntriesWaiting)] = new([0, 7], ReminderRecipients.Responsible, 14, 28),
        [new(ReminderSubject.SilentLog)] = new([0, 7], ReminderRecipients.Apprentice, 14, 28),
        [Of(DutyKind.ContractSigned)] = new([-14, -3, 1], ReminderRecipients.Responsible, null, 7),
        [Of(DutyKind.AgreementSigned)] = new([-14, -3, 1], ReminderRecipients.Responsible, null, 7),
        [Of(DutyKind.ContractApproved)] = new([-14, -3, 1], ReminderRecipients.Responsible, null, 7),
        [Of(DutyKind.PlanInPlace)] = new(Near, ReminderRecipients.Responsible, 7, 14),
        [Of(DutyKind.StartTalk)] = new(Near, ReminderRecipients.Responsible | ReminderRecipients.Apprentice, 7, 14),
        [Of(DutyKind.ProbationEnds)] = new([-30, -14, -3], ReminderRecipients.Responsible | ReminderRecipients.TrainingManager, null, null),
        [Of(DutyKind.TalkBeforeChange)] = new(Near, ReminderRecipients.Responsible, 3, 7),
        [Of(DutyKind.Accommodation)] = new(Far, ReminderRecipients.Responsible, 3, 7),
        [Of(DutyKind.RegistrationTarget)] = new([-14, 0], ReminderRecipients.Responsible, null, null),
        [Of(DutyKind.RegistrationDeadline)] = new([-30, -14, -7, -3, -1, 0, 1], ReminderRecipients.Responsible | ReminderRecipients.TrainingManager, 1, 1),
        [Of(DutyKind.MockTest)] = new(Near, ReminderRecipients.Responsible | ReminderRecipients.Apprentice, 7, 14),
        [Of(DutyKind.FinalTest)] = new(Far, ReminderRecipients.Responsible | ReminderRecipients.Apprentice | ReminderRecipients.TrainingManager, null, 7),
        [Of(DutyKind.Appeal)] = new([-14, -7, -2, 0], ReminderRecipients.Responsible | ReminderRecipients.Apprentice, null, null),
        [Of(DutyKind.Closing)] = new(Far, ReminderRecipients.Responsible, 7, 14),
        [Of(DutyKind.Attest)] = new(Near, ReminderRecipients.Responsible, 7, 14),
        [Of(DutyKind.Notice)] = new([-7, -2, 0, 3, 7], ReminderRecipients.Responsible, 7, 14),
        [Of(DutyKind.ChecklistPoint)] = new([-3, 0, 3], ReminderRecipients.Responsible, 7, 14),
        [Of(DutyKind.AnnualReport)] = new([-30, -14, -7, 0, 1, 7], ReminderRecipients.Responsible, null, null),
        [Of(DutyKind.ApprovalLapses)] = new([-180, -60, -14, 0], ReminderRecipients.Responsible, null, null),
        [Of(DutyKind.ApprenticeSurvey)] = new([-14, 0], ReminderRecipients.Responsible, null, null),
    };

    /// <summary>What the law sets the day of; see docs/law.md. It can be bundled and reworded, but not turned off or kept from the mail.</summary>
    public static IReadOnlySet<ReminderTopic> LawBound { get; } = new HashSet<ReminderTopic>
    {
        new(ReminderSubject.Talk), Of(DutyKind.ContractSigned), Of(DutyKind.AgreementSigned), Of(DutyKind.ProbationEnds),
        Of(DutyKind.RegistrationDeadline), Of(DutyKind.FinalTest), Of(DutyKind.Appeal), Of(DutyKind.Closing), Of(DutyKind.Attest),
        Of(DutyKind.Notice), Of(DutyKind.AnnualReport), Of(DutyKind.ApprovalLapses),
    };

    /// <summary>Whether it is of no use once the day is over: nobody is told of it after that, and it does not climb.</summary>
    public static bool EndsWithTheDay(ReminderTopic topic) => topic.Subject == ReminderSubject.Preparation;

    /// <summary>Whether the law binds it and it is due before the next mail could tell of it; what is overdue can wait for that.</summary>
    /// <param name="topic">What it is.</param>
    /// <param name="dueOn">When it is due.</param>
    /// <param name="today">The day that is asked about.</param>
    /// <param name="next">The day of the next mail.</param>
    public static bool CannotWait(ReminderTopic topic, DateOnly dueOn, DateOnly today, DateOnly next) =>
        dueOn >= today && dueOn < next && LawBound.Contains(topic);

    /// <summary>The shipped rules with what HR has set in their place.</summary>
    public static IReadOnlyDictionary<ReminderTopic, ReminderRule> With(IEnumerable<ReminderSetting> settings)
    {
        var set = settings.ToDictionary(setting => setting.Id);
        return Shipped.Where(rule => !set.TryGetValue(rule.Key.Key, out var own) || !own.IsOff)
            .ToDictionary(rule => rule.Key, rule => set.TryGetValue(rule.Key.Key, out var own) ? own.Rule : rule.Value);
    }

    /// <exception cref="RuleException">The law binds it and it would be silent or in the inbox alone, or a day makes no sense.</exception>
    public static void Require(ReminderTopic topic, ReminderRule rule, bool isOff)
    {
        Rule.Require(!isOff || !LawBound.Contains(topic), RuleTexts.LawBoundReminder);
        Rule.Require(!rule.InboxOnly || !LawBound.Contains(topic), RuleTexts.LawBoundByMail);
        Rule.Require(isOff || rule.Steps.Count is > 0 and <= ReminderRule.MostSteps, RuleTexts.ReminderSteps);
        Rule.Require(isOff || rule.Recipients != ReminderRecipients.None, RuleTexts.ReminderRecipients);
        Rule.Require(rule.Steps.All(step => step is >= ReminderRule.EarliestDay and <= ReminderRule.LastDay), RuleTexts.ReminderDays);
        Rule.Require(
            !EndsWithTheDay(topic) || (rule.Steps.All(step => step <= 0) && rule is { TrainingManagerAfter: null, HrAfter: null }), RuleTexts.ReminderEndsWithTheDay);
        Rule.Require(new[] { rule.TrainingManagerAfter, rule.HrAfter }.All(day => day is null or (>= 1 and <= ReminderRule.LastDay)), RuleTexts.ReminderLadder);
        Rule.Require(rule.HrAfter is null || rule.TrainingManagerAfter is null || rule.HrAfter >= rule.TrainingManagerAfter, RuleTexts.ReminderLadderOrder);
    }

    private static ReminderTopic Of(DutyKind kind) => new(ReminderSubject.Duty, kind);
}
