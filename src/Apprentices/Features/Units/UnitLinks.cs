namespace Apprentices.Features.Units;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class UnitLinks
{
    /// <summary>Who is of HR, and for which units.</summary>
    public const string List = "/hr-units";

    /// <summary>The form that says for which units somebody is.</summary>
    public static string Of(Guid personId) => $"{List}/{personId}";

    public static string Page(int page) => page > 1 ? $"{List}?page={page}" : List;
}
