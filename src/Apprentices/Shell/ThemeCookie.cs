namespace Apprentices.Shell;

/// <summary>Remembers light, dark or system. Anything but light and dark follows the device.</summary>
public static class ThemeCookie
{
    public const string Name = "theme";
}
