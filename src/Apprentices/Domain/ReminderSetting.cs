namespace Apprentices.Domain;

/// <summary>What HR has set for one topic in place of the shipped rule.</summary>
public sealed class ReminderSetting : IVersioned
{
    private ReminderSetting() { }

    public ReminderSetting(ReminderTopic topic) => Id = topic.Key;

    /// <summary>The topic's <see cref="ReminderTopic.Key"/>.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Nobody is reminded of it. What the law binds cannot be turned off.</summary>
    [NotPersonal]
    public bool IsOff { get; private set; }

    /// <summary>See <see cref="ReminderRule"/>.</summary>
    [NotPersonal]
    public List<int> Steps { get; private set; } = [];

    [NotPersonal]
    public ReminderRecipients Recipients { get; private set; }

    [NotPersonal]
    public int? TrainingManagerAfter { get; private set; }

    [NotPersonal]
    public int? HrAfter { get; private set; }

    [NotPersonal]
    public bool InboxOnly { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public ReminderRule Rule => new(Steps, Recipients, TrainingManagerAfter, HrAfter, InboxOnly);

    /// <exception cref="RuleException">The law binds it and it would be silent or in the inbox alone, or a day makes no sense.</exception>
    public void Set(ReminderRule rule, bool isOff)
    {
        ReminderRules.Require(ReminderTopic.From(Id), rule, isOff);
        (IsOff, Steps, Recipients, TrainingManagerAfter, HrAfter, InboxOnly) =
            (isOff, [.. rule.Steps.Distinct().Order()], rule.Recipients, rule.TrainingManagerAfter, rule.HrAfter, rule.InboxOnly);
    }
}

/// <summary>HR's own words for what a mail says of one topic, in one language; what is not there stands as it ships.</summary>
public sealed class ReminderText : IVersioned
{
    private ReminderText() { }

    public ReminderText(ReminderTopic topic, Language language, string? subject, string? text) =>
        (TopicId, Language, MailSubject, Text) = (topic.Key, language, subject, text ?? "");

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The topic's <see cref="ReminderTopic.Key"/>.</summary>
    [NotPersonal]
    public string TopicId { get; private set; } = "";

    [NotPersonal]
    public Language Language { get; private set; }

    /// <summary>The subject of a mail that tells of one thing. It names nobody. Empty: the one that ships.</summary>
    [NotPersonal]
    public string? MailSubject { get; private set; }

    /// <summary>With placeholders in braces, as in the subject, which the writer of mails fills in. Empty: the words that ship.</summary>
    [NotPersonal]
    public string Text { get; private set; } = "";

    [NotPersonal]
    public int Version { get; private set; }

    public void Word(string? subject, string? text) => (MailSubject, Text) = (subject, text ?? "");
}
