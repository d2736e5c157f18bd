namespace Apprentices.Features.Curricula.Moves;

/// <summary>The addresses of the page that moves plans; nothing else in the program spells them.</summary>
public static class CurriculumMoveLinks
{
    /// <summary>From the edition of a curriculum that most still follow, to the newest.</summary>
    public static string Move(string code) => $"/curricula/{Uri.EscapeDataString(code)}/move";

    /// <summary>From one edition to another, of the same curriculum or of the one that follows it.</summary>
    public static string Move(string code, int edition, string toCode, int toEdition) =>
        $"{Move(code)}?from={edition}&to={Uri.EscapeDataString(toCode)}&edition={toEdition}";
}
