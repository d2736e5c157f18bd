using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>How much the API answers.</summary>
public sealed class ApiSettings
{
    /// <summary>How many requests one access token may make in a minute.</summary>
    [Range(1, 100_000, ErrorMessage = "must be from 1 to 100000.")]
    public int RequestsPerMinute { get; set; } = 120;

    /// <summary>How many failed sign-ins with a token are answered in a minute from one network address.</summary>
    [Range(1, 100_000, ErrorMessage = "must be from 1 to 100000.")]
    public int FailedSignInsPerMinute { get; set; } = 20;
}
