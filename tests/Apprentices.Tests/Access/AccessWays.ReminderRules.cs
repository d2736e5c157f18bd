using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Features.Reminders.Rules;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>When whom is told of what, and in which words: HR alone.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfReminderRules() =>
    [
        Read<ListReminderRules>(async (use, _) => await use.RunAsync()),
        Read<SetReminderRule>(async (use, _) => await use.ReadAsync(TalkTopic), "read"),
        Do<SetReminderRule>((use, _) => use.RunAsync(TalkTopic, TalkRule(isOff: false))),
        Do<SetReminderRule>((use, _) => use.RunAsync(TalkTopic, TalkRule(isOff: true)), "off by law"),
        Read<CompareReminderRule>(async (use, _) => await use.RunAsync(TalkTopic, TalkRule(isOff: false))),
        Read<SetReminderText>(async (use, _) => await use.ReadAsync(TalkTopic, Language.Bokmal), "read"),
        Do<SetReminderText>((use, _) => use.RunAsync(Language.Bokmal, TalkWords)),
        Read<PreviewReminderText>(async (use, _) => await use.RunAsync(Language.Bokmal, TalkWords, isLate: false)),
        Do<SendTestReminder>((use, _) => use.RunAsync(Language.Bokmal, TalkWords, isLate: false)),
        Read<DownloadForeseen>(async (use, _) => await ListRead.CsvAsync(output => use.RunAsync(new AheadQuery(30), output))),
    ];

    private static string TalkTopic => new ReminderTopic(ReminderSubject.Talk).Key;

    /// <summary>Saved as it ships, it leaves nothing behind.</summary>
    private static ReminderRuleInput TalkRule(bool isOff) => ReminderRuleInput.Of(ReminderRules.Shipped[new(ReminderSubject.Talk)], isOff, version: null);

    private static ReminderTextInput TalkWords => new() { Topic = new(ReminderSubject.Talk) };
}
