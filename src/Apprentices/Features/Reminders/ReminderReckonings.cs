using Apprentices.Data;
using Apprentices.Platform;

namespace Apprentices.Features.Reminders;

/// <summary>How days are reckoned here: by the settings that say when a log is quiet and an entry has waited long, and by the office's clock.</summary>
internal static class ReminderReckonings
{
    public static ReminderReckoning Reckoning(this ProgressSettings progress, TimeProvider clock) =>
        new(progress.QuietDays, progress.WaitingDays, clock.LocalTimeZone);
}
