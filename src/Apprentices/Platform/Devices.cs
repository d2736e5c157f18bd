namespace Apprentices.Platform;

/// <summary>What a browser says it is, as people call it: enough to tell one's own from another.</summary>
public static class Devices
{
    // The one that names others too stands first.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Empty where it says nothing that is known.</returns>
    public static string NameOf(string? userAgent) => string.Join(" · ", new[] { Of(Browsers, userAgent), Of(Systems, userAgent) }.OfType<string>());

    private static string? Of((string Mark, string Name)[] known, string? userAgent) =>
        Array.Find(known, one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
