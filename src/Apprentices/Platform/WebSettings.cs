using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Apprentices.Platform;

/// <summary>How the program stands in the web: behind which proxies, by https, and how much it answers.</summary>
public sealed class WebSettings : IValidatableObject
{
    private static readonly char[] Between = [' ', ',', ';'];

    /// <summary>
    /// The proxies that are believed when they say for whom and by which scheme they ask: addresses and networks, parted by spaces.
    /// Empty: nobody is.
    /// </summary>
    public string KnownProxies { get; set; } = "";

    /// <summary>The port that whoever asks by http is sent to by https; 0: she is not sent anywhere.</summary>
    [Range(0, 65_535, ErrorMessage = "must be a port from 1 to 65535, or 0.")]
    public int HttpsPort { get; set; }

    /// <summary>So many days a browser that has come by https comes by nothing else; 0: it is not told to.</summary>
    [Range(0, 730, ErrorMessage = "must be from 0 to 730.")]
    public int HttpsOnlyDays { get; set; } = 365;

    /// <summary>Where else forms may lead, directly or by a redirection: origins such as https://login.example.no, parted by spaces.</summary>
    public string FormTargets { get; set; } = "";

    /// <summary>How many sign-ins are begun or ended in a minute from one network address.</summary>
    [Range(1, 100_000, ErrorMessage = "must be from 1 to 100000.")]
    public int SignInsPerMinute { get; set; } = 120;

    /// <summary>How many lists, documents and portfolios one person may take away in a minute.</summary>
    [Range(1, 100_000, ErrorMessage = "must be from 1 to 100000.")]
    public int DownloadsPerMinute { get; set; } = 60;

    /// <summary>How many pictures and files of log entries one person is shown in a minute.</summary>
    [Range(1, 100_000, ErrorMessage = "must be from 1 to 100000.")]
    public int PicturesPerMinute { get; set; } = 600;

    /// <summary>The proxies and networks of proxies; an address is a network of one.</summary>
    internal IReadOnlyList<IPNetwork> ProxyNetworks => [.. Parts(KnownProxies).Select(part => Network(part)!.Value)];

    internal IReadOnlyList<string> FormOrigins => Parts(FormTargets);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Parts(KnownProxies).FirstOrDefault(part => Network(part) is null) is { } proxy)
        {
            yield return new ValidationResult($"has {proxy}, which is neither an address (10.0.0.4) nor a network (10.0.0.0/24).", [nameof(KnownProxies)]);
        }

        if (FormOrigins.FirstOrDefault(part => !IsOrigin(part)) is { } target)
        {
            yield return new ValidationResult($"has {target}, which is no origin such as https://login.example.no.", [nameof(FormTargets)]);
        }
    }

    private static string[] Parts(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Network(string part) =>
        IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(part, out var network) ? network
        : null;

    private static bool IsOrigin(string part) =>
        Uri.TryCreate(part, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.GetLeftPart(UriPartial.Authority) == part;
}
