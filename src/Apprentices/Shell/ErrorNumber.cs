namespace Apprentices.Shell;

/// <summary>The number that ties what a person sees to a line in the log.</summary>
public static class ErrorNumber
{
    /// <summary>Eight signs: enough to find one line, short enough to read out on the telephone.</summary>
    public static string New() => Guid.CreateVersion7().ToString("N")[^8..].ToUpperInvariant();
}

/// <summary>What the shell logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number}: a page failed")]
    public static partial void PageFailed(ILogger logger, string number, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Error {Number}: a request failed, trace {TraceId}")]
    public static partial void RequestFailed(ILogger logger, string number, string traceId);
}
