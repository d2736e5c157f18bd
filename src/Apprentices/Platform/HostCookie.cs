namespace Apprentices.Platform;

/// <summary>
/// A cookie whose name holds the browser to it: with <c>__Host-</c> it comes from this host alone, over https alone. Only on this
/// machine itself, without https, it is a plain one: there a browser would keep no other.
/// </summary>
internal sealed class HostCookie : CookieBuilder
{
    private const string Prefix = "__Host-";

    private readonly string plain;
    private readonly IHttpContextAccessor requests;

    public HostCookie(string name, IHttpContextAccessor requests)
    {
        (plain, this.requests) = (name, requests);
        (HttpOnly, SameSite, Path, IsEssential) = (true, SameSiteMode.Lax, "/", true);
    }

    public override string? Name
    {
        get => IsPlain(requests.HttpContext) ? plain : Prefix + plain;
        set => throw new NotSupportedException();
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        (options.Secure, options.Domain) = (!IsPlain(context), null);
        return options;
    }

    internal static bool IsPlain(HttpContext? request) => request is { Request.IsHttps: false } && IsThisMachine(request.Request.Host.Host);

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));
}
