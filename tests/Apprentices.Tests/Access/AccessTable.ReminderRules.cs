namespace Apprentices.Tests.Access;

/// <content>When whom is told of what, and in which words: HR alone.</content>
internal static partial class AccessTable
{
    private const string OfReminderRules = """
        ListReminderRules                yes   yes   x     x     x     x     x     x     x     x     -
        SetReminderRule: read            yes   yes   x     x     x     x     x     x     x     x     -
        SetReminderRule                  yes   yes   x     x     x     x     x     x     x     x     -
        SetReminderRule: off by law      rule  rule  x     x     x     x     x     x     x     x     -
        CompareReminderRule              yes   yes   x     x     x     x     x     x     x     x     -
        SetReminderText: read            yes   yes   x     x     x     x     x     x     x     x     -
        SetReminderText                  yes   yes   x     x     x     x     x     x     x     x     -
        PreviewReminderText              yes   yes   x     x     x     x     x     x     x     x     -
        SendTestReminder                 rule  rule  x     x     x     x     x     x     x     x     -
        DownloadForeseen                 yes   yes   x     x     x     x     x     x     x     x     -
        """;
}
