namespace Apprentices.Features.Notifications;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class NotificationLinks
{
    /// <summary>Where everyone chooses how and when she is told.</summary>
    public const string Choices = "/notifications";
}
