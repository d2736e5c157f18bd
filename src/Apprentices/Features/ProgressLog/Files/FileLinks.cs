namespace Apprentices.Features.ProgressLog.Files;

/// <summary>The addresses of the files that go with log entries.</summary>
public static class FileLinks
{
    /// <summary>The file itself, and its small version, as routes.</summary>
    public const string FileRoute = "/files/{id:guid}";
    public const string ThumbnailRoute = FileRoute + "/small";

    public static string File(Guid id) => $"/files/{id}";

    public static string Thumbnail(Guid id) => $"/files/{id}/small";
}
