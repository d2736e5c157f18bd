using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>How a check went.</summary>
public enum CheckOutcome
{
    Valid,
    Invalid,
    NoFile,
    TooLarge,
}

/// <summary>How the check of a file went, for the one who asked.</summary>
public sealed record CheckAnswer(CheckOutcome Outcome, string? FileName);

/// <summary>
/// Carries the answer from the form to the page that shows it once, in a cookie that only this program can write: nobody can make a
/// link that says of another's file that it is genuine.
/// </summary>
public sealed class CheckAnswers(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "checked";

    /// <summary>So much of a file's name is shown.</summary>
    private const int LongestName = 200;

    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(2);

    private readonly IDataProtector protector = protection.CreateProtector(typeof(CheckAnswers).FullName!);

    public void Remember(HttpContext request, CheckAnswer answer)
    {
        var named = answer with { FileName = answer.FileName is { Length: > LongestName } name ? name[..LongestName] : answer.FileName };
        request.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(new Kept(named, clock.GetUtcNow() + ShownFor))), Options(request));
    }

    /// <summary>The answer, once; nothing where nobody asked just now.</summary>
    public CheckAnswer? Take(HttpContext request)
    {
        if (request.Request.Cookies[Cookie] is not { } kept)
        {
            return null;
        }

        request.Response.Cookies.Delete(Cookie, Options(request));
        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(kept)) is { } answer && answer.Until >= clock.GetUtcNow() ? answer.Answer : null;
        }
        catch (Exception forged) when (forged is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.Request.IsHttps,
        IsEssential = true,
        Path = SigningLinks.Check,
        MaxAge = ShownFor,
    };

    private sealed record Kept(CheckAnswer Answer, DateTimeOffset Until);
}
