namespace Apprentices.Shared;

/// <summary>The few states the look has a colour for. A chip always adds an icon and a word.</summary>
public enum ChipState
{
    Done,
    Late,
    Soon,
    Ok,
    Paused,
    New,
}
