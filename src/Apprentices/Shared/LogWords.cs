using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>Where a log entry stands and what happened to it, on screens and in files.</summary>
public static class LogWords
{
    public static string Of(LogState state) => LogTexts.ResourceManager.GetString($"State{state}", CultureInfo.CurrentUICulture)!;

    public static string Of(LogEventKind kind) => LogTexts.ResourceManager.GetString($"Event{kind}", CultureInfo.CurrentUICulture)!;
}
