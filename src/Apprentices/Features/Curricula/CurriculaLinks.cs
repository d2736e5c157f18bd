namespace Apprentices.Features.Curricula;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class CurriculaLinks
{
    public const string List = "/curricula";
    public const string Import = "/curricula/import";

    /// <summary>A curriculum: the edition in force, or another.</summary>
    public static string Of(string code, int? edition = null) =>
        $"{List}/{Uri.EscapeDataString(code)}" + (edition is { } number ? $"?edition={number}" : "");

    /// <summary>What differs between two editions of it.</summary>
    public static string Compare(string code, int from, int to) => $"{List}/{Uri.EscapeDataString(code)}/compare?from={from}&to={to}";
}
