namespace Apprentices.Platform;

/// <summary>The background jobs.</summary>
public sealed class JobSettings
{
    /// <summary>Off where another instance on the same database runs them. An administrator can still run one by hand.</summary>
    public bool Enabled { get; set; } = true;
}
