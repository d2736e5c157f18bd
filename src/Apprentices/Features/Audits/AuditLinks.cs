namespace Apprentices.Features.Audits;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class AuditLinks
{
    /// <summary>Which auditors may read what, until when.</summary>
    public const string List = "/audits";

    /// <summary>The form that lets one.</summary>
    public const string New = $"{List}/new";

    public static string Page(int page) => page > 1 ? $"{List}?page={page}" : List;
}
