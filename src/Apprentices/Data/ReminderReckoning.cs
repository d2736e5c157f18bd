namespace Apprentices.Data;

/// <summary>By what the due day of something that waits is reckoned.</summary>
/// <param name="QuietDays">Without an entry for so many days a log is quiet.</param>
/// <param name="WaitingDays">An entry that has waited for so many days has waited long.</param>
/// <param name="Zone">Where the office is: there a day begins.</param>
internal sealed record ReminderReckoning(int QuietDays, int WaitingDays, TimeZoneInfo Zone);
