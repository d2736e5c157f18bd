namespace Apprentices.Platform;

/// <summary>Whether the program may be tried without an identity provider.</summary>
public sealed class DemoSettings
{
    /// <summary>
    /// Lets people sign in as a persona, outside Development too. It opens nothing but a database that was made as a demo.
    /// </summary>
    public bool Enabled { get; set; }
}
