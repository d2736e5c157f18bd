namespace Apprentices.Platform;

/// <summary>The reminders of what falls due.</summary>
public sealed class ReminderSettings
{
    /// <summary>Off while an employer tries the app out on real people; nothing is queued then, and nothing is sent later for those days.</summary>
    public bool Enabled { get; set; } = true;
}
