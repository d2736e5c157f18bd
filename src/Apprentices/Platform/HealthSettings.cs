using System.ComponentModel.DataAnnotations;

namespace Apprentices.Platform;

/// <summary>When the program says of itself that something is wrong.</summary>
public sealed class HealthSettings
{
    /// <summary>A job server that has woken no job for so many minutes is dead.</summary>
    [Range(2, 1440, ErrorMessage = "must be from 2 to 1440.")]
    public int SilentMinutes { get; set; } = 5;

    /// <summary>Mail that could have been sent so many minutes ago is stuck.</summary>
    [Range(2, 1440, ErrorMessage = "must be from 2 to 1440.")]
    public int StuckMinutes { get; set; } = 15;
}
